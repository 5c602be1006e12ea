import type { Span } from '../problem';
import type { TextChange } from '../syntax/edit';

/** Where a span of a changed text was before the changes, which came one set after the other; a point where it was not yet. */
export function originOf(span: Span, steps: readonly (readonly TextChange[])[]): Span {
  const offset = steps.reduceRight((at, changes) => before(at, changes, 'start'), span.offset);
  const end = steps.reduceRight((at, changes) => before(at, changes, 'end'), span.end);
  return { offset, end: Math.max(offset, end) };
}

/** An offset before one set of changes; within a text that they put in, the start or the end of what it is in place of. */
function before(offset: number, changes: readonly TextChange[], edge: 'start' | 'end'): number {
  let shift = 0;
  for (const change of changes.toSorted((a, b) => a.offset - b.offset)) {
    const start = change.offset + shift;
    if (offset < start || (edge === 'end' && offset === start)) break;
    const end = start + change.text.length;
    if (edge === 'start' ? offset < end : offset <= end) return change.offset + (edge === 'start' ? 0 : change.length);
    shift += change.text.length - change.length;
  }
  return offset - shift;
}
