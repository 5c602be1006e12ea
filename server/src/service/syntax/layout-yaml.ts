import type { Span } from '../problem';
import { type ArrayASTNode, type ASTNode, type ObjectASTNode, type PropertyASTNode, writtenKey } from './ast';
import type { YamlStyle } from './print-yaml';
import { endOfLine, lineStart } from './trivia';

/** Where a value stands in block style: after the colon of a member or the dash of an item. */
export interface Slot {
  readonly kind: 'member' | 'item';
  /** Offset after the colon or dash, and after the anchor and tag that follow on the line. */
  readonly offset: number;
  /** Column of the key or dash. */
  readonly column: number;
}

/** Undefined for the document's root, and for values with no colon or dash of their own. */
export function slotOf(text: string, node: ASTNode): Slot | undefined {
  const { parent } = node;
  if (parent?.type === 'property') {
    const colon = afterColon(text, parent);
    return colon === undefined
      ? undefined
      : { kind: 'member', offset: afterTags(text, colon, node), column: columnOf(text, parent.keyNode.offset) };
  }
  if (parent?.type !== 'array') return undefined;
  const index = parent.items.findIndex(({ offset }) => offset === node.offset);
  if (isFlow(text, parent)) return undefined;
  const dash = dashesOf(text, parent)[index];
  if (dash === undefined) return undefined;
  return { kind: 'item', offset: afterTags(text, dash + 1, node), column: columnOf(text, dash) };
}

/** Offsets of the dashes of a block sequence. */
export function dashesOf(text: string, array: ArrayASTNode): readonly number[] {
  return itemsOf(text, array).map(({ offset }) => offset);
}

/** The items of a block sequence from their dashes on. */
export function itemsOf(text: string, array: ArrayASTNode): readonly Span[] {
  const spans: Span[] = [];
  for (const item of array.items) {
    const offset = skipYamlTrivia(text, spans.at(-1)?.end ?? array.offset);
    spans.push({ offset, end: endOfItem(text, offset, item) });
  }
  return spans;
}

/** An alias is the node of its anchor, which stands before it. */
function endOfItem(text: string, dash: number, item: ASTNode): number {
  const alias = /\s+\*\S+/y;
  alias.lastIndex = dash + 1;
  if (item.offset < dash) return dash + 1 + (alias.exec(text)?.[0].length ?? 0);
  return item.length > 0 ? contentEnd(text, item) : dash + 1;
}

/** True for a collection in brackets. */
export function isFlow(text: string, node: ASTNode): boolean {
  if (node.type === 'array') return text[node.offset] === '[';
  // A first key may itself begin with a brace, in placeholders.
  return node.type === 'object' && text[node.offset] === '{' && node.properties[0]?.offset !== node.offset;
}

/** True for a node somewhere within brackets. */
export function isInFlow(text: string, node: ASTNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (isFlow(text, at)) return true;
  return false;
}

/** True for a mapping or sequence that is laid out by indentation. */
export function isBlock(text: string, node: ASTNode): node is ObjectASTNode | ArrayASTNode {
  return (node.type === 'object' || node.type === 'array') && !isFlow(text, node) && !isInFlow(text, node);
}

/** Offset after the last character that has to do with the node's value; of a block scalar that keeps blank lines, after them. */
export function contentEnd(text: string, node: ASTNode): number {
  const written = text.slice(node.offset, node.offset + node.length);
  const isLiteral = node.type === 'string' && /^(?:[!&]\S*\s+)*[|>]/.test(written);
  const end = node.offset + (isLiteral ? written.replace(/[\r\n]+$/, '') : written.trimEnd()).length;
  if (node.type === 'property') {
    const { valueNode } = node;
    if (valueNode && !isWithin(valueNode, node)) return end;
    return valueNode && valueNode.length > 0 ? contentEnd(text, valueNode) : (afterColon(text, node) ?? end);
  }
  if (isBlock(text, node)) {
    if (node.type === 'array') return itemsOf(text, node).at(-1)?.end ?? end;
    const last = childrenOf(node).at(-1);
    return last ? Math.max(end, contentEnd(text, last)) : end;
  }
  if (!isLiteral || !/^[^\n]*[|>]\d?\+/.test(written)) return end;
  const blankLines = /(?:\r?\n[ \t]*(?=\r?\n))*/y;
  blankLines.lastIndex = endOfLine(text, end);
  return blankLines.lastIndex + (blankLines.exec(text)?.[0].length ?? 0);
}

/** The members that are written within a mapping, without those of merge keys, or the items of a sequence. */
export function childrenOf(node: ObjectASTNode | ArrayASTNode): readonly ASTNode[] {
  return node.type === 'array' ? node.items : node.properties.filter((property) => isWithin(property, node));
}

/** False for what stands elsewhere than its parent: a view has copies of what aliases and merge keys stand for. */
export function isInPlace(node: ASTNode): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'property' && writtenKey(parent.keyNode).length === 0) return true;
    if (!isWithin(at, parent)) return false;
  }
  return true;
}

export function isWithin(node: ASTNode, parent: ASTNode): boolean {
  return parent.offset <= node.offset && node.offset + node.length <= parent.offset + parent.length;
}

/** Characters before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text.charCodeAt(start) === 0xfeff ? 1 : 0);
}

/** Offset of the next character that is neither blank nor in a comment. */
export function skipYamlTrivia(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    if (text[at] !== '#') return at;
    at = endOfLine(text, at);
  }
}

/** The document's habits, read from the first nested mapping and the first sequence below a key. */
export function styleOf(text: string, node: ASTNode): YamlStyle {
  let root = node;
  while (root.parent) root = root.parent;
  let mapping: number | undefined;
  let sequence: number | undefined;
  const open: ASTNode[] = [root];
  for (let next = open.pop(); next && (mapping === undefined || sequence === undefined); next = open.pop()) {
    if (next.type === 'property' && next.keyNode.length > 0 && next.valueNode && isBlock(text, next.valueNode)) {
      const step = columnOf(text, next.valueNode.offset) - columnOf(text, next.keyNode.offset);
      if (next.valueNode.type === 'array') sequence ??= step;
      else if (step > 0) mapping ??= step;
    }
    open.push(...(next.children ?? []).toReversed());
  }
  const indent = Math.max(2, mapping ?? sequence ?? 2);
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    indent,
    indentSeq: sequence === undefined || sequence >= indent,
  };
}

/** Undefined for a key alone. */
export function afterColon(text: string, { keyNode, colonOffset }: PropertyASTNode): number | undefined {
  if (colonOffset !== undefined && text[colonOffset] === ':') return colonOffset + 1;
  const next = skipYamlTrivia(text, keyNode.offset + keyNode.length);
  return text[next] === ':' ? next + 1 : undefined;
}

function afterTags(text: string, offset: number, node: ASTNode): number {
  const tags = /(?:[ \t]+[!&][^\s,[\]{}]*)*/y;
  tags.lastIndex = offset;
  const end = offset + (tags.exec(text)?.[0].length ?? 0);
  return node.length > 0 && end > node.offset ? offset : end;
}
