import { visit } from 'jsonc-parser';
import type { Span } from '../problem';
import type { Tree } from './json';
import { yamlComments } from './yaml-tokens';

/** The comments of a text, marks included. */
export function commentsIn(tree: Tree, syntax: 'json' | 'yaml'): readonly Span[] {
  return syntax === 'yaml' ? yamlComments(tree) : jsonComments(tree.text);
}

function jsonComments(text: string): readonly Span[] {
  const comments: Span[] = [];
  visit(text, {
    onComment: (offset, length) => {
      comments.push({ offset, end: offset + length });
    },
  });
  return comments;
}
