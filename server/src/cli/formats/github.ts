import type { Severity } from '../../service';
import { below } from '../paths';
import type { FileResult } from '../result';
import { type ReportContext, type Reporter, summary } from './reporter';

/**
 * Annotations of a pull request, by workflow commands of GitHub Actions; positions are 1-based.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function githubReporter({ root, quiet }: ReportContext): Reporter {
  return {
    begin: () => '',
    file({ file, path, snapshot: { document }, problems }: FileResult) {
      const name = file === '-' ? file : (below(root, path) ?? path);
      return problems
        .map(({ rule, severity, message, span }) => {
          const start = document.positionAt(span.offset);
          const end = document.positionAt(span.end);
          const properties = {
            file: name,
            line: start.line + 1,
            col: start.character + 1,
            endLine: end.line + 1,
            // GitHub takes columns only of what ends in the line that it begins in.
            ...(end.line === start.line && { endColumn: end.character + 1 }),
            title: rule,
          };
          const listed = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
          return `::${commands[severity]} ${listed.join(',')}::${data(message)}\n`;
        })
        .join('');
    },
    end: (totals) => `${summary(totals, quiet)}\n`,
  };
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
