import type { Snapshot } from '../snapshot';
import type { ASTNode } from '../syntax/ast';
import type { YamlTree } from '../syntax/yaml';

/** The trees of a text: YAML may hold several documents, JSON holds one. */
export function rootsOf({ tree }: Pick<Snapshot, 'tree'>): readonly ASTNode[] {
  if (tree && 'roots' in tree) return (tree as YamlTree).roots;
  return tree?.root ? [tree.root] : [];
}
