import type { ASTNode, ObjectASTNode, PropertyASTNode } from './ast';

/** The mappings that a member `<<` merges; undefined when it is an ordinary member. */
export function mergedBy(
  { keyNode, valueNode }: PropertyASTNode,
  source: string,
): readonly ObjectASTNode[] | undefined {
  if (keyNode.value !== '<<' || source[keyNode.offset] !== '<') return undefined;
  const values: readonly ASTNode[] = valueNode?.type === 'array' ? valueNode.items : valueNode ? [valueNode] : [];
  const objects = values.filter((value) => value.type === 'object');
  return objects.length > 0 && objects.length === values.length ? objects : undefined;
}

/** Adds the members that an object does not have itself; of several sources the first counts, of repeated keys the last. */
export function merge(object: ObjectASTNode, sources: readonly ObjectASTNode[]): void {
  if (sources.length === 0) return;
  const keys = new Set(object.properties.map(({ keyNode }) => keyNode.value));
  for (const { properties } of sources) {
    const added = new Map<string, PropertyASTNode>();
    for (const property of properties)
      if (!keys.has(property.keyNode.value)) added.set(property.keyNode.value, property);
    for (const [key, property] of added) {
      keys.add(key);
      object.properties.push(property);
    }
  }
}
