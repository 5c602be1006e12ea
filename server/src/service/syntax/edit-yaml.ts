import type { Span } from '../problem';
import type { ASTNode, PropertyASTNode, StringASTNode } from './ast';
import { type BracketSyntax, printBrackets, runsOf, type TextChange } from './edit-brackets';
import { type CollectionEdits, collectionOf, type Plan } from './edit-plan';
import {
  afterColon,
  childrenOf,
  columnOf,
  contentEnd,
  isBlock,
  isFlow,
  isInFlow,
  isInPlace,
  itemsOf,
  type Slot,
  skipYamlTrivia,
  slotOf,
  styleOf,
} from './layout-yaml';
import { type Json, printInline } from './print';
import {
  printAfter,
  printFlow,
  printItem,
  printKey,
  printMember,
  printRoot,
  type Quote,
  type YamlStyle,
} from './print-yaml';
import { endOfLine, endOfLineBreak, lineStart } from './trivia';

/**
 * Prints edits for YAML in the style that surrounds them: flow within brackets, else block with the indentation of the siblings.
 * Undefined when an edit cannot be written in place, as within what an alias stands for.
 */
export function printYamlEdits(text: string, plan: Plan): readonly TextChange[] | undefined {
  const { renames, replacements, fills, collections } = plan;
  const touched: readonly ASTNode[] = [
    ...renames.map(({ key }) => key),
    ...replacements.keys(),
    ...fills.keys(),
    ...collections.flatMap(({ parent, removed }) => [parent, ...removed]),
  ];
  const [some] = touched;
  if (!some) return [];
  if (!touched.every(isInPlace)) return undefined;
  const context: Context = { text, style: styleOf(text, some) };
  const changes = [
    ...renames.map(({ key, name }) => renaming(text, key, name)),
    ...[...replacements].map(([node, value]) => replacement(context, node, value)),
    ...[...fills].map(([property, value]) => filling(context, property, value)),
    ...collections.map((edits) => collection(context, edits)),
  ];
  const written = changes.filter((change) => change !== undefined);
  return written.length === changes.length && !losesAnchor(text, written.flat()) ? written.flat() : undefined;
}

