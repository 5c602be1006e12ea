import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Rule, readConfig, type Snapshot } from '../service';
import { toRange } from './convert';

const page = 'https://github.com/taskdef/taskdef/blob/main/docs/configuration.md';

/** What is wrong with a configuration; the rest of it holds. */
export function configDiagnostics(snapshot: Snapshot, rules: readonly Pick<Rule, 'id'>[]): Diagnostic[] {
  const ids = rules.map(({ id }) => id);
  return readConfig(snapshot.document.getText(), ids).problems.map(({ message, ...span }) => ({
    range: toRange(snapshot, span),
    severity: DiagnosticSeverity.Error,
    code: 'invalid-configuration',
    codeDescription: { href: page },
    source: 'taskdef',
    message,
  }));
}
