import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { occurrenceAt, sameAs } from './occurrences';

/** Where the document uses the name under an offset, in the order of the text; undefined when there is no name. */
export function references(
  snapshot: Snapshot,
  offset: number,
  includeDeclaration: boolean,
): readonly Span[] | undefined {
  const found = occurrenceAt(snapshot, offset);
  return found && sameAs(found).flatMap(({ role, span }) => (role === 'use' || includeDeclaration ? [span] : []));
}
