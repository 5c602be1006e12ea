import * as vscode from 'vscode';
import type { DefinitionInfo } from '../../../../server/src/lsp/protocol';
import { isServed } from './documents';
import { ServerDown } from './server-down';

const settled = 400; // Milliseconds without typing, so that the key does not flicker.

/** Keeps the context key `taskdef.isTaskDefinition` true while the active editor holds a task definition. */
export function followActiveDefinition(
  definitions: (uri: vscode.Uri) => Promise<readonly DefinitionInfo[]>,
  onFound: () => void,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const found = document !== undefined && isServed(document) && (await holdsDefinition(definitions, document.uri));
    if (document !== vscode.window.activeTextEditor?.document) return;
    await vscode.commands.executeCommand('setContext', 'taskdef.isTaskDefinition', found);
    if (found) onFound();
  };
  const lookIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  lookIn(0);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => lookIn(0)),
    // A document whose language is changed is opened anew.
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document === vscode.window.activeTextEditor?.document) lookIn(0);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document && isServed(document)) lookIn(settled);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

async function holdsDefinition(
  definitions: (uri: vscode.Uri) => Promise<readonly DefinitionInfo[]>,
  uri: vscode.Uri,
): Promise<boolean> {
  try {
    return (await definitions(uri)).length > 0;
  } catch (error) {
    // The server has told that it is down; without it there is nothing to offer.
    if (error instanceof ServerDown) return false;
    throw error;
  }
}