/** True when an alias of what goes is somewhere in the text: it would stand for nothing. */
function losesAnchor(text: string, changes: readonly TextChange[]): boolean {
  return changes
    .flatMap(({ offset, length }) => [
      ...text.slice(offset, offset + length).matchAll(/(?<=^|[\s,[{])&([^\s,[\]{}]+)/g),
    ])
    .some(([, name]) => text.includes(`*${name}`));
}

interface Context {
  readonly text: string;
  readonly style: YamlStyle;
}

function renaming(text: string, key: StringASTNode, name: string): readonly TextChange[] {
  return [{ offset: key.offset, length: key.length, text: printKey(name, quoteAt(text, key)) }];
}

function replacement(context: Context, node: ASTNode, value: Json): readonly TextChange[] | undefined {
  const { text, style } = context;
  if (isInFlow(text, node)) return flowReplacement(context, node, value);
  const slot = slotOf(text, node);
  if (slot) return slotReplacement(context, node, slot, value);
  if (node.parent?.type === 'property' && node.parent.keyNode.length > 0) return undefined;
  const alone = text.slice(lineStart(text, node.offset), node.offset).replace('\ufeff', '').trim() === '';
  const isScalar = typeof value !== 'object' || value === null;
  const lines = alone && !isScalar ? printRoot(value, style) : [printFlow(value, quoteAt(text, node))];
  const margin = ' '.repeat(columnOf(text, node.offset));
  const end = isBlock(text, node) ? endOfLine(text, contentEnd(text, node)) : contentEnd(text, node);
  return [{ offset: node.offset, length: end - node.offset, text: indented(lines, margin, style).trimStart() }];
}

/** Replaces what follows a colon or dash; a comment on its line stays. */
function slotReplacement(
  { text, style }: Context,
  node: ASTNode,
  slot: Slot,
  value: Json,
): readonly TextChange[] | undefined {
  const [head, ...more] = printAfter(slot.kind, value, style, quoteAt(text, node));
  const tail = more.length === 0 ? '' : style.eol + indented(more, ' '.repeat(slot.column), style);
  const lineEnd = endOfLine(text, slot.offset);
  if (node.length === 0 || node.type === 'property')
    return [insert(slot.offset, head), insert(lineEnd, tail)].filter(changesText);
  const content = contentEnd(text, node);
  if (node.offset > lineEnd) {
    const end = endOfLine(text, content);
    return [insert(slot.offset, head), { offset: lineEnd, length: end - lineEnd, text: tail }].filter(changesText);
  }
  const end = isBlock(text, node) ? endOfLine(text, content) : content;
  const start = head === '' ? slot.offset : node.offset;
  const changed = { offset: start, length: end - start, text: head.slice(1) };
  return [changed, insert(endOfLine(text, end), tail)].filter(changesText);
}

function flowReplacement(context: Context, node: ASTNode, value: Json): readonly TextChange[] | undefined {
  const { text } = context;
  const { parent } = node;
  const syntax = bracketSyntax(context, parent?.type === 'property' ? (parent.parent ?? parent) : node);
  if (node.length > 0) {
    const multiline = text.slice(node.offset, node.offset + node.length).includes('\n');
    const quote = quoteAt(text, node);
    const { indent } = syntax.layout(node.offset);
    const printed =
      typeof value === 'string' && quote !== undefined
        ? printFlow(value, quote)
        : multiline
          ? syntax.lines(value, indent)
          : syntax.inline(value);
    return [{ offset: node.offset, length: node.length, text: printed }];
  }
  const slot = slotOf(text, node);
  return slot && [insert(slot.offset, ` ${syntax.inline(value)}`)];
}

/** Gives a key its value. */
function filling(context: Context, property: PropertyASTNode, value: Json): readonly TextChange[] | undefined {
  const { text } = context;
  const { keyNode, parent } = property;
  const after = afterColon(text, property);
  if (isInFlow(text, property)) {
    const printed = bracketSyntax(context, parent ?? property).inline(value);
    return [insert(after ?? keyNode.offset + keyNode.length, `${after === undefined ? ':' : ''} ${printed}`)];
  }
  if (after === undefined) return undefined;
  const slot: Slot = { kind: 'member', offset: after, column: columnOf(text, keyNode.offset) };
  return slotReplacement(context, property, slot, value);
}

function collection(context: Context, edits: CollectionEdits): readonly TextChange[] | undefined {
  const { text } = context;
  const { parent, added, removed } = edits;
  const children = childrenOf(parent);
  const inside = text.slice(parent.offset, parent.offset + parent.length);
  const merges = /(?:^|[\s{,])<<\s*:/.test(inside);
  if (children.length === 0 && merges) return undefined;
  const empties = children.every((child) => removed.has(child)) && !merges;
  if (isFlow(text, parent)) {
    // An empty pair of brackets gives way to a block, unless it holds a comment or stands in other brackets.
    if (children.length === 0 && !inside.includes('#') && !isInFlow(text, parent)) {
      return replacement(context, parent, collectionOf(added));
    }
    if (children.length === 0 && inside.includes('\n')) {
      const syntax = bracketSyntax(context, parent);
      const printed = added.map(
        ({ key, value }) => (key === undefined ? '' : `${syntax.key(key)}: `) + syntax.inline(value),
      );
      return [insert(parent.offset + 1, printed.join(', '))];
    }
    // Where an alias stands is not known, only where its anchor does.
    if (children.some((child, index) => child.offset < (children[index - 1]?.offset ?? parent.offset)))
      return undefined;
    return printBrackets(text, edits, bracketSyntax(context, parent));
  }
  if (empties) {
    const rest = added.length > 0 ? collectionOf(added) : parent.type === 'object' ? {} : [];
    return replacement(context, parent, rest);
  }
  if (isInFlow(text, parent)) {
    // One pair without braces in a sequence: `[a: 1]`.
    const printed = added.map(({ key = '', value }) => `, ${printKey(key)}: ${printFlow(value)}`).join('');
    return [insert(parent.offset, '{ '), insert(parent.offset + parent.length, `${printed} }`)];
  }
  return blockCollection(context, edits, children);
}

function blockCollection(
  { text, style }: Context,
  { parent, added, removed }: CollectionEdits,
  children: readonly ASTNode[],
): readonly TextChange[] | undefined {
  const spans: readonly Span[] =
    parent.type === 'array'
      ? itemsOf(text, parent)
      : children.map((child) => ({ offset: child.offset, end: contentEnd(text, child) }));
  const changes = runsOf(children, removed).map(([from, to]) => {
    const start = spans[from]?.offset ?? 0;
    const end = spans[to]?.end ?? 0;
    const line = lineStart(text, start);
    const mark = text.charCodeAt(line) === 0xfeff ? 1 : 0;
    if (text.slice(line + mark, start).trim() === '') return removedLines(text, line + mark, end);
    // The first child of an item stands on the line of its dash: the next one moves up, or stays below a comment.
    const next = spans[to + 1]?.offset ?? end;
    const lineEnd = endOfLine(text, end);
    const adjacent = text.slice(lineEnd, next).trim() === '';
    return { offset: start, length: (adjacent ? next : lineEnd) - start, text: '' };
  });
  if (added.length === 0) return changes;
  const last = children.findLastIndex((child) => !removed.has(child));
  if (last < 0) return undefined;
  const margin = ' '.repeat(columnOf(text, spans[last]?.offset ?? 0));
  const printed = added.map(({ key, value }) => {
    const lines = key === undefined ? printItem(value, style) : printMember(key, value, style);
    return style.eol + indented(lines, margin, style);
  });
  return [...changes, insert(endOfLine(text, spans[last]?.end ?? 0), printed.join(''))];
}

/** With the line break before them, so that lines can still be added after the last. */
function removedLines(text: string, start: number, end: number): TextChange {
  if (lineStart(text, start) === 0) return { offset: start, length: endOfLineBreak(text, end) - start, text: '' };
  const lineEnd = endOfLine(text, end);
  const before = endOfLine(text, lineStart(text, start - 1));
  // At the end of the text the break before may be part of a block scalar that keeps its blank lines.
  const from = lineEnd === text.length && lineStart(text, before) === before ? start : before;
  return { offset: from, length: lineEnd - from, text: '' };
}

/** Flow style as its keys are written: like JSON when they are in double quotes. */
function bracketSyntax({ text, style }: Context, node: ASTNode): BracketSyntax {
  const quote = quoteIn(text, node);
  const shared = {
    skip: skipYamlTrivia,
    restOfLine: /^(?:[ \t]+(?:#.*)?)?$/,
    layout: (offset: number) => {
      const start = lineStart(text, offset);
      const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
      return { eol: style.eol, unit: ' '.repeat(style.indent), indent };
    },
  };
  if (quote === '"') {
    return {
      ...shared,
      key: (name) => JSON.stringify(name),
      inline: printInline,
      lines: (value, margin) => JSON.stringify(value, null, style.indent).replaceAll('\n', style.eol + margin),
    };
  }
  const inline = (value: Json) => printFlow(value);
  return { ...shared, key: (name) => printKey(name, quote), inline, lines: inline };
}

/** The quotes of the first key in or around a collection in brackets. */
function quoteIn(text: string, node: ASTNode): Quote | undefined {
  for (let at: ASTNode | undefined = node; at; at = at.parent) {
    const key = at.type === 'object' && isFlow(text, at) ? at.properties[0]?.keyNode : undefined;
    if (key) return quoteAt(text, key);
  }
  return undefined;
}

function quoteAt(text: string, { offset, type }: ASTNode): Quote | undefined {
  const char = text[offset];
  return type === 'string' && (char === '"' || char === "'") ? char : undefined;
}

function indented(lines: readonly string[], margin: string, { eol }: YamlStyle): string {
  return lines.map((line) => (line === '' ? '' : margin + line)).join(eol);
}

function insert(offset: number, text: string): TextChange {
  return { offset, length: 0, text };
}

function changesText({ length, text }: TextChange): boolean {
  return length > 0 || text !== '';
}
