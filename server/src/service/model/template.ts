import { type ASTNode, writtenKey } from '../syntax/ast';
import { hasPlaceholder, intrinsic } from '../syntax/placeholder';
import { tagged } from '../syntax/yaml-node';
import type { Place } from './field';

/** True when a template engine will fill a part of what is at the place; CloudFormation's functions are none. */
export function isTemplate({ node }: Place): boolean {
  return node !== undefined && holdsPlaceholder(node);
}

function holdsPlaceholder(node: ASTNode): boolean {
  if (node.type === 'string') return hasPlaceholder(node.value) && node.value !== intrinsic && !tagged(node);
  // Members that only a view has are unknown, but nobody fills them.
  if (node.type === 'property' && writtenKey(node.keyNode).length === 0 && node.valueNode?.length === 0) return false;
  return (node.children ?? []).some(holdsPlaceholder);
}
