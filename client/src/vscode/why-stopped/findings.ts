import * as vscode from 'vscode';
import type { WhyStoppedInfo } from '../../../../server/src/lsp/protocol';
import { isCurrent, stopFacts } from '../../live/explain-stop';
import type { Task, Translate } from '../../live/ports';
import { documentSelector } from '../language/documents';
import type { LanguageServer } from '../language/server';
import { ServerDown } from '../language/server-down';
import { source, toDiagnostic } from './diagnostic';

/** The command that takes findings away: all of a document, or one of its definitions by its key. */
export const dismissCommand = 'taskdef.stopFinding.dismiss';

const settled = 400; // Milliseconds without typing: what is shown moves with the text by itself until then.

/** A definition of a document: by its family, or by its index in the order of `located`. */
export type StoppedDefinition = string | number;

/** Why tasks stopped, at what caused it in the files they were started from. */
export interface StopFindings extends vscode.Disposable {
  /**
   * Shows why a task of a definition stopped, instead of what was shown of that definition. Nothing is shown of a task that did what it
   * was told, and nothing where the document or its definition is gone. Never throws for what ECS or the user did.
   */
  show(uri: vscode.Uri, definition: StoppedDefinition, task: Task): Promise<void>;
  /** Takes away what is shown of a definition, or of all of a document's: its next run begins, or went well. */
  clear(uri: vscode.Uri, definition?: StoppedDefinition): void;
  /** What the command does; without arguments for the document of the active editor. */
  dismiss(uri: unknown, definition: unknown): void;
}

/** What is shown of a definition, and what to ask to find its place again. */
interface Shown {
  readonly task: Task;
  readonly info: WhyStoppedInfo;
}

export function createStopFindings(server: Pick<LanguageServer, 'whyStopped'>, t: Translate): StopFindings {
  const collection = vscode.languages.createDiagnosticCollection('taskdef-run');
  const documents = new Map<string, Map<StoppedDefinition, Shown>>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const publish = (uri: vscode.Uri): void => {
    const shown = documents.get(uri.toString());
    if (shown?.size === 0) documents.delete(uri.toString());
    collection.set(uri, shown && [...shown.values()].map(({ info }) => toDiagnostic(info, t)));
    void vscode.commands.executeCommand('setContext', 'taskdef.hasStopFindings', documents.size > 0);
  };
  const ask = async (
    uri: vscode.Uri,
    definition: StoppedDefinition,
    task: Task,
  ): Promise<WhyStoppedInfo | undefined> => {
    const which = typeof definition === 'number' ? { index: definition } : { family: definition };
    return (await server.whyStopped(uri, which, stopFacts(task))) ?? undefined;
  };
  const lookAgain = async (uri: vscode.Uri): Promise<void> => {
    const shown = documents.get(uri.toString());
    if (!shown) return;
    for (const [definition, before] of [...shown]) {
      const now = await ask(uri, definition, before.task);
      // Another run may have shown something else meanwhile.
      if (shown.get(definition) !== before) continue;
      if (now && isCurrent(before.info, now)) shown.set(definition, { ...before, info: now });
      else shown.delete(definition);
    }
    publish(uri);
  };
  const soon = ({ uri }: vscode.TextDocument): void => {
    const key = uri.toString();
    if (!documents.has(key)) return;
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void unlessDown(() => lookAgain(uri));
      }, settled),
    );
  };
  const clear: StopFindings['clear'] = (uri, definition) => {
    const shown = documents.get(uri.toString());
    if (!shown) return;
    if (definition === undefined) shown.clear();
    else shown.delete(definition);
    publish(uri);
  };
  const forget = (uris: readonly vscode.Uri[]): void => {
    for (const uri of uris) clear(uri);
  };
  const subscriptions = [
    collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) soon(document);
    }),
    // It may have changed on disk while it was closed.
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidDeleteFiles(({ files }) => forget(files)),
    vscode.workspace.onDidRenameFiles(({ files }) => forget(files.map(({ oldUri }) => oldUri))),
    vscode.languages.registerCodeActionsProvider(documentSelector, {
      provideCodeActions: ({ uri }, _, { diagnostics }) => {
        const own = diagnostics.filter((it) => it.source === source);
        return [...(documents.get(uri.toString()) ?? [])].flatMap(([definition, { info }]) => {
          const diagnostic = own.find((it) => it.range.isEqual(toDiagnostic(info, t).range));
          return diagnostic ? [dismissal(uri, definition, diagnostic, t)] : [];
        });
      },
    }),
    { dispose: () => timers.forEach(clearTimeout) },
  ];
  return {
    show: (uri, definition, task) =>
      unlessDown(async () => {
        const document = await opened(uri);
        if (!document) return;
        clear(uri, definition);
        const info = await ask(uri, definition, task);
        if (!info || info.severity === 'information') return;
        const key = uri.toString();
        documents.set(key, (documents.get(key) ?? new Map()).set(definition, { task, info }));
        publish(uri);
      }),
    clear,
    dismiss(uri, definition) {
      const about = uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri;
      const isOne = typeof definition === 'string' || typeof definition === 'number';
      if (about) clear(about, isOne ? definition : undefined);
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

function dismissal(
  uri: vscode.Uri,
  definition: StoppedDefinition,
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

/** A server that is down has told so by itself. */
async function unlessDown(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ServerDown)) throw error;
  }
}
