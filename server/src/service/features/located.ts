import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { memberOf, spanOf } from '../syntax/ast';

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
    const name = task.family.literal || (shape === 'cloudformation' ? logicalId(snapshot, node.offset) : undefined);
    return { ...(name !== undefined && { name }), shape, span: spanOf(node) };
  });
}

function logicalId(snapshot: Snapshot, offset: number): string | undefined {
  for (const root of snapshot.tree?.roots ?? []) {
    const resources = memberOf(root, 'Resources')?.valueNode;
    if (resources?.type !== 'object') continue;
    const holder = resources.properties.find((it) => it.offset <= offset && offset < it.offset + it.length);
    if (holder) return holder.keyNode.value;
  }
  return undefined;
}
