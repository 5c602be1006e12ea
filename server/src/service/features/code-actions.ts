import type { Problem, Span } from '../problem';
import type { Snapshot } from '../snapshot';
import type { TextChange } from '../syntax/edit';
import { printEditsIn } from './print-edits';

/** A way to mend one finding. */
export interface QuickFix {
  readonly title: string;
  readonly problem: Problem;
  readonly changes: readonly TextChange[];
  /** It keeps what the user meant: the one to prefer. */
  readonly safe: boolean;
}

/** Most fixes offered at once: nobody reads a longer menu, and each is printed against the whole text. */
const maxFixes = 50;

/** The fixes of the findings that touch a span. */
export function quickFixes(snapshot: Snapshot, problems: readonly Problem[], span: Span): readonly QuickFix[] {
  return problems
    .filter((problem) => problem.span.offset <= span.end && span.offset <= problem.span.end)
    .filter(({ fix }) => fix)
    .slice(0, maxFixes)
    .flatMap((problem) => {
      const changes = problem.fix && printEditsIn(snapshot, problem.span.offset, problem.fix.edits);
      return problem.fix && changes ? [{ title: problem.fix.title, problem, changes, safe: problem.fix.safe }] : [];
    });
}
