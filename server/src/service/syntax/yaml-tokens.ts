import type { Tree as SyntaxTree } from '@lezer/common';
import type { Tree } from './json';
import type { YamlTree } from './yaml';

/** True when an offset of a YAML text is in a comment, or at its end. */
export function inYamlComment(tree: Tree | undefined, offset: number): boolean {
  return syntaxOf(tree)?.resolveInner(offset, -1).name === 'Comment';
}

function syntaxOf(tree: Tree | undefined): SyntaxTree | undefined {
  return tree && 'parsed' in tree ? (tree as YamlTree).parsed?.tree : undefined;
}
