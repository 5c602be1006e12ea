import { fileKey, type Problem, type Severity, type Snapshot, type Span, secretSpans } from '../../service';
import type { Style } from '../paint';
import { pathOf, shown } from '../paths';
import type { FileResult } from '../result';
import { frame } from './frame';
import { printable } from './printable';
import { plural, type ReportContext, type Reporter, summary } from './reporter';

/** For people: each finding as compilers print it (1-based), the lines around it, and what mends it; at the end a line that counts. */
export function textReporter({ paint, cwd, quiet }: ReportContext): Reporter {
  const place = (file: string, { document }: Pick<Snapshot, 'document'>, { offset }: Span): string => {
    const { line, character } = document.positionAt(offset);
    return `${printable(file)}:${line + 1}:${character + 1}`;
  };
  const finding = ({ file, snapshot }: FileResult, problem: Problem, hidden: readonly Span[]): string => {
    const { rule, severity, message, span, fix, related = [] } = problem;
    const lines = [
      `${paint('bold', place(file, snapshot, span))}: ${paint(severityStyles[severity], severity)}: ${printable(message)} ${paint('dim', `[${rule}]`)}\n`,
      frame(snapshot, span, hidden, paint),
      ...related.map((it) => {
        const other = it.document ? shown(pathOf(fileKey(it.document.uri)), cwd) : file;
        return `  note: ${place(other, it.document ? { document: it.document } : snapshot, it.span)}: ${printable(it.message)}\n`;
      }),
      ...(fix ? [`  ${paint('green', 'fix')}: ${printable(fix.title)}${fix.safe ? ' (--fix does it)' : ''}\n`] : []),
    ];
    return `${lines.join('')}\n`;
  };
  return {
    begin: () => '',
    file(result) {
      if (result.problems.length === 0) return '';
      const hidden = secretSpans(result.snapshot);
      return result.problems.map((it) => finding(result, it, hidden)).join('');
    },
    end(totals) {
      const fixable = totals.fixable > 0 ? `; --fix mends ${plural(totals.fixable, 'finding')}` : '';
      const style = totals.errors > 0 ? 'red' : totals.warnings > 0 && !quiet ? 'yellow' : 'green';
      return `${paint(style, `${summary(totals, quiet)}${fixable}`)}\n`;
    },
  };
}

/** Each severity in its colour. */
export const severityStyles: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};
