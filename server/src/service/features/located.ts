import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { spanOf } from '../syntax/ast';
import { resourceKey } from './resource-key';

/** A definition of a document, whatever holds it. */
export interface LocatedDefinition {
  /** Its family, else the logical ID of its resource; absent when it has neither. */
  readonly name?: string;
  readonly shape: Definition['shape'];
  readonly span: Span;
}

/** Every definition of a document, in the order of `Snapshot.definitions`. */
export function located(snapshot: Snapshot): readonly LocatedDefinition[] {
  return snapshot.definitions.map(({ shape, node, task }) => {
    const name = task.family.literal || (shape === 'cloudformation' ? resourceKey(node)?.value : undefined);
    return { ...(name !== undefined && { name }), shape, span: spanOf(node) };
  });
}
