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
  const at = base(place);
  if (typeof value === 'string') return { ...at, type: 'string', value };
  if (typeof value === 'number') return { ...at, type: 'number', value, isInteger };
  if (typeof value === 'boolean') return { ...at, type: 'boolean', value };
  return { ...at, type: 'null', value };
}

export function stringNode(place: Place, value: string): StringASTNode {
  return { ...base(place), type: 'string', value };
}

export function taggedNode(place: Place, tag: string): Building<TaggedNode> {
  return { ...base(place), type: 'string', value: placeholder(tag.replace(/^[^A-Za-z]+/, '') || 'tag'), tag };
}

export function objectNode(place: Place): Building<ObjectASTNode> {
  const properties: PropertyASTNode[] = [];
  return { ...base(place), type: 'object', properties, children: properties };
}

export function arrayNode(place: Place): Building<ArrayASTNode> {
  const items: ASTNode[] = [];
  return { ...base(place), type: 'array', items, children: items };
}

/** A member without key and value yet. */
export function propertyNode(parent: ObjectASTNode, offset: number): Building<PropertyASTNode> {
  const keyNode: Building<StringASTNode> = stringNode({ parent: undefined, offset, end: offset }, '');
  const property: Building<PropertyASTNode> = {
    ...base({ parent, offset, end: offset }),
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

function base({ parent, offset, end }: Place): { parent?: ASTNode; offset: number; length: number } {
  return parent ? { parent, offset, length: end - offset } : { offset, length: end - offset };
}
