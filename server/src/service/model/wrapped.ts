import { readOnlyProperties } from '../data/read-only-properties';
import { dataOf, memberOf } from '../syntax/ast';
import type { Edit, Json } from '../syntax/edit';
import type { TaskDefinition } from './task-definition';

/** True for a definition with members that only ECS writes, as describe-task-definition prints it. */
export function isDescribed({ at: { anchor } }: TaskDefinition): boolean {
  return anchor.type === 'object' && anchor.properties.some(({ keyNode }) => readOnlyProperties.has(keyNode.value));
}

/**
 * What makes a definition below `taskDefinition` the whole document; tags that stand beside it, as they do in a description, become
 * its own. Undefined when something else stands there.
 */
export function unwrapping({ at: { anchor } }: TaskDefinition): readonly Edit[] | undefined {
  const wrapper = anchor.parent?.parent;
  const others = wrapper?.type === 'object' ? wrapper.properties.filter(({ valueNode }) => valueNode !== anchor) : [];
  const [tags, ...more] = others;
  if (more.length > 0 || (tags && tags.keyNode.value !== 'tags')) return undefined;
  const value = dataOf(tags?.valueNode);
  const isList = Array.isArray(value);
  if (tags && !isList) return undefined;
  const moves = isList && value.length > 0;
  if (moves && memberOf(anchor, 'tags')) return undefined;
  const move: readonly Edit[] = moves ? [{ kind: 'member', object: anchor, key: 'tags', value: value as Json }] : [];
  return [...move, { kind: 'hoist', node: anchor }];
}
