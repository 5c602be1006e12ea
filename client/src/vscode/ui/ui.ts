import * as vscode from 'vscode';
import type { Ui } from '../../live/ports';
import { input } from './input';
import { pick, pickMany } from './pick';
import { progress } from './progress';

/** Questions and messages in the workbench. */
export function workbenchUi(): Ui {
  return {
    pick,
    pickMany,
    input,
    choose: async (message, detail, buttons) =>
      vscode.window.showWarningMessage(message, { modal: true, detail }, ...buttons),
    inform: async (level, message, ...buttons) => show(level, message, buttons),
    progress,
    copy: async (text) => vscode.env.clipboard.writeText(text),
  };
}

function show(
  level: 'info' | 'warning' | 'error',
  message: string,
  buttons: readonly string[],
): Thenable<string | undefined> {
  switch (level) {
    case 'info':
      return vscode.window.showInformationMessage(message, ...buttons);
    case 'warning':
      return vscode.window.showWarningMessage(message, ...buttons);
    case 'error':
      return vscode.window.showErrorMessage(message, ...buttons);
  }
}
