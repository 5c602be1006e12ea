import type { TextChange } from './edit-brackets';

/** The one change that makes the second text of the first: what they share at both ends is left alone. No end of a line is cut in two. */
export function difference(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  if (before[start - 1] === '\r') start--;
  if (same > 0 && before.at(-same) === '\n' && before.at(-1 - same) === '\r') same--;
  return { offset: start, length: before.length - same - start, text: after.slice(start, after.length - same) };
}
