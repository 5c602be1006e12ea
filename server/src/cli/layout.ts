/** Widest line of what is written for people. */
export const widest = 100;

/** A text in lines, divided between words. */
export function wrapped(text: string, width = widest): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** The same lines, two blanks further in; nobody reads to the end of a very long one. */
export function indented(text: string): string {
  return text
    .trimEnd()
    .replace(/^.{400,}$/gm, (line) => `${line.slice(0, 150)}…${line.slice(-20)}`)
    .replace(/^(?=.)/gm, '  ');
}
