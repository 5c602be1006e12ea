import type { Definition, Snapshot } from '../snapshot';

/** The task definition whose text holds the offset. */
export function definitionAt({ definitions }: Snapshot, offset: number): Definition | undefined {
  return definitions.find(({ node }) => node.offset <= offset && offset <= node.offset + node.length);
}
