import { ruleUrl } from '../../service';
import type { FileResult } from '../result';

/** The JSON report, a contract: positions are 0-based, in UTF-16 units. */
export function formatJson(results: readonly FileResult[]): string {
  const report = {
    version: 1,
    results: results.map(({ file, snapshot: { document }, problems }) => ({
      file,
      diagnostics: problems.map(({ rule, severity, message, pointer, span, fix }) => ({
        rule,
        severity,
        message,
        pointer,
        range: { start: document.positionAt(span.offset), end: document.positionAt(span.end) },
        url: ruleUrl(rule),
        fixable: fix !== undefined,
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
