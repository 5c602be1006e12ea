import type { ArrayASTNode, ASTNode, ObjectASTNode, StringASTNode } from './ast';
import { type Json, layoutOf, printInline, printValue } from './print';
import { endOfLine, lineStart, skipTrivia } from './trivia';

export type { Json } from './print';

/** A change of structure, free of syntax. */
export type Edit =
  | { readonly kind: 'replace'; readonly node: ASTNode; readonly value: Json }
  | { readonly kind: 'member'; readonly object: ASTNode; readonly key: string; readonly value: Json }
  | { readonly kind: 'append'; readonly array: ASTNode; readonly value: Json }
  /** Removes a member (given its value) or an array's item. */
  | { readonly kind: 'remove'; readonly node: ASTNode }
  | { readonly kind: 'rename'; readonly key: StringASTNode; readonly name: string };

/** A replacement of text at UTF-16 offsets of the unchanged document. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Prints structural edits for JSON in the layout that surrounds them; what they do not touch keeps its bytes, comments
 * included. Undefined when an edit does not fit: a member of what is no object, an item of what is no array.
 */
export function printEdits(text: string, edits: readonly Edit[]): readonly TextChange[] | undefined {
  const changes: TextChange[] = [];
  const added = new Map<ObjectASTNode | ArrayASTNode, Edit[]>();
  const removed = new Map<ObjectASTNode | ArrayASTNode, ASTNode[]>();
  for (const edit of edits) {
    switch (edit.kind) {
      case 'rename':
        changes.push({ offset: edit.key.offset, length: edit.key.length, text: JSON.stringify(edit.name) });
        break;
      case 'replace':
        changes.push(replacement(text, edit.node, edit.value));
        break;
      case 'member': {
        const { object, key } = edit;
        if (object.type !== 'object') return undefined;
        const there = object.properties.findLast(({ keyNode }) => keyNode.value === key)?.valueNode;
        if (there) changes.push(replacement(text, there, edit.value));
        else added.set(object, [...(added.get(object) ?? []), edit]);
        break;
      }
      case 'append':
        if (edit.array.type !== 'array') return undefined;
        added.set(edit.array, [...(added.get(edit.array) ?? []), edit]);
        break;
      case 'remove': {
        const node = edit.node.parent?.type === 'property' ? edit.node.parent : edit.node;
        const { parent } = node;
        if (parent?.type !== 'object' && parent?.type !== 'array') return undefined;
        removed.set(parent, [...(removed.get(parent) ?? []), node]);
        break;
      }
    }
  }
  for (const [parent, additions] of added) changes.push(...insertion(text, parent, additions));
  for (const [parent, nodes] of removed) changes.push(...removal(text, parent, new Set(nodes)));
  return changes.toSorted((a, b) => a.offset - b.offset);
}

/** Applies changes that do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.offset - b.offset)) {
    if (change.offset < at) throw new RangeError('overlapping changes');
    result += text.slice(at, change.offset) + change.text;
    at = change.offset + change.length;
  }
  return result + text.slice(at);
}

function replacement(text: string, node: ASTNode, value: Json): TextChange {
  const inline = !text.slice(node.offset, endOf(node)).includes('\n');
  return {
    offset: node.offset,
    length: node.length,
    text: inline ? printInline(value) : printValue(text, node.offset, value),
  };
}

/** New members or items after the last one: on lines of their own where the last is. */
function insertion(text: string, parent: ObjectASTNode | ArrayASTNode, edits: readonly Edit[]): readonly TextChange[] {
  const last = childrenOf(parent).at(-1);
  const inside = text.slice(parent.offset, last?.offset ?? endOf(parent));
  if (!inside.includes('\n')) {
    const printed = edits.map((edit) => printAddition(edit, printInline)).join(', ');
    if (last) return [{ offset: endOf(last), length: 0, text: `, ${printed}` }];
    const padding = parent.type === 'object' && !/\s/.test(text[parent.offset + 1] ?? '') ? ' ' : '';
    return [{ offset: parent.offset + 1, length: 0, text: `${padding && ' '}${printed}${padding}` }];
  }
  const { eol, unit, indent } = layoutOf(text, last?.offset ?? parent.offset);
  const margin = last ? indent : indent + unit;
  const lines = edits.map(
    (edit) => margin + printAddition(edit, (value) => printValue(text, last?.offset ?? parent.offset, value, margin)),
  );
  if (!last) return [{ offset: parent.offset + 1, length: 0, text: eol + lines.join(`,${eol}`) }];
  const next = skipTrivia(text, endOf(last));
  const trailingComma = text[next] === ',';
  const afterComma = trailingComma ? next + 1 : endOf(last);
  const at = endOfLine(text, afterComma);
  return [
    ...(trailingComma ? [] : [{ offset: endOf(last), length: 0, text: ',' }]),
    { offset: at, length: 0, text: eol + lines.join(`,${eol}`) + (trailingComma ? ',' : '') },
  ];
}

