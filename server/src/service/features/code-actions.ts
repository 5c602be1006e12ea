import type { Problem, Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { printEdits, type TextChange } from '../syntax/edit';

/** A way to mend one finding. */
export interface QuickFix {
  readonly title: string;
  readonly problem: Problem;
  readonly changes: readonly TextChange[];
  /** It keeps what the user meant: the one to prefer. */
  readonly safe: boolean;
}

/** The fixes of the findings that touch a span. */
export function quickFixes({ document }: Snapshot, problems: readonly Problem[], span: Span): readonly QuickFix[] {
  return problems
    .filter((problem) => problem.span.offset <= span.end && span.offset <= problem.span.end)
    .flatMap((problem) => {
      const changes = problem.fix && printEdits(document.getText(), problem.fix.edits);
      return problem.fix && changes ? [{ title: problem.fix.title, problem, changes, safe: problem.fix.safe }] : [];
    });
}
