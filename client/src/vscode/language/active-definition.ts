import * as vscode from 'vscode';
import type { LocatedInfo } from '../../../../server/src/lsp/protocol';
import { isServed } from './documents';
import { ServerDown } from './server-down';

const settled = 400; // Milliseconds without typing, so that the key does not flicker.

/**
 * Keeps two context keys: `taskdef.isTaskDefinition` is true while the active editor holds a definition that can be registered as it
 * stands, `taskdef.holdsDefinition` also while it holds one in a template.
 */
export function followActiveDefinition(
  located: (uri: vscode.Uri) => Promise<readonly LocatedInfo[]>,
  onFound: () => void,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const shapes = document !== undefined && isServed(document) ? await shapesIn(located, document.uri) : [];
    if (document !== vscode.window.activeTextEditor?.document) return;
    const whole = shapes.some((shape) => shape === 'plain' || shape === 'wrapped');
    const any = whole || shapes.includes('cloudformation');
    await vscode.commands.executeCommand('setContext', 'taskdef.isTaskDefinition', whole);
    await vscode.commands.executeCommand('setContext', 'taskdef.holdsDefinition', any);
    if (whole) onFound();
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

async function shapesIn(
  located: (uri: vscode.Uri) => Promise<readonly LocatedInfo[]>,
  uri: vscode.Uri,
): Promise<readonly LocatedInfo['shape'][]> {
  try {
    return (await located(uri)).map(({ shape }) => shape);
  } catch (error) {
    // The server has told that it is down; without it there is nothing to offer.
    if (error instanceof ServerDown) return [];
    throw error;
  }
}
