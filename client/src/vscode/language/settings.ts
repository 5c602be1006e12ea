import * as vscode from 'vscode';
import type { InlayHintOptions } from '../../../../server/src/lsp/protocol';
import type { LanguageServer } from './server';

/** Which kinds of inlay hints are wanted. */
export function inlayHintSettings(): InlayHintOptions {
  const settings = vscode.workspace.getConfiguration('taskdef.inlayHints');
  const wanted = (kind: keyof InlayHintOptions): boolean => settings.get(kind, true);
  return { size: wanted('size'), port: wanted('port'), default: wanted('default') };
}

/** Tells the language server of changed settings: it is restarted for those that it is told at its start. */
export function followSettings({
  restart,
  tellLaunchTypes,
}: Pick<LanguageServer, 'restart' | 'tellLaunchTypes'>): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('taskdef.inlayHints')) void restart();
    if (event.affectsConfiguration('taskdef.launchTypes')) void tellLaunchTypes();
  });
}
