import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { spanOf } from '../syntax/ast';
import { resourceKey } from './resource-key';

/** What can be done with a definition from the line above it. */
export type LensAction = 'run' | 'deploy' | 'would-run-on' | 'convert';

export interface DefinitionLens {
  readonly action: LensAction;
  /** The first character of the definition, or the logical id of its resource. */
  readonly span: Span;
  /** Which of the document's definitions. */
  readonly index: number;
}

/** What is offered above each definition of a document: only what its shape allows. */
export function codeLenses({ definitions }: Snapshot): readonly DefinitionLens[] {
  return definitions.flatMap(({ node, shape }, index) => {
    const key = shape === 'cloudformation' ? resourceKey(node) : undefined;
    const span = key ? spanOf(key) : { offset: node.offset, end: node.offset + 1 };
    return actions[shape].map((action) => ({ action, span, index }));
  });
}

const actions: Readonly<Record<Definition['shape'], readonly LensAction[]>> = {
  plain: ['run', 'deploy', 'would-run-on'],
  wrapped: ['run', 'deploy', 'would-run-on'],
  cloudformation: ['would-run-on'],
  // Where a list of containers runs is said elsewhere.
  containers: ['convert'],
};
