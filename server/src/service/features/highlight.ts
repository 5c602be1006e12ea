import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { occurrenceAt, sameAs } from './occurrences';

export interface Highlight {
  readonly span: Span;
  /** `write` where the name is defined. */
  readonly kind: 'read' | 'write';
}

/** All places of the name under an offset; undefined when there is no name. */
export function highlight(snapshot: Snapshot, offset: number): readonly Highlight[] | undefined {
  const found = occurrenceAt(snapshot, offset);
  return found && sameAs(found).map(({ span, role }) => ({ span, kind: role === 'definition' ? 'write' : 'read' }));
}
