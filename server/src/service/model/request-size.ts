import { readOnlyProperties } from '../data/read-only-properties';
import { type ASTNode, writtenKey } from '../syntax/ast';
import type { TaskDefinition } from './task-definition';

/** UTF-8 bytes of the definition as compact JSON, as it goes to ECS; placeholders count as they are written. */
export function requestBytes({ at: { anchor } }: TaskDefinition): number {
  if (anchor.type !== 'object') return bytesOf(anchor);
  const sent = anchor.properties.filter(
    ({ keyNode }) =>
      keyNode.value !== '$schema' && !readOnlyProperties.has(keyNode.value) && writtenKey(keyNode).length > 0,
  );
  return bytesOfAll(sent);
}

function bytesOf(node: ASTNode): number {
  switch (node.type) {
    case 'object':
      return bytesOfAll(node.properties);
    case 'array':
      return bytesOfAll(node.items);
    case 'property':
      return bytesOfText(node.keyNode.value) + 1 + (node.valueNode ? bytesOf(node.valueNode) : 4);
    case 'string':
      return bytesOfText(node.value);
    default:
      return String(node.value).length;
  }
}

/** With brackets, and commas between. */
function bytesOfAll(nodes: readonly ASTNode[]): number {
  return nodes.reduce((sum, node) => sum + bytesOf(node), 1 + Math.max(1, nodes.length));
}

function bytesOfText(text: string): number {
  if (!/[^ !#-[\]-~]/.test(text)) return text.length + 2;
  const json = JSON.stringify(text);
  const longer = json.match(/[\u0080-\u07ff]/g)?.length ?? 0;
  const longest = json.match(/[\u0800-\uffff]/g)?.length ?? 0;
  // A character above these takes two UTF-16 units and four bytes.
  const pairs = json.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  return json.length + longer + 2 * longest - 2 * pairs;
}
