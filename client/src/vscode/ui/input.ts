import * as vscode from 'vscode';
import type { Answer, Ui } from '../../live/ports';

/** An input box; see `Ui.input`. */
export const input: Ui['input'] = (options, problem) => {
  const box = vscode.window.createInputBox();
  box.title = options.title;
  box.prompt = options.placeholder;
  box.value = options.value ?? '';
  if (options.stays) box.ignoreFocusOut = true;
  if (options.step) {
    box.step = options.step.at;
    box.totalSteps = options.step.of;
    // Looking a name up in another window must not throw the earlier answers away.
    box.ignoreFocusOut = true;
  }
  if (options.canGoBack) box.buttons = [vscode.QuickInputButtons.Back];
  const check = (text: string): boolean => {
    box.validationMessage = problem(text);
    return box.validationMessage === undefined;
  };
  return new Promise<Answer<string>>((resolve) => {
    // Hiding settles as cancelled, unless another answer came first.
    box.onDidHide(() => {
      resolve({ kind: 'cancelled' });
      box.dispose();
    });
    box.onDidTriggerButton(() => {
      resolve({ kind: 'back' });
      box.hide();
    });
    box.onDidChangeValue(check);
    box.onDidAccept(() => {
      if (!check(box.value)) return;
      resolve({ kind: 'value', value: box.value });
      box.hide();
    });
    box.show();
  });
};
