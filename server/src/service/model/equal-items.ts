import type { ASTNode } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import { type Place, placeAt } from './field';

/** An item that a list has twice. */
export interface Repeated {
  readonly first: Place;
  readonly again: Place;
}

/** The items of a list that are equal to an earlier one in all their members; what is still to be filled in equals nothing. */
export function repeatedItems({ node: list }: Place): readonly Repeated[] {
  if (list?.type !== 'array' || list.items.length < 2) return [];
  const seen = new Map<string, ASTNode>();
  return list.items.flatMap((node) => {
    const text = canonical(node);
    const first = text === undefined ? undefined : seen.get(text);
    if (text !== undefined && !first) seen.set(text, node);
    return first ? [{ first: placeAt(first), again: placeAt(node) }] : [];
  });
}

/** One text for all spellings of a value; undefined where a part is unknown. */
function canonical(node: ASTNode): string | undefined {
  switch (node.type) {
    case 'object': {
      const members = node.properties.map(({ keyNode, valueNode }) => {
        const value = valueNode && canonical(valueNode);
        return value === undefined ? undefined : `${JSON.stringify(keyNode.value)}:${value}`;
      });
      return members.includes(undefined) ? undefined : `{${members.toSorted().join()}}`;
    }
    case 'array': {
      const items = node.items.map(canonical);
      return items.includes(undefined) ? undefined : `[${items.join()}]`;
    }
    case 'string':
      return hasPlaceholder(node.value) ? undefined : JSON.stringify(node.value);
    default:
      return 'value' in node ? String(node.value) : undefined;
  }
}
