/** Longest text of a document that is shown; the rest is cut. */
const most = 300;

/** Text of a document as a code span: no markup, link or line break in it takes effect. */
export function code(text: string): string {
  const line = cut(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));
  if (line.trim() === '') return '` `';
  // The fence is longer than any run of backticks inside.
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** A table of two columns without a heading; rows without a value are left out. The cells are Markdown. */
export function facts(rows: readonly (readonly [name: string, value: string | undefined])[]): string {
  // A pipe would end the cell, also within a code span.
  const lines = rows.flatMap(([name, value]) => (value ? [`| ${name} | ${value.replaceAll('|', '\\|')} |`] : []));
  return ['| | |', '|---|---|', ...lines].join('\n');
}

function cut(text: string): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
