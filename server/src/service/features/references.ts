import type { Snapshot } from '../snapshot';
import type { Workspace } from './companions';
import { alone, everywhere, type Place } from './everywhere';

/** Where the name under an offset is used, document by document, each in the order of its text; undefined when there is no name. */
export function references(
  snapshot: Snapshot,
  offset: number,
  includeDeclaration: boolean,
  workspace: Workspace = alone,
): readonly Place[] | undefined {
  return everywhere(snapshot, offset, workspace)?.documents.flatMap(({ snapshot, occurrences }) =>
    occurrences.flatMap(({ role, span }) => (role === 'use' || includeDeclaration ? [{ snapshot, ...span }] : [])),
  );
}
