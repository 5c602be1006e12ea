import { lineStart } from './trivia';

/** Plain JSON data. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How the text around an offset is laid out. */
export interface Layout {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** The indentation of the offset's line. */
  readonly indent: string;
}

/** The document's own line ends and indentation, read from its first indented line. */
export function layoutOf(text: string, offset: number): Layout {
  const start = lineStart(text, offset);
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    unit: /^[^\S\n]*[{[].*\r?\n([ \t]+)\S/.exec(text)?.[1] ?? '  ',
    indent: /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '',
  };
}

/** A value on one line. */
export function printInline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printInline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${printInline(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** A value over several lines, as it stands at an offset; the first line has no indentation of its own. */
export function printValue(text: string, offset: number, value: Json, margin?: string): string {
  const { eol, unit, indent } = layoutOf(text, offset);
  return JSON.stringify(value, null, unit).replaceAll('\n', eol + (margin ?? indent));
}
