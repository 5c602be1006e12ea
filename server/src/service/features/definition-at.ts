import type { Definition, Request, Snapshot } from '../snapshot';

/** What a place in a document can be in: a task definition, or a request about one. */
export type Holder = Definition | Request;

/** The task definition whose text holds the offset. */
export function definitionAt({ definitions }: Snapshot, offset: number): Definition | undefined {
  return definitions.find(({ node }) => node.offset <= offset && offset <= node.offset + node.length);
}

/** The task definition or request whose text holds the offset. */
export function holderAt(snapshot: Snapshot, offset: number): Holder | undefined {
  return definitionAt(snapshot, offset) ?? requestAt(snapshot, offset);
}

function requestAt({ requests }: Snapshot, offset: number): Request | undefined {
  return requests.find(({ node }) => node.offset <= offset && offset <= node.offset + node.length);
}
