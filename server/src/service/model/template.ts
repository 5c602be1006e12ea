import type { ASTNode } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import type { Place } from './field';

/** True when a template engine will fill a part of what is at the place. */
export function isTemplate({ node }: Place): boolean {
  return node !== undefined && holdsPlaceholder(node);
}

function holdsPlaceholder(node: ASTNode): boolean {
  return node.type === 'string' ? hasPlaceholder(node.value) : (node.children ?? []).some(holdsPlaceholder);
}
