import type { ArrayASTNode, ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode } from 'vscode-json-languageservice';
import type { Span } from '../problem';

export type { ArrayASTNode, ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode };

/** Keys and indices from the document's root to a node. */
export type Path = readonly (string | number)[];

/** Path of a node; a property has the path of its value. */
export function pathOf(node: ASTNode): Path {
  const path: (string | number)[] = [];
  for (let child: ASTNode = node; child.parent; child = child.parent) {
    const parent = child.parent;
    if (parent.type === 'array') path.push(indexOf(parent.items, child));
    else if (child.type === 'property') path.push(child.keyNode.value);
  }
  return path.reverse();
}

/** The path as the document spells it, which is another in views (see `schema/view`). */
export function writtenPathOf(node: ASTNode): Path {
  const path: (string | number)[] = [];
  for (let child: ASTNode = node; child.parent; child = child.parent) {
    const parent = child.parent;
    if (parent.type === 'array') path.push(indexOf(parent.items, child));
    else if (child.type === 'property') path.push(...writtenKey(child.keyNode));
  }
  return path.reverse();
}

/** What is written for a key; nothing for a key that only a view has. */
export function writtenKey(key: StringASTNode & { readonly written?: string | null }): readonly string[] {
  return key.written === null ? [] : [key.written ?? key.value];
}

/** Index of an item, by its offset: arrays can be long, and every finding asks for its path. Aliases of YAML are out of order. */
function indexOf(items: readonly ASTNode[], item: ASTNode): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.offset ?? 0) < item.offset) low = middle + 1;
    else high = middle;
  }
  return items[low] === item ? low : items.indexOf(item);
}

/** RFC 6901 pointer of a path; the root is the empty string. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The key token of a member's value, if the node is one. */
export function keyOf(node: ASTNode): StringASTNode | undefined {
  return node.parent?.type === 'property' ? node.parent.keyNode : undefined;
}

/** The token a person would point at: a scalar itself, an object's or array's key, or else its opening bracket. */
export function tokenOf(node: ASTNode): Span {
  if (node.type !== 'object' && node.type !== 'array') return spanOf(node);
  const key = keyOf(node);
  return key ? spanOf(key) : { offset: node.offset, end: node.offset + 1 };
}

export function spanOf(node: { readonly offset: number; readonly length: number }): Span {
  return { offset: node.offset, end: node.offset + node.length };
}

/** Member of an object by key; of repeated keys the last, as every JSON reader takes it. */
export function memberOf(node: ASTNode | undefined, key: string): PropertyASTNode | undefined {
  if (node?.type !== 'object') return undefined;
  return node.properties.findLast((property) => property.keyNode.value === key);
}

/** The innermost node that holds the offset; an offset at a token's end belongs to the token. */
export function nodeAt(root: ASTNode | undefined, offset: number): ASTNode | undefined {
  let found = root && covers(root, offset) ? root : undefined;
  for (let next = found; next; next = next.children?.find((child) => covers(child, offset))) found = next;
  return found;
}

function covers(node: ASTNode, offset: number): boolean {
  return node.offset <= offset && offset <= node.offset + node.length;
}

/** The value of a node as plain data; objects have no prototype, so that no key is special. */
export function dataOf(node: ASTNode | undefined): unknown {
  switch (node?.type) {
    case 'object': {
      const value: Record<string, unknown> = Object.create(null);
      for (const { keyNode, valueNode } of node.properties) value[keyNode.value] = dataOf(valueNode);
      return value;
    }
    case 'array':
      return node.items.map(dataOf);
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return node.value;
    default:
      return undefined;
  }
}
