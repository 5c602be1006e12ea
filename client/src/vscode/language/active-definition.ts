import * as vscode from 'vscode';
import type { LocatedInfo } from '../../../../server/src/lsp/protocol';
import { isServed } from './documents';
import { ServerDown } from './server-down';

const settled = 400; // Milliseconds without typing, so that the key does not flicker.

export interface ActiveDefinition extends vscode.Disposable {
  /** Looks again: something beside the text has changed. */
  look(): void;
}

/**
 * Keeps three context keys: `taskdef.isTaskDefinition` is true while the active editor holds a definition that can be registered as it
 * stands, `taskdef.holdsDefinition` also while it holds one in a template, `taskdef.holdsContainers` also while it holds a list of
 * containers alone. `onLook` gets what the active editor holds at each look.
 */
export function followActiveDefinition(
  located: (uri: vscode.Uri) => Promise<readonly LocatedInfo[]>,
  onLook: (found: readonly LocatedInfo[]) => void,
): ActiveDefinition {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const found = document !== undefined && isServed(document) ? await foundIn(located, document.uri) : [];
    if (document !== vscode.window.activeTextEditor?.document) return;
    onLook(found);
    const holdsDefinition = found.some(({ shape }) => shape !== 'containers');
    await vscode.commands.executeCommand('setContext', 'taskdef.isTaskDefinition', holdsWhole(found));
    await vscode.commands.executeCommand('setContext', 'taskdef.holdsDefinition', holdsDefinition);
    await vscode.commands.executeCommand('setContext', 'taskdef.holdsContainers', found.length > 0);
  };
  const lookIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  lookIn(0);
  const following = vscode.Disposable.from(
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
  return { look: () => lookIn(0), dispose: () => following.dispose() };
}

/** True where one of the definitions can be registered as it stands. */
export function holdsWhole(found: readonly LocatedInfo[]): boolean {
  return found.some(({ shape }) => shape === 'plain' || shape === 'wrapped');
}

async function foundIn(
  located: (uri: vscode.Uri) => Promise<readonly LocatedInfo[]>,
  uri: vscode.Uri,
): Promise<readonly LocatedInfo[]> {
  try {
    return await located(uri);
  } catch (error) {
    // The server has told that it is down; without it there is nothing to offer.
    if (error instanceof ServerDown) return [];
    throw error;
  }
}
