import * as vscode from 'vscode';
import type { Arranging } from './arrangement';

/** Asks for a part of a name; the view follows while it is typed, Esc leaves it as it was. */
export function askForFilter(arranging: Arranging): Promise<void> {
  const before = arranging.now().filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter Clusters View');
  input.placeholder = vscode.l10n.t('Part of the name of a cluster, service, task or container');
  input.prompt = vscode.l10n.t('Filters what has been loaded. Empty: everything.');
  input.value = before;
  return new Promise((resolve) => {
    const state = { accepted: false };
    input.onDidChangeValue((text) => arranging.filter(text.trim()));
    input.onDidAccept(() => {
      state.accepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!state.accepted) arranging.filter(before);
      input.dispose();
      resolve();
    });
    input.show();
  });
}
