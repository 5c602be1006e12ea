import { type ASTNode, keyOf, type StringASTNode } from '../syntax/ast';

/** The logical id of a template's resource whose `Properties` a node is; undefined for a definition that no resource holds. */
export function resourceKey({ parent }: ASTNode): StringASTNode | undefined {
  const resource = parent?.type === 'property' ? parent.parent : undefined;
  return resource && keyOf(resource);
}
