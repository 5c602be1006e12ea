/** Greatest depth of brackets outside strings and comments. Iterative, because it guards the recursive parsers. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '"':
        i = endOfString(text, i);
        break;
      case '/':
        i = endOfComment(text, i);
        break;
      case '{':
      case '[':
        depth++;
        if (depth > deepest) deepest = depth;
        break;
      case '}':
      case ']':
        depth--;
        break;
    }
  }
  return deepest;
}

/** Index of a string's closing quote, or of the end of its line: JSON strings do not span lines. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '"' || char === '\n' || char === '\r') return i;
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  const close = text[start + 1] === '/' ? '\n' : text[start + 1] === '*' ? '*/' : undefined;
  if (!close) return start;
  const end = text.indexOf(close, start + 2);
  return end < 0 ? text.length : end + close.length - 1;
}
