import type { ASTNode } from './ast';
import type { TextChange } from './edit-brackets';
import { columnOf, contentEnd, isBlock, styleOf } from './layout-yaml';
import { layoutOf } from './print';
import { printFlow } from './print-yaml';
import { endOfLine, endOfLineBreak, lineStart } from './trivia';

/** A text and what it is read as. */
export interface Source {
  readonly text: string;
  readonly syntax: 'json' | 'yaml';
}

/** A member around a value: its key, and a member that stands before it. */
export interface Layer {
  readonly key: string;
  readonly before?: readonly [key: string, value: string];
}

/** True when `nest` has an answer. */
export function nests({ text, syntax }: Source, root: ASTNode): boolean {
  return syntax === 'json' || !isBlock(text, root) || columnOf(text, root.offset) === 0;
}

/** Puts the document's root into members around it, the outermost first; `changes` are made to the root itself. */
export function nest(
  source: Source,
  root: ASTNode,
  layers: readonly Layer[],
  changes: readonly TextChange[] = [],
): readonly TextChange[] | undefined {
  const { text, syntax } = source;
  if (!nests(source, root)) return undefined;
  if (syntax === 'yaml' && isBlock(text, root)) {
    const { eol, indent } = styleOf(text, root);
    const unit = ' '.repeat(indent);
    const lines = layers.flatMap(({ key, before }, level) =>
      [...(before ? [`${before[0]}: ${printFlow(before[1])}`] : []), `${key}:`].map(
        (line) => unit.repeat(level) + line,
      ),
    );
    const margin = unit.repeat(layers.length);
    const opening = insert(root.offset, lines.join(eol) + eol);
    const margins = [insert(root.offset, margin), ...indentation(text, root, margin)];
    return combined(text, [opening], changes, margins, (it) => indented(it, margin));
  }
  const { eol, indent } = layoutOf(text, root.offset);
  const unit = unitOf(text, root);
  const isInline = !text.slice(root.offset, end(root)).includes('\n');
  const margin = isInline ? '' : unit.repeat(layers.length);
  const breakAt = (level: number) => (isInline ? ' ' : eol + indent + unit.repeat(level));
  const openings = layers.map(({ key, before }, index) => {
    const start = breakAt(index + 1);
    const first = before ? `${start}${JSON.stringify(before[0])}: ${JSON.stringify(before[1])},` : '';
    return `{${first}${start}${JSON.stringify(key)}: `;
  });
  const closings = layers.map((_, index) => `${breakAt(layers.length - 1 - index)}}`);
  const around = [insert(root.offset, openings.join('')), insert(end(root), closings.join(''))];
  return combined(text, around, changes, indentation(text, root, margin), (it) => indented(it, margin));
}

/**
 * Makes a value within the root the whole document; `changes` are made to the value itself. Undefined when a comment, an anchor or a
 * tag would be lost.
 */
export function unnest(
  { text, syntax }: Source,
  root: ASTNode,
  node: ASTNode,
  changes: readonly TextChange[] = [],
): readonly TextChange[] | undefined {
  const inBlock = syntax === 'yaml' && isBlock(text, root);
  if (inBlock && columnOf(text, root.offset) !== 0) return undefined;
  const isBlockToo = inBlock && isBlock(text, node);
  // A comment between the key and the value's first line stays.
  const before = {
    offset: root.offset,
    end: isBlockToo ? endOfLineBreak(text, keyEnd(node)) : node.offset,
  };
  const after = inBlock
    ? { offset: endOfLine(text, contentEnd(text, node)), end: endOfLine(text, contentEnd(text, root)) }
    : { offset: end(node), end: end(root) };
  if (!isDispensable(text, root, before.offset, before.end) || !isDispensable(text, root, after.offset, after.end))
    return undefined;
  const depth = isBlockToo ? columnOf(text, node.offset) : marginOf(text, node.offset) - marginOf(text, root.offset);
  const around = [before, after].map((span) => ({ offset: span.offset, length: span.end - span.offset, text: '' }));
  const removal = new RegExp(`\\n[ \\t]{0,${Math.max(0, depth)}}`, 'g');
  const margins = unindentation(text, isBlockToo ? before.end : node.offset + 1, contentEnd(text, node), depth);
  return combined(text, around, changes, margins, (it) => it.replace(removal, '\n'));
}

