import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { spanOf } from '../syntax/ast';
import { definitionsFor, type Workspace } from './companions';
import { alone, everywhere, type Place } from './everywhere';
import { namingAt } from './parts';

/** Where a name leads. */
export interface Target {
  /** The name under the offset. */
  readonly origin: Span;
  /** Where it is defined: more than one place when a name is there twice. */
  readonly definitions: readonly Place[];
}

/** Where the name under an offset is defined; undefined when there is no name or nothing defines it. */
export function definition(snapshot: Snapshot, offset: number, workspace: Workspace = alone): Target | undefined {
  const found = everywhere(snapshot, offset, workspace);
  if (!found) return unnamed(snapshot, offset, workspace);
  const definitions = found.documents.flatMap(({ snapshot, occurrences }) =>
    occurrences.flatMap(({ role, span }) => (role === 'definition' ? [{ snapshot, ...span }] : [])),
  );
  return definitions.length > 0 ? { origin: found.at.span, definitions } : undefined;
}

/** Where a task definition is named by what a template engine fills in, the one that is meant all the same. */
function unnamed(snapshot: Snapshot, offset: number, workspace: Workspace): Target | undefined {
  const naming = namingAt(snapshot, offset);
  const definitions = naming ? definitionsFor(snapshot, workspace, offset) : [];
  if (!naming || definitions.length === 0) return undefined;
  return {
    origin: spanOf(naming),
    definitions: definitions.map(({ snapshot, definition: { node, task } }) => {
      const start = { offset: node.offset, end: node.offset };
      return { snapshot, ...(task.family.node ? spanOf(task.family.node) : start) };
    }),
  };
}
