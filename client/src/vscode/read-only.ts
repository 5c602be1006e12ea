import * as vscode from 'vscode';
import { LiveFailure } from '../live/failure';
import type { Translate } from '../live/ports';

/**
 * True when the setting `taskdef.readOnly` is on anywhere: a folder's settings may take the right to change things away,
 * but not give it back.
 */
export function isReadOnly(): boolean {
  const told = vscode.workspace.getConfiguration('taskdef').inspect<boolean>('readOnly');
  return [told?.globalValue, told?.workspaceValue, told?.workspaceFolderValue].includes(true);
}

/** Throws `LiveFailure` before anything is asked for what could not be done in the end. */
export function requireChanges(t: Translate): void {
  if (!isReadOnly()) return;
  const sentence = t('Taskdef is read-only here: the setting taskdef.readOnly is on, so nothing was sent to AWS.');
  throw new LiveFailure('read-only', sentence, 'open-settings');
}

/** Keeps the context key `taskdef.readOnly` as the setting is; menus grey out by it what changes something. */
export function followReadOnly(): vscode.Disposable {
  const tell = (): void => void vscode.commands.executeCommand('setContext', 'taskdef.readOnly', isReadOnly());
  tell();
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('taskdef.readOnly')) tell();
  });
}
