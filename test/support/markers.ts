/** Text with caret comments: `// ^^^^` marks the columns of the line above it that is not itself such a comment. */
export interface Marked {
  /** The text without its caret lines. */
  readonly clean: string;
  /** The marked pieces as [offset, end] in the clean text. */
  readonly spans: readonly (readonly [number, number])[];
}

const caretLine = /^\s*\/\/[\s^]*\^[\s^]*$/;

export function readMarkers(text: string): Marked {
  const spans: [number, number][] = [];
  const kept: string[] = [];
  let start = 0;
  let above = 0;
  for (const line of text.split('\n')) {
    if (caretLine.test(line)) {
      for (const { index, 0: carets } of line.matchAll(/\^+/g))
        spans.push([above + index, above + index + carets.length]);
    } else {
      kept.push(line);
      above = start;
      start += line.length + 1;
    }
  }
  return { clean: kept.join('\n'), spans: spans.toSorted((a, b) => a[0] - b[0]) };
}
