import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { occurrenceAt, sameAs } from './occurrences';

/** Where a name leads. */
export interface Target {
  /** The name under the offset. */
  readonly origin: Span;
  /** Where it is defined: more than one place when a name is there twice. */
  readonly definitions: readonly Span[];
}

/** Where the name under an offset is defined in the document; undefined when there is no name or nothing defines it. */
export function definition(snapshot: Snapshot, offset: number): Target | undefined {
  const found = occurrenceAt(snapshot, offset);
  if (!found) return undefined;
  const definitions = sameAs(found).flatMap(({ role, span }) => (role === 'definition' ? [span] : []));
  return definitions.length > 0 ? { origin: found.at.span, definitions } : undefined;
}
