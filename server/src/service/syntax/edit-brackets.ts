import type { ASTNode } from './ast';
import type { Addition, CollectionEdits } from './edit-plan';
import type { Json } from './print';
import { endOfLine, endOfLineBreak, lineStart } from './trivia';

/** A replacement of text at UTF-16 offsets of the unchanged document. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** What differs between JSON and YAML's flow style. */
export interface BracketSyntax {
  /** Offset of the next character that is neither blank nor in a comment. */
  readonly skip: (text: string, offset: number) => number;
  /** A comment to the end of the line, if one may follow there. */
  readonly restOfLine: RegExp;
  readonly key: (name: string) => string;
  readonly inline: (value: Json) => string;
  /** A value that may take several lines; `margin` is the indentation of its first. */
  readonly lines: (value: Json, margin: string) => string;
  readonly layout: (offset: number) => { readonly eol: string; readonly unit: string; readonly indent: string };
}

/** Adds and removes children of a collection in brackets, with the commas that belong to them. */
export function printBrackets(
  text: string,
  { parent, added, removed }: CollectionEdits,
  syntax: BracketSyntax,
): readonly TextChange[] {
  const children: readonly ASTNode[] = parent.type === 'object' ? parent.properties : parent.items;
  const last = children.at(-1);
  if (added.length === 0 || !last || !removed.has(last)) {
    const changes = added.length > 0 ? insertion(text, parent, last, added, syntax) : [];
    return [...changes, ...removal(text, children, removed, syntax)];
  }
  // Additions come after the last child: when it goes, they take its place.
  const { eol, indent } = syntax.layout(last.offset);
  const inline = !text.slice(parent.offset, last.offset).includes('\n');
  const printed = inline
    ? added.map((addition) => printAddition(addition, syntax, syntax.inline)).join(', ')
    : added
        .map((addition) => printAddition(addition, syntax, (value) => syntax.lines(value, indent)))
        .join(`,${eol}${indent}`);
  return [
    { offset: last.offset, length: last.length, text: printed },
    ...removal(text, children, new Set([...removed].filter((child) => child !== last)), syntax),
  ];
}

/** New members or items after the last one: on lines of their own where the last is. */
function insertion(
  text: string,
  parent: ASTNode,
  last: ASTNode | undefined,
  added: readonly Addition[],
  syntax: BracketSyntax,
): readonly TextChange[] {
  const inside = text.slice(parent.offset, last?.offset ?? endOf(parent));
  if (!inside.includes('\n')) {
    const printed = added.map((addition) => printAddition(addition, syntax, syntax.inline)).join(', ');
    if (last) return [{ offset: endOf(last), length: 0, text: `, ${printed}` }];
    const padding = parent.type === 'object' && !/\s/.test(text[parent.offset + 1] ?? '') ? ' ' : '';
    return [{ offset: parent.offset + 1, length: 0, text: `${padding && ' '}${printed}${padding}` }];
  }
  const { eol, unit, indent } = syntax.layout(last?.offset ?? parent.offset);
  const margin = last ? indent : indent + unit;
  const lines = added.map(
    (addition) => margin + printAddition(addition, syntax, (value) => syntax.lines(value, margin)),
  );
  if (!last) return [{ offset: parent.offset + 1, length: 0, text: eol + lines.join(`,${eol}`) }];
  const next = syntax.skip(text, endOf(last));
  const trailingComma = text[next] === ',';
  const afterComma = trailingComma ? next + 1 : endOf(last);
  // Beside the closing bracket there is no line to go to.
  const lineEnd = endOfLine(text, afterComma);
  const at = lineEnd < endOf(parent) ? lineEnd : afterComma;
  return [
    ...(trailingComma ? [] : [{ offset: endOf(last), length: 0, text: ',' }]),
    { offset: at, length: 0, text: eol + lines.join(`,${eol}`) + (trailingComma ? ',' : '') },
  ];
}

function printAddition({ key, value }: Addition, syntax: BracketSyntax, print: (value: Json) => string): string {
  return key === undefined ? print(value) : `${syntax.key(key)}: ${print(value)}`;
}

/** Removes children a run of neighbours at a time. */
function removal(
  text: string,
  children: readonly ASTNode[],
  removed: ReadonlySet<ASTNode>,
  syntax: BracketSyntax,
): readonly TextChange[] {
  return runsOf(children, removed).flatMap(([from, to]) => removeRun(text, children, from, to, syntax));
}

/** First and last index of each run of neighbours that are in the set. */
export function runsOf(
  children: readonly ASTNode[],
  set: ReadonlySet<ASTNode>,
): readonly (readonly [number, number])[] {
  const isIn = (node: ASTNode | undefined): boolean => node !== undefined && set.has(node);
  const runs: (readonly [number, number])[] = [];
  for (let from = 0; from < children.length; from++) {
    if (!isIn(children[from])) continue;
    let to = from;
    while (isIn(children[to + 1])) to++;
    runs.push([from, to]);
    from = to;
  }
  return runs;
}

function removeRun(
  text: string,
  children: readonly ASTNode[],
  from: number,
  to: number,
  syntax: BracketSyntax,
): readonly TextChange[] {
  const [before, first, last, after] = [children[from - 1], children[from], children[to], children[to + 1]];
  if (!first || !last) return [];
  const comma = syntax.skip(text, endOf(last));
  const end = text[comma] === ',' ? comma + 1 : endOf(last);
  const start = lineStart(text, first.offset);
  const endsLine = endOfLine(text, end) >= end && syntax.restOfLine.test(text.slice(end, endOfLine(text, end)));
  const ownLines = text.slice(start, first.offset).trim() === '' && start > 0 && endsLine;
  const lines = { offset: start, length: endOfLineBreak(text, end) - start, text: '' };
  if (after) return [ownLines ? lines : { offset: first.offset, length: after.offset - first.offset, text: '' }];
  if (!before) return [ownLines ? lines : { offset: first.offset, length: end - first.offset, text: '' }];
  // The last one goes: so does the comma before it, unless the list has a comma at its end anyway.
  const keepsComma = text[comma] === ',';
  if (!ownLines) return [{ offset: endOf(before), length: (keepsComma ? endOf(last) : end) - endOf(before), text: '' }];
  const commaBefore = syntax.skip(text, endOf(before));
  return keepsComma ? [lines] : [{ offset: commaBefore, length: 1, text: '' }, lines];
}

function endOf({ offset, length }: ASTNode): number {
  return offset + length;
}
