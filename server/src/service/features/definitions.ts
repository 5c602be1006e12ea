import type { Problem, Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { dataOf, spanOf } from '../syntax/ast';

/** What a client needs of a definition to register it. */
export interface DefinitionSummary {
  readonly family?: string;
  readonly span: Span;
  /** In `Snapshot.definitions`. */
  readonly index: number;
  readonly errors: number;
  readonly requiresCompatibilities: readonly string[];
  readonly networkMode?: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** The definitions of a document that can be registered as they stand, with the number of errors that stand in the way of registering each. */
export function summarise({ definitions }: Snapshot, problems: readonly Problem[]): readonly DefinitionSummary[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return definitions.flatMap((definition, index) => {
    if (!isWhole(definition)) return [];
    const { node, task } = definition;
    const others = definitions.filter((other) => other.node !== node).map((other) => spanOf(other.node));
    const family = task.family.literal;
    const networkMode = task.effectiveNetworkMode;
    const summary = {
      ...(family !== undefined && { family }),
      ...(networkMode !== undefined && { networkMode }),
      span: spanOf(node),
      index,
      errors: errors.filter(
        ({ span }) => !others.some((other) => other.offset <= span.offset && span.offset < other.end),
      ).length,
      requiresCompatibilities: task.requiresCompatibilities.items.flatMap(({ literal }) => literal ?? []),
      definition: dataOf(node) as Record<string, unknown>,
    };
    return [summary];
  });
}

/** Not the resource of a template, whose values CloudFormation makes, and not a list of containers alone. */
function isWhole({ shape }: Definition): boolean {
  return shape === 'plain' || shape === 'wrapped';
}
