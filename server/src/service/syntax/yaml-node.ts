import type { ArrayASTNode, ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode } from './ast';

/** A value with a tag that is not YAML's own (`!Ref x`): a string with a placeholder, because what it stands for is unknown. */
export interface TaggedNode extends StringASTNode {
  /** The tag as written, with its exclamation mark. */
  readonly tag: string;
  /** What follows the tag, on its own: the tagged node has no children. */
  readonly argument?: ASTNode;
}

/** The node as a tagged value, if it is one. */
export function tagged(node: ASTNode | undefined): TaggedNode | undefined {
  return node?.type === 'string' && 'tag' in node ? (node as TaggedNode) : undefined;
}

/** A node under construction. */
export type Building<T> = { -readonly [K in keyof T]: T[K] };

/** Where a node goes and the characters that it covers. */
export interface Place {
  readonly parent: ASTNode | undefined;
  readonly offset: number;
  readonly end: number;
}

/** A scalar's value, and for numbers whether it was written as an integer. */
export interface Decoded {
  readonly value: string | number | boolean | null;
  readonly isInteger?: boolean;
}

export function scalarNode(place: Place, { value, isInteger = false }: Decoded): ASTNode {
  const { offset, end } = place;
  const length = end - offset;
  const parent = parentOf(place);
  if (typeof value === 'string') return { parent, offset, length, type: 'string', value };
  if (typeof value === 'number') return { parent, offset, length, type: 'number', value, isInteger };
  if (typeof value === 'boolean') return { parent, offset, length, type: 'boolean', value };
  return { parent, offset, length, type: 'null', value };
}

export function stringNode(place: Place, value: string): Building<StringASTNode> {
  const { offset, end } = place;
  return { parent: parentOf(place), offset, length: end - offset, type: 'string', value };
}

export function taggedNode(place: Place, tag: string): Building<TaggedNode> {
  const { offset, end } = place;
  const value = placeholder(tag.replace(/^[^A-Za-z]+/, '') || 'tag');
  return { parent: parentOf(place), offset, length: end - offset, type: 'string', value, tag };
}

export function objectNode(place: Place): Building<ObjectASTNode> {
  const { offset, end } = place;
  const properties: PropertyASTNode[] = [];
  return { parent: parentOf(place), offset, length: end - offset, type: 'object', properties, children: properties };
}

export function arrayNode(place: Place): Building<ArrayASTNode> {
  const { offset, end } = place;
  const items: ASTNode[] = [];
  return { parent: parentOf(place), offset, length: end - offset, type: 'array', items, children: items };
}

/** A member without key and value yet. */
export function propertyNode(parent: ObjectASTNode, offset: number): Building<PropertyASTNode> {
  const keyNode = stringNode({ parent: undefined, offset, end: offset }, '');
  const property: Building<PropertyASTNode> = {
    parent,
    offset,
    length: 0,
    type: 'property',
    colonOffset: -1,
    keyNode,
    children: [],
  };
  keyNode.parent = property;
  return property;
}

/** A text that counts as a placeholder and says what for. `name` begins with a letter. */
export function placeholder(name: string): string {
  return `<${name.replace(/[<>]/g, '').slice(0, 60)}>`;
}

/** A root has an undefined parent, as JSON's roots do, though the type would have it absent: one shape of objects is quicker. */
function parentOf({ parent }: Place): ASTNode {
  return parent as ASTNode;
}
