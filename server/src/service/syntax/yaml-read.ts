/** A YAML text in the two forms its readers take; both keep every offset of the document. */
export interface Readable {
  /** For scalars: a byte order mark and lone carriage returns are line breaks, as editors count them. */
  readonly source: string;
  /** For structure: moreover, placeholders are plain words, and line breaks one kind. */
  readonly structure: string;
}

/**
 * The document as the parsers can read it. A placeholder that is no plain YAML (`{{ cpu }}` is a mapping, `${IMAGE}` ends a
 * flow collection, `%CPU%` is a directive's sign, `@@CPU@@` begins with a reserved one, `#{CPU}#` is a comment) becomes a word of the same length; its
 * text stays in `source`. `#{CPU}` at the begin of a line may be a flow mapping that is commented out.
 */
export function readable(text: string): Readable {
  const marked = text.charCodeAt(0) === 0xfeff ? `\n${text.slice(1)}` : text;
  const returns = marked.includes('\r');
  const source = returns ? marked.replace(/\r(?!\n)/g, '\n') : marked;
  const broken = returns ? source.replaceAll('\r\n', ' \n') : source;
  return { source, structure: broken.replace(tokens, wordOf) };
}

/**
 * Strings of one line where a value may begin, to be passed over, and placeholders outside them. An apostrophe within a
 * word begins no string.
 */
const tokens =
  /(?<=^|[\s,:[{(])(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')|\{\{[^{}\n]+\}\}|\$\{[^{}\n]+\}|%[A-Za-z_][A-Za-z0-9_]*%|@@[A-Za-z_][\w.-]*@@|<%[^\n]{1,200}?%>|#\{[\w.-]+\}#|(?<=\S|[:[,-][ \t]{1,9})#\{[\w.-]+\}/g;

function wordOf(token: string): string {
  return token.startsWith('"') || token.startsWith("'") ? token : 'X'.repeat(token.length);
}
