import * as vscode from 'vscode';
import type { WhyStoppedInfo } from '../../../../server/src/lsp/protocol';
import { isCurrent, stopFacts } from '../../live/explain-stop';
import type { Task, Translate } from '../../live/ports';
import { documentSelector } from '../language/documents';
import type { LanguageServer } from '../language/server';
import { type DefinitionKey, keepFindings, unlessDown } from '../ui/kept-findings';
import { source, toDiagnostic } from './diagnostic';

/** The command that takes findings away: all of a document, or one of its definitions by its key. */
export const dismissCommand = 'taskdef.stopFinding.dismiss';

/** Why tasks stopped, at what caused it in the files they were started from. */
export interface StopFindings extends vscode.Disposable {
  /**
   * Shows why a task of a definition stopped, instead of what was shown of that definition. Nothing is shown of a task that did what it
   * was told, and nothing where the document or its definition is gone. Never throws for what ECS or the user did.
   */
  show(uri: vscode.Uri, definition: DefinitionKey, task: Task): Promise<void>;
  /** Takes away what is shown of a definition, or of all of a document's: its next run begins, or went well. */
  clear(uri: vscode.Uri, definition?: DefinitionKey): void;
  /** What the command does; without arguments for the document of the active editor. */
  dismiss(uri: unknown, definition: unknown): void;
}

/** What is shown of a definition, and what to ask to find its place again. */
interface Shown {
  readonly task: Task;
  readonly info: WhyStoppedInfo;
}

export function createStopFindings(server: Pick<LanguageServer, 'whyStopped'>, t: Translate): StopFindings {
  const ask = async (uri: vscode.Uri, definition: DefinitionKey, task: Task): Promise<WhyStoppedInfo | undefined> => {
    const which = typeof definition === 'number' ? { index: definition } : { family: definition };
    return (await server.whyStopped(uri, which, stopFacts(task))) ?? undefined;
  };
  const kept = keepFindings<Shown>({
    name: 'taskdef-run',
    diagnostics: ({ info }) => [toDiagnostic(info, t)],
    again: async (uri, definition, before) => {
      const now = await ask(uri, definition, before.task);
      return now && isCurrent(before.info, now) ? { ...before, info: now } : undefined;
    },
    onChange: (isAny) => void vscode.commands.executeCommand('setContext', 'taskdef.hasStopFindings', isAny),
  });
  const dismissing = vscode.languages.registerCodeActionsProvider(documentSelector, {
    provideCodeActions: ({ uri }, _, { diagnostics }) => {
      const own = diagnostics.filter((it) => it.source === source);
      return [...kept.of(uri)].flatMap(([definition, { info }]) => {
        const diagnostic = own.find((it) => it.range.isEqual(toDiagnostic(info, t).range));
        return diagnostic ? [dismissal(uri, definition, diagnostic, t)] : [];
      });
    },
  });
  return {
    show: (uri, definition, task) =>
      unlessDown(async () => {
        const document = await opened(uri);
        if (!document) return;
        kept.clear(uri, definition);
        const info = await ask(uri, definition, task);
        if (!info || info.severity === 'information') return;
        kept.set(uri, definition, { task, info });
      }),
    clear: kept.clear,
    dismiss(uri, definition) {
      const about = uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri;
      const isOne = typeof definition === 'string' || typeof definition === 'number';
      if (about) kept.clear(about, isOne ? definition : undefined);
    },
    dispose: () => vscode.Disposable.from(kept, dismissing).dispose(),
  };
}

function dismissal(
  uri: vscode.Uri,
  definition: DefinitionKey,
  diagnostic: vscode.Diagnostic,
  t: Translate,
): vscode.CodeAction {
  const title = t('Dismiss what the last run has found here');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: dismissCommand, title, arguments: [uri, definition] };
  action.diagnostics = [diagnostic];
  return action;
}

/** The language server knows a document once it is open. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  return vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    () => undefined,
  );
}
