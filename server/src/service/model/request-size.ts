import { readOnlyProperties } from '../data/read-only-properties';
import { type ASTNode, dataOf, type PropertyASTNode, writtenKey } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import type { Place } from './field';
import type { TaskDefinition } from './task-definition';

/** UTF-8 bytes of the definition as compact JSON, as it goes to ECS; placeholders count as they are written. */
export function requestBytes({ at: { anchor } }: TaskDefinition): number {
  if (anchor.type !== 'object') return bytesOf(anchor);
  return bytesOfMembers(anchor.properties.filter(isSent));
}

/** Characters of the overrides of a run as compact JSON; undefined where a part is still to be filled in. */
export function overridesLength({ node }: Place): number | undefined {
  const text = node?.type === 'object' ? JSON.stringify(dataOf(node)) : undefined;
  return text === undefined || hasPlaceholder(text) ? undefined : text.length;
}

function isSent({ keyNode }: PropertyASTNode): boolean {
  return keyNode.value !== '$schema' && !readOnlyProperties.has(keyNode.value) && writtenKey(keyNode).length > 0;
}

function bytesOf(node: ASTNode): number {
  switch (node.type) {
    case 'object':
      return bytesOfMembers(node.properties);
    case 'array': {
      let sum = punctuation(node.items);
      for (const item of node.items) sum += bytesOf(item);
      return sum;
    }
    case 'string':
      return bytesOfText(node.value);
    default:
      return 'value' in node ? String(node.value).length : 0;
  }
}

function bytesOfMembers(properties: readonly PropertyASTNode[]): number {
  let sum = punctuation(properties);
  for (const { keyNode, valueNode } of properties)
    sum += bytesOfText(keyNode.value) + ':'.length + (valueNode ? bytesOf(valueNode) : 'null'.length);
  return sum;
}

/** Brackets, and commas between. */
function punctuation({ length }: readonly unknown[]): number {
  return 1 + Math.max(1, length);
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