function printAddition(edit: Edit, print: (value: Json) => string): string {
  if (edit.kind === 'member') return `${JSON.stringify(edit.key)}: ${print(edit.value)}`;
  return edit.kind === 'append' ? print(edit.value) : '';
}

/** Removes children with the commas that belong to them, a run of neighbours at a time. */
function removal(
  text: string,
  parent: ObjectASTNode | ArrayASTNode,
  nodes: ReadonlySet<ASTNode>,
): readonly TextChange[] {
  const children = childrenOf(parent);
  const changes: TextChange[] = [];
  for (let from = 0; from < children.length; from++) {
    if (!isIn(nodes, children[from])) continue;
    let to = from;
    while (isIn(nodes, children[to + 1])) to++;
    changes.push(...removeRun(text, children, from, to));
    from = to;
  }
  return changes;
}

function removeRun(text: string, children: readonly ASTNode[], from: number, to: number): readonly TextChange[] {
  const [before, first, last, after] = [children[from - 1], children[from], children[to], children[to + 1]];
  if (!first || !last) return [];
  const comma = skipTrivia(text, endOf(last));
  const end = text[comma] === ',' ? comma + 1 : endOf(last);
  const start = lineStart(text, first.offset);
  const ownLines = text.slice(start, first.offset).trim() === '' && start > 0 && endsLine(text, end);
  const lines = { offset: start, length: endOfLine(text, end) + eolLength(text, end) - start, text: '' };
  if (after) return [ownLines ? lines : { offset: first.offset, length: after.offset - first.offset, text: '' }];
  if (!before) return [ownLines ? lines : { offset: first.offset, length: end - first.offset, text: '' }];
  // The last one goes: so does the comma before it, unless the list has a comma at its end anyway.
  const keepsComma = text[comma] === ',';
  if (!ownLines) return [{ offset: endOf(before), length: (keepsComma ? endOf(last) : end) - endOf(before), text: '' }];
  const commaBefore = skipTrivia(text, endOf(before));
  return keepsComma ? [lines] : [{ offset: commaBefore, length: 1, text: '' }, lines];
}

/** True when nothing but a comment follows on the line. */
function endsLine(text: string, offset: number): boolean {
  return endOfLine(text, offset) >= offset && /^[ \t]*(?:\/\/.*)?$/.test(text.slice(offset, endOfLine(text, offset)));
}

function eolLength(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0;
}

function childrenOf(parent: ObjectASTNode | ArrayASTNode): readonly ASTNode[] {
  return parent.type === 'object' ? parent.properties : parent.items;
}

function isIn(nodes: ReadonlySet<ASTNode>, node: ASTNode | undefined): boolean {
  return node !== undefined && nodes.has(node);
}

function endOf({ offset, length }: ASTNode): number {
  return offset + length;
}