/** Changes around a value, in it, and of its lines' margins, which give way to both. */
function combined(
  text: string,
  around: readonly TextChange[],
  inside: readonly TextChange[],
  margins: readonly TextChange[],
  reindent: (text: string) => string,
): readonly TextChange[] {
  const own = inside.map((change) => ({ ...change, text: reindent(change.text) }));
  const first = [...around, ...own].filter(({ length, text: inserted }) => length > 0 || inserted !== '');
  const rest = margins.filter((margin) => first.every((change) => !takesMargin(change, margin)));
  return [...first, ...rest]
    .toSorted((a, b) => a.offset - b.offset || Math.sign(a.length) - Math.sign(b.length))
    .reduce<readonly TextChange[]>((changes, next) => join(text, changes, next), []);
}

/** True where a change reaches over a line's start, or removes the line from its start on. */
function takesMargin(change: TextChange, margin: TextChange): boolean {
  if (change.offset === margin.offset) return change.length > 0 && change.text === '';
  return change.offset < margin.offset + margin.length && margin.offset < change.offset + change.length;
}

/** What stood before the value and its first members may go by deletions that overlap: they become one, of whole lines. */
function join(text: string, changes: readonly TextChange[], next: TextChange): readonly TextChange[] {
  const last = changes.at(-1);
  if (!last || next.offset >= last.offset + last.length) return [...changes, next];
  const to = Math.max(last.offset + last.length, next.offset + next.length);
  const until = endOfLine(text, to) === to ? endOfLineBreak(text, to) : to;
  return [...changes.slice(0, -1), { offset: last.offset, length: until - last.offset, text: last.text + next.text }];
}

function indentation(text: string, node: ASTNode, margin: string): readonly TextChange[] {
  if (margin === '') return [];
  const lines = linesBetween(text, node.offset + 1, contentEnd(text, node));
  return lines.flatMap((line) => (endOfLine(text, line) > line ? [insert(line, margin)] : []));
}

function unindentation(text: string, from: number, to: number, depth: number): readonly TextChange[] {
  return linesBetween(text, from, to).flatMap((line) => {
    const length = Math.min(depth, marginOf(text, endOfLine(text, line), line));
    return length > 0 ? [{ offset: line, length, text: '' }] : [];
  });
}

/** Offsets of the lines that begin within a piece of text. */
function linesBetween(text: string, from: number, to: number): readonly number[] {
  const lines: number[] = [];
  for (let at = from; at < to; at = endOfLineBreak(text, at)) if (lineStart(text, at) === at) lines.push(at);
  return lines;
}

function keyEnd({ parent, offset }: ASTNode): number {
  return parent?.type === 'property' ? end(parent.keyNode) : offset;
}

/** One level of indentation: what the first member has more than the bracket. */
function unitOf(text: string, root: ASTNode): string {
  const { indent, unit } = layoutOf(text, root.offset);
  const first = root.children?.[0]?.offset ?? root.offset;
  const margin = text.slice(lineStart(text, first), first);
  return lineStart(text, first) > root.offset &&
    margin.startsWith(indent) &&
    /^[ \t]+$/.test(margin.slice(indent.length))
    ? margin.slice(indent.length)
    : unit;
}

/** Blanks at the start of an offset's line. */
function marginOf(text: string, offset: number, start = lineStart(text, offset)): number {
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0;
}

/** True for a piece of text that holds scalars and punctuation alone. */
function isDispensable(text: string, root: ASTNode, from: number, to: number): boolean {
  let rest = '';
  let at = from;
  for (const { offset, length } of scalarsIn(root)) {
    if (offset < at || offset + length > to) continue;
    rest += text.slice(at, offset);
    at = offset + length;
  }
  return /^[\s{}[\],:-]*$/.test(rest + text.slice(at, Math.max(at, to)));
}

/** In the order of the text. */
function scalarsIn(node: ASTNode): readonly ASTNode[] {
  const { children } = node;
  return children && node.type !== 'string' ? children.flatMap(scalarsIn) : [node];
}

function indented(text: string, margin: string): string {
  return text.replace(/\n(?=[^\r\n])/g, `\n${margin}`);
}

function insert(offset: number, text: string): TextChange {
  return { offset, length: 0, text };
}

function end({ offset, length }: ASTNode): number {
  return offset + length;
}
