import { CST } from 'yaml';
import type { Decoded } from './yaml-node';

/** A scalar without quotes, by the core schema of YAML 1.2 and a tag if there is one. */
export function plainScalar(raw: string, tag: string | undefined): Decoded {
  const text = raw.includes('\n') ? fold('scalar', raw) : raw;
  return tag === undefined ? core(text) : coerced(text, tag);
}

/** A scalar in quotes. */
export function quotedScalar(raw: string, tag: string | undefined): Decoded {
  const text = unquote(raw);
  return tag === undefined ? { value: text } : coerced(text, tag);
}

/** `|` and `>`: the header, what follows its line, and the column that a stated indentation counts from. */
export function blockScalar(header: string, source: string, indent: number, tag: string | undefined): Decoded {
  const props: CST.Token[] = [{ type: 'block-scalar-header', offset: 0, indent, source: header }];
  const { value } = CST.resolveAsScalar({ type: 'block-scalar', offset: 0, indent, props, source }, true, ignore);
  return tag === undefined ? { value } : coerced(value, tag);
}

/** A plain scalar without what the syntax tree takes for a part of it: a comment after a tab, blanks at the text's end. */
export function withoutTail(raw: string, last: boolean): string {
  const comment = raw.includes('\n') ? -1 : raw.indexOf('\t#');
  if (comment >= 0) return raw.slice(0, comment).trimEnd();
  return last ? raw.trimEnd() : raw;
}

/** Offset after the lines that hold nothing but spaces. */
export function afterBlankLines(source: string, offset: number): number {
  const line = /(?:[ \t]*\r?\n)*/y;
  line.lastIndex = offset;
  line.exec(source);
  return Math.max(offset, line.lastIndex);
}

/** True for the tags of YAML itself, which say how to read a scalar. */
export function isCoreTag(tag: string): boolean {
  return tag === '!' || coreTags.has(core2002(tag));
}

const coreTags = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq']);

function core2002(tag: string): string {
  const name = /^!<tag:yaml\.org,2002:([a-z]+)>$/.exec(tag)?.[1];
  return name === undefined ? tag : `!!${name}`;
}

function coerced(text: string, tag: string): Decoded {
  const name = core2002(tag);
  if (name === '!!str' || name === '!') return { value: text };
  const decoded = core(text);
  return name === '!!float' && typeof decoded.value === 'number' ? { value: decoded.value, isInteger: false } : decoded;
}

function core(text: string): Decoded {
  if (!mayBeSpecial.test(text)) return { value: text };
  if (nulls.test(text)) return { value: null };
  if (/^(?:true|True|TRUE)$/.test(text)) return { value: true };
  if (/^(?:false|False|FALSE)$/.test(text)) return { value: false };
  if (decimal.test(text)) return { value: Number(text), isInteger: !text.includes('.') };
  if (/^0(?:o[0-7]+|x[0-9a-fA-F]+)$/.test(text)) return { value: Number(text), isInteger: true };
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) {
    return { value: text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, isInteger: false };
  }
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return { value: Number.NaN, isInteger: false };
  return { value: text };
}

/** First characters of everything that is not a string: nearly all scalars are told by one. */
const mayBeSpecial = /^(?:[-+.0-9~nNtTfF]|$)/;
const nulls = /^(?:~|null|Null|NULL|)$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

function unquote(raw: string): string {
  const quote = raw.charAt(0);
  const special = raw.includes('\n') || (quote === '"' ? raw.includes('\\') : raw.indexOf("'", 1) < raw.length - 1);
  if (!special && raw.length > 1 && raw.endsWith(quote)) return raw.slice(1, -1);
  return fold(quote === '"' ? 'double-quoted-scalar' : 'single-quoted-scalar', raw);
}

function fold(type: 'scalar' | 'double-quoted-scalar' | 'single-quoted-scalar', source: string): string {
  return CST.resolveAsScalar({ type, offset: 0, indent: 0, source }, true, ignore).value;
}

/** Mistakes within scalars are told by `yamlProblems`. */
function ignore(): void {
  return;
}
