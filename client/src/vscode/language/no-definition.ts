import * as vscode from 'vscode';
import type { Translate, Ui } from '../../live/ports';

/** Says that the document in question holds no task definition, and offers to begin one. */
export async function tellNoDefinition(ui: Ui, t: Translate): Promise<void> {
  const begin = t('New Task Definition');
  const text = t('There is no task definition here. Open one and try again.');
  if ((await ui.inform('warning', text, begin)) === begin) {
    await vscode.commands.executeCommand('taskdef.newTaskDefinition');
  }
}
