import type { Tree as SyntaxTree } from '@lezer/common';
import type { Span } from '../problem';
import type { Tree } from './json';
import type { YamlTree } from './yaml';

/** True when an offset of a YAML text is in a comment, or at its end. */
export function inYamlComment(tree: Tree | undefined, offset: number): boolean {
  return syntaxOf(tree)?.resolveInner(offset, -1).name === 'Comment';
}

/** The comments of a YAML text, marks included. */
export function yamlComments(tree: Tree): readonly Span[] {
  const comments: Span[] = [];
  syntaxOf(tree)?.iterate({
    enter({ name, from, to }) {
      if (name === 'Comment') comments.push({ offset: from, end: to });
    },
  });
  return comments;
}

/** An anchor or an alias, sign included. */
export interface AnchorToken extends Span {
  readonly defines: boolean;
}

/** The anchors and aliases of each document of a YAML text, in their order; none of a text in another syntax. */
export function anchorTokens(tree: Tree | undefined): readonly (readonly AnchorToken[])[] {
  const documents: AnchorToken[][] = [];
  syntaxOf(tree)?.iterate({
    enter({ name, from, to }) {
      if (name === 'Document') documents.push([]);
      if (name === 'Anchor' || name === 'Alias')
        documents.at(-1)?.push({ offset: from, end: to, defines: name === 'Anchor' });
    },
  });
  return documents;
}

function syntaxOf(tree: Tree | undefined): SyntaxTree | undefined {
  return tree && 'parsed' in tree ? (tree as YamlTree).parsed?.tree : undefined;
}
