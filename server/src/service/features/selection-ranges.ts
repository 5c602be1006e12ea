import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { type ASTNode, nodeAt, spanOf } from '../syntax/ast';
import { insideQuotes } from './inside-quotes';

/** For each offset the spans that hold it, growing: text, scalar with its quotes, member, content of the object, object, … */
export function selectionRanges(
  snapshot: Snapshot,
  offsets: readonly number[],
): readonly (readonly Span[])[] | undefined {
  if (snapshot.definitions.length + snapshot.requests.length === 0) return undefined;
  const text = snapshot.document.getText();
  const roots = snapshot.tree?.roots ?? [];
  return offsets.map((offset) => {
    const spans: Span[] = [];
    const root = roots.find((it) => nodeAt(it, offset));
    for (let node = nodeAt(root, offset); node; node = node.parent) {
      for (const span of spansOf(node, text)) {
        const last = spans.at(-1);
        const holds = span.offset <= (last?.offset ?? offset) && span.end >= (last?.end ?? offset);
        if (holds && (span.offset !== last?.offset || span.end !== last.end)) spans.push(span);
      }
    }
    return spans;
  });
}

function spansOf(node: ASTNode, text: string): readonly Span[] {
  const span = spanOf(node);
  if (node.type === 'string') return [insideQuotes(text, span), span];
  const children = node.type === 'property' ? [] : (node.children ?? []);
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? [{ offset: first.offset, end: spanOf(last).end }, span] : [span];
}
