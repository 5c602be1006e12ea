import * as vscode from 'vscode';
import type { MarkInfo } from '../../../../server/src/lsp/protocol';
import type { Check } from '../../live/verify/check';
import { adviceOf } from '../../live/verify/words';
import type { LanguageServer } from '../language/server';
import { type KeptFindings, keepFindings } from '../ui/kept-findings';

/** What tells findings of the account from those of rules. */
const source = 'taskdef account';

/** What is wrong, and where it stands. */
export interface Missing {
  readonly check: Check;
  readonly mark: MarkInfo;
}

/** What an account lacks of definitions, in their files: each until its value is another one, or the next check. */
export type VerifyFindings = KeptFindings<readonly Missing[]>;

export function createVerifyFindings(server: Pick<LanguageServer, 'marks'>): VerifyFindings {
  return keepFindings<readonly Missing[]>({
    name: 'taskdef-account',
    diagnostics: (found) => found.map(toDiagnostic),
    again: async (uri, definition, found) => {
      const which = typeof definition === 'number' ? { index: definition } : { family: definition };
      const asked = found.map(({ check, mark }) => ({ pointer: placeOf(check), value: mark.value }));
      const left = placed(
        found.map(({ check }) => check),
        await server.marks(uri, which, asked),
      );
      return left.length > 0 ? left : undefined;
    },
  });
}

/** Where a check stands in the definition; what is about the target stands at the family. */
export function placeOf({ path }: Check): string {
  return path === '' ? '/family' : path;
}

/** The checks that have a place. */
export function placed(checks: readonly Check[], marks: readonly (MarkInfo | null)[]): readonly Missing[] {
  return checks.flatMap((check, index) => {
    const mark = marks[index];
    return mark ? [{ check, mark }] : [];
  });
}

function toDiagnostic({ check, mark }: Missing): vscode.Diagnostic {
  const { start, end } = mark.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(range, adviceOf(check), vscode.DiagnosticSeverity.Error);
  diagnostic.source = source;
  diagnostic.code = check.id;
  return diagnostic;
}
