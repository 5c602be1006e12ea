import * as vscode from 'vscode';
import type { InlayHintOptions } from '../../../../server/src/lsp/protocol';

/** Which kinds of inlay hints are wanted. */
export function inlayHintSettings(): InlayHintOptions {
  const settings = vscode.workspace.getConfiguration('taskdef.inlayHints');
  const wanted = (kind: keyof InlayHintOptions): boolean => settings.get(kind, true);
  return { size: wanted('size'), port: wanted('port'), default: wanted('default') };
}

/** Restarts the language server when a setting changes that it is told at its start. */
export function followSettings(restart: () => Promise<void>): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('taskdef.inlayHints')) void restart();
  });
}
