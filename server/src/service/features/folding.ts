import { visit } from 'jsonc-parser';
import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { type ASTNode, keyOf, spanOf } from '../syntax/ast';
import { endOfLine, lineStart } from '../syntax/trivia';

/** Lines that fold: the one of `offset` stays visible, those after it up to the one of `end` do not. */
export interface Fold {
  readonly offset: number;
  readonly end: number;
  readonly kind: 'region' | 'comment';
}

/** Most folds of a document, as editors take them. */
const maxFolds = 5000;

/** Folds of a document that holds a definition or a request: objects, lists, texts and comments of more than one line. */
export function folding(snapshot: Snapshot): readonly Fold[] | undefined {
  const { tree, document, definitions, requests, syntax } = snapshot;
  if (definitions.length + requests.length === 0 || !tree) return undefined;
  const text = document.getText();
  const nodes = nodesOf(snapshot.tree?.roots ?? []);
  const comments = syntax === 'json' ? jsonComments(tree.text) : yamlComments(text, nodes);
  const folds = [...nodes.flatMap((node) => region(node, text)), ...blocks(comments, text)];
  const starts = new Set<number>();
  return folds
    .filter(({ offset, end }) => text.slice(offset, end).includes('\n'))
    .toSorted((a, b) => a.offset - b.offset || b.end - a.end)
    .filter(({ offset }) => {
      // One fold a line: of those that begin on the same the outermost.
      const line = lineStart(text, offset);
      return !starts.has(line) && starts.add(line);
    })
    .slice(0, maxFolds);
}

/** Nodes with all nodes below them. */
function nodesOf(roots: readonly ASTNode[]): readonly ASTNode[] {
  const nodes: ASTNode[] = [];
  const open = [...roots];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    for (const child of node.children ?? []) open.push(child);
  }
  return nodes;
}

/** Brackets fold up to the line before the closing one; what YAML marks by indentation folds from its key to its last line. */
function region(node: ASTNode, text: string): readonly Fold[] {
  if (node.type === 'property') return [];
  const { offset, end } = spanOf(node);
  const isList = text[offset] === '[' && node.type === 'array';
  if (isList || (text[offset] === '{' && node.type === 'object'))
    return [{ offset, end: Math.max(offset, lineStart(text, end - 1) - 1), kind: 'region' }];
  if (!node.parent) return [];
  return [
    { offset: keyOf(node)?.offset ?? offset, end: offset + text.slice(offset, end).trimEnd().length, kind: 'region' },
  ];
}

/** Comments on lines of their own that follow each other line by line fold as one. */
function blocks(comments: readonly Span[], text: string): readonly Fold[] {
  const folds: Fold[] = [];
  for (const { offset, end } of comments) {
    if (text.slice(lineStart(text, offset), offset).trim() !== '') continue;
    const above = folds.at(-1);
    if (above && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(above.end, offset))) folds[folds.length - 1] = { ...above, end };
    else folds.push({ offset, end, kind: 'comment' });
  }
  return folds;
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

/** Lines that begin with `#` and are not part of a text over several lines. */
function yamlComments(text: string, nodes: readonly ASTNode[]): readonly Span[] {
  const texts = nodes
    .filter((node) => node.type === 'string')
    .map(spanOf)
    .filter(({ offset, end }) => text.slice(offset, end).includes('\n'))
    .toSorted((a, b) => a.offset - b.offset);
  const comments: Span[] = [];
  for (let line = 0, next = 0; line < text.length; line = text.indexOf('\n', line) + 1 || text.length) {
    const end = endOfLine(text, line);
    const offset = line + (/\S/.exec(text.slice(line, end))?.index ?? 0);
    while (texts[next] && (texts[next]?.end ?? 0) <= offset) next++;
    const inside = (texts[next]?.offset ?? text.length) < offset;
    if (text[offset] === '#' && !inside) comments.push({ offset, end });
  }
  return comments;
}
