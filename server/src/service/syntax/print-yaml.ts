import { Scalar, stringify, type ToStringOptions } from 'yaml';
import type { Json } from './print';

/** How a document is laid out. */
export interface YamlStyle {
  readonly eol: string;
  /** Blanks per level. */
  readonly indent: number;
  /** Whether a sequence is indented under its key. */
  readonly indentSeq: boolean;
}

/** Quotes of a scalar. */
export type Quote = '"' | "'";

/** A member in block style, line by line, without the margin of its key. */
export function printMember(key: string, value: Json, style: YamlStyle): readonly string[] {
  return linesOf({ [key]: node(value) }, style);
}

/** An item in block style, line by line, without the margin of its dash. */
export function printItem(value: Json, style: YamlStyle): readonly string[] {
  return linesOf([node(value)], style);
}

/** A whole document's value in block style. */
export function printRoot(value: Json, style: YamlStyle): readonly string[] {
  return linesOf(node(value), style);
}

/** What follows the colon of a member or the dash of an item: the rest of its line, with a blank before it, and more lines. */
export function printAfter(
  slot: 'member' | 'item',
  value: Json,
  style: YamlStyle,
  quote?: Quote,
): readonly [string, ...string[]] {
  const content = node(value, quote);
  const [first = '', ...rest] = linesOf(slot === 'member' ? { k: content } : [content], style, quote);
  return [first.slice(slot === 'member' ? 2 : 1), ...rest];
}

/** A value on one line in flow style. */
export function printFlow(value: Json, quote?: Quote): string {
  return stringify(node(value, quote, true), { ...options(quote), collectionStyle: 'flow' }).trimEnd();
}

/** A key on one line. */
export function printKey(name: string, quote?: Quote): string {
  const typed = quote === undefined || needsEscapes(name) ? undefined : scalar(name, quote);
  const key = typed ?? (name.includes('\n') ? undefined : name);
  const text = key === undefined ? '?' : stringify(new Map([[key, 0]]), options(quote));
  // Long keys and keys of several lines would be explicit.
  return text.startsWith('?') ? JSON.stringify(name) : text.slice(0, text.lastIndexOf(':'));
}

function linesOf(value: unknown, { indent, indentSeq }: YamlStyle, quote?: Quote): readonly string[] {
  return stringify(value, { ...options(quote), indent, indentSeq })
    .replace(/\n$/, '')
    .split('\n');
}

/** Strings that YAML 1.1 reads as something else are quoted too: CloudFormation and many tools still read it. */
function options(quote: Quote | undefined) {
  return {
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    singleQuote: quote === "'" ? null : false,
  } satisfies ToStringOptions & { aliasDuplicateObjects: boolean; compat: 'yaml-1.1' };
}

/** The value with scalars that have to be quoted marked so. */
function node(value: Json, quote?: Quote, flow = false): unknown {
  if (typeof value === 'string') {
    if (needsEscapes(value) || (flow && value.includes('\n'))) return scalar(value, '"');
    return quote === undefined ? value : scalar(value, quote);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => node(item, undefined, flow));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, node(member, undefined, flow)]));
}

function scalar(value: string, quote: Quote): Scalar<string> {
  const made = new Scalar(value);
  made.type = quote === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return made;
}

/**
 * Control characters are no YAML in plain; line breaks at the end would depend on the lines that follow, blanks at the
 * beginning on the indentation that the block scalar states.
 */
function needsEscapes(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\n\n$|^\n+$|^\s[\s\S]*\n|\p{Surrogate}/u.test(text);
}
