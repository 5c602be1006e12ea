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
  const seen = new Set<ASTNode>();
  const open: ASTNode[] = [anchor];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'string' || !node.children || seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'object') found.push(...repeatedIn(node.properties));
    open.push(...node.children);
  }
  return found;
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
