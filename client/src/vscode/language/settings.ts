import * as vscode from 'vscode';
import type { ConfigurationOptions, InlayHintOptions } from '../../../../server/src/lsp/protocol';
import type { LanguageServer } from './server';

/** Which kinds of inlay hints are wanted. */
export function inlayHintSettings(): InlayHintOptions {
  const settings = vscode.workspace.getConfiguration('taskdef.inlayHints');
  const wanted = (kind: keyof InlayHintOptions): boolean => settings.get(kind, true);
  return { size: wanted('size'), port: wanted('port'), default: wanted('default') };
}

/** What the user sets below the configurations around a file; the server takes what it can read. */
export function configurationSettings(): ConfigurationOptions {
  const settings = vscode.workspace.getConfiguration('taskdef');
  return {
    preset: settings.get('preset', 'recommended'),
    rules: settings.get('rules', {}),
    trustedRegistries: settings.get('trustedRegistries', []),
  };
}

/** Tells the language server of changed settings: it is restarted for those that it is told at its start. */
export function followSettings({
  restart,
  tellLaunchTypes,
  tellSettings,
}: Pick<LanguageServer, 'restart' | 'tellLaunchTypes' | 'tellSettings'>): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('taskdef.inlayHints')) void restart();
    if (event.affectsConfiguration('taskdef.launchTypes')) void tellLaunchTypes();
    const isTold = ['preset', 'rules', 'trustedRegistries'].some((it) => event.affectsConfiguration(`taskdef.${it}`));
    if (isTold) void tellSettings();
  });
}
