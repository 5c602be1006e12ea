import { type ASTNode, keyOf, writtenKey } from '../syntax/ast';
import { hasPlaceholder, intrinsic, unquoted } from '../syntax/placeholder';
import { tagged } from '../syntax/yaml-node';
import type { Place } from './field';

/** True when a template engine will fill a part of what is at the place; CloudFormation's functions are none. */
export function isTemplate({ node }: Place): boolean {
  return node !== undefined && holdsPlaceholder(node);
}

/** Variables such as `$TAG` in a text in quotes that has no other placeholder: a shell alone would fill them in. */
export function shellVariablesIn({ node, name }: Place): readonly string[] {
  if (node?.type !== 'string' || tagged(node) || !node.value.includes('$')) return [];
  // Where the whole object is one placeholder, so is each member.
  if (keyOf(node)?.value !== name) return [];
  const { value } = node;
  const isStandIn = /^\$X+$/.test(value) || value.includes(unquoted);
  if (isStandIn || hasPlaceholder(value.replace(/\$[A-Za-z_]\w*/g, ''))) return [];
  return value.match(/\$[A-Za-z_]\w*/g) ?? [];
}

function holdsPlaceholder(node: ASTNode): boolean {
  if (node.type === 'string') return hasPlaceholder(node.value) && node.value !== intrinsic && !tagged(node);
  // Members that only a view has are unknown, but nobody fills them.
  if (node.type === 'property' && writtenKey(node.keyNode).length === 0 && node.valueNode?.length === 0) return false;
  return (node.children ?? []).some(holdsPlaceholder);
}
