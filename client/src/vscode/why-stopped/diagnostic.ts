import * as vscode from 'vscode';
import type { WhyStoppedInfo } from '../../../../server/src/lsp/protocol';
import { stopMessage } from '../../live/explain-stop';
import type { Translate } from '../../live/ports';

/** What tells findings of runs from those of rules. */
export const source = 'taskdef run';

/** A finding as VS Code shows it, the cause's page behind its code. */
export function toDiagnostic(info: WhyStoppedInfo, t: Translate): vscode.Diagnostic {
  const { start, end } = info.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(range, stopMessage(info, t), severities[info.severity]);
  diagnostic.source = source;
  diagnostic.code = { value: info.cause, target: vscode.Uri.parse(info.url) };
  return diagnostic;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;
