import { visit } from 'jsonc-parser';
import type { Span } from '../problem';
import type { Tree } from './json';
import { yamlComments } from './yaml-tokens';

/** The comments of a text, marks included. */
export function commentsIn(tree: Tree, syntax: 'json' | 'yaml'): readonly Span[] {
  return syntax === 'yaml' ? yamlComments(tree) : jsonComments(tree.text);
}

/** The comment that an offset is in, behind its opening mark and before its closing one. */
export function commentAt(tree: Tree, syntax: 'json' | 'yaml', offset: number): Span | undefined {
  const inside = ({ offset: start, end }: Span): boolean => {
    const mark = syntax === 'yaml' ? 1 : 2;
    const closing = syntax === 'json' && tree.text.startsWith('/*', start) && tree.text.endsWith('*/', end) ? 2 : 0;
    return start + mark <= offset && offset <= end - closing;
  };
  return commentsIn(tree, syntax).find(inside);
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
