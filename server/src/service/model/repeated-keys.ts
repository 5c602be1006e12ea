import { type ASTNode, type PropertyASTNode, writtenKey } from '../syntax/ast';
import type { Place } from './field';

/** A member whose key its object has already, and the one before it. */
export interface Repeated {
  readonly key: string;
  readonly first: Place;
  readonly again: Place;
}

/** The keys that an object within the place has more than once, as they are written. */
export function repeatedKeys({ anchor }: Place): readonly Repeated[] {
  const found: Repeated[] = [];
  collect(anchor, found);
  return found;
}

function collect(node: ASTNode, found: Repeated[]): void {
  if (node.type === 'array') for (const item of node.items) collect(item, found);
  if (node.type !== 'object') return;
  const { properties } = node;
  if (hasTwins(properties)) found.push(...repeatedIn(properties));
  for (const { valueNode } of properties) if (valueNode?.children) collect(valueNode, found);
}

/** Most objects are small, and none of their keys is there twice: a set for each takes longer than to compare them. */
function hasTwins(properties: readonly PropertyASTNode[]): boolean {
  if (properties.length > 20) return true;
  for (let i = 1; i < properties.length; i++)
    for (let j = 0; j < i; j++) if (properties[i]?.keyNode.value === properties[j]?.keyNode.value) return true;
  return false;
}

function repeatedIn(properties: readonly PropertyASTNode[]): readonly Repeated[] {
  const last = new Map<string, PropertyASTNode>();
  return properties.flatMap((property) => {
    const [key] = writtenKey(property.keyNode);
    if (key === undefined) return [];
    const before = last.get(key);
    last.set(key, property);
    return before ? [{ key, first: placeOf(before), again: placeOf(property) }] : [];
  });
}

/** Members of broken text may lack a value. */
function placeOf({ keyNode, valueNode }: PropertyASTNode): Place {
  return { node: valueNode, anchor: valueNode ?? keyNode, name: keyNode.value };
}
