import type { Span } from '../problem';
import type { TextChange } from './edit-brackets';
import { endOfLine, endOfLineBreak, lineStart } from './trivia';

/** A comment goes with its line, or with the blanks before it; a comma leaves the rest of its line. */
export function erasure(text: string, { offset, end }: Span): TextChange {
  const lineEnd = endOfLine(text, end);
  if (text[offset] === ',') {
    // Up to the end of the line or the bracket: other changes belong before it or after it.
    const rest = /^[^\]}]*/.exec(text.slice(end, lineEnd))?.[0] ?? '';
    return { offset, length: end - offset + rest.length, text: rest };
  }
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const isAlone = before.trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (isAlone) return { offset: start, length: endOfLineBreak(text, lineEnd) - start, text: '' };
  const from = start + before.trimEnd().length;
  return { offset: from, length: end - from, text: '' };
}
