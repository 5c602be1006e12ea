import type { Problem, Span } from '../../problem';
import type { Snapshot } from '../../snapshot';
import { directivesIn } from '../../suppressions';
import { dataOf } from '../../syntax/ast';
import { commentsIn } from '../../syntax/comments';
import { applyChanges, type TextChange } from '../../syntax/edit';
import { lineStart } from '../../syntax/trivia';
import type { QuickFix } from '../code-actions';
import type { Probe } from '../cursor';

/** Most findings that this is offered for at once: each is tried on the whole text. */
const most = 10;

/**
 * Comments that suppress the findings at a span. Offered where the document may have comments, and only where the comment is one:
 * what it says and nothing else about the document changes.
 */
export function suppressActions(
  snapshot: Snapshot,
  problems: readonly Problem[],
  span: Span,
  probe: Probe,
): readonly QuickFix[] {
  if (!mayHaveComments(snapshot)) return [];
  const text = snapshot.document.getText();
  const touched = problems.filter((it) => it.span.offset <= span.end && span.offset <= it.span.end);
  const before = lazyData(snapshot);
  return firstOfRules(touched)
    .slice(0, most)
    .flatMap((problem): readonly QuickFix[] => {
      const change = namedToo(snapshot, problem) ?? commentAbove(snapshot, problem);
      const after = probe(applyChanges(text, [change]));
      const isSame = holds(after, problem, change) && dataIn(after) === before();
      return isSame
        ? [{ title: `Suppress '${problem.rule}' for this line`, problem, changes: [change], safe: false }]
        : [];
    });
}

/** JSON has none, where nobody says that it has: most programs that read it take comments for mistakes. */
function mayHaveComments({ tree, syntax, uri, document }: Snapshot): boolean {
  if (!tree || tree.refused) return false;
  if (syntax === 'yaml' || document.languageId === 'jsonc' || /\.jsonc$/i.test(uri)) return true;
  return commentsIn(tree, syntax).length > 0;
}

function firstOfRules(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ rule }, index) => problems.findIndex((other) => other.rule === rule) === index);
}

/** One more rule in the comment that is there for the line already. */
function namedToo(snapshot: Snapshot, { rule, span }: Problem): TextChange | undefined {
  const directive = directivesIn(snapshot).find(
    ({ scope, rules }) =>
      scope.offset > 0 && rules.length > 0 && scope.offset <= span.offset && span.offset < scope.end,
  );
  const last = directive?.rules.at(-1);
  return last && { offset: last.span.end, length: 0, text: `, ${rule}` };
}

function commentAbove({ document, syntax }: Snapshot, { rule, span }: Problem): TextChange {
  const text = document.getText();
  const offset = lineStart(text, span.offset);
  const indent = /^[ \t]*/.exec(text.slice(offset, span.offset))?.[0] ?? '';
  const mark = syntax === 'yaml' ? '#' : '//';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { offset, length: 0, text: `${indent}${mark} taskdef-disable-next-line ${rule}${eol}` };
}

/** Whether the text after the change has a comment that suppresses the finding. */
function holds(after: Snapshot, { rule, span }: Problem, change: TextChange): boolean {
  const offset = span.offset + change.text.length;
  return directivesIn(after).some(
    ({ scope, rules }) => scope.offset <= offset && offset < scope.end && rules.some(({ id }) => id === rule),
  );
}

function lazyData(snapshot: Snapshot): () => string {
  let data: string | undefined;
  return () => {
    data ??= dataIn(snapshot);
    return data;
  };
}

function dataIn({ tree }: Snapshot): string {
  return JSON.stringify(tree?.roots.map(dataOf));
}
