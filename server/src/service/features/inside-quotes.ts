import type { Span } from '../problem';

/** A scalar's text without its quotes, if it has them. */
export function insideQuotes(text: string, { offset, end }: Span): Span {
  const quote = text[offset];
  const quoted = (quote === '"' || quote === "'") && end - offset > 1 && text[end - 1] === quote;
  return quoted ? { offset: offset + 1, end: end - 1 } : { offset, end };
}
