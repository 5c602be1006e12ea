import { ruleUrl } from '../../service';
import type { FileResult } from '../result';
import { jsonItems } from './json-items';
import type { Reporter } from './reporter';

/** The JSON report, a contract: positions are 0-based, in UTF-16 units. */
export function jsonReporter(): Reporter {
  const results = jsonItems(1);
  return {
    begin: () => '{\n  "version": 1,\n  "results": [',
    file: (result) => results.item(toJson(result)),
    end: () => `${results.close()}\n}\n`,
  };
}

function toJson({ file, snapshot: { document }, problems }: FileResult) {
  return {
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
  };
}
