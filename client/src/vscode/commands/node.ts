import type { TreeNode } from '../../live/tree/node';

/** The row a menu was opened on; undefined when the command came from elsewhere. */
export function nodeOf(argument: unknown): TreeNode | undefined {
  return isNode(argument) ? argument : undefined;
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'accessibleLabel' in value && 'context' in value;
}
