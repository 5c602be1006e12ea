import * as vscode from 'vscode';
import type { Answer, Choice, PickOptions } from '../../live/ports';

interface Item<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** A quick pick of one; see `Ui.pick`. */
export async function pick<T>(options: PickOptions, choices: Promise<readonly Choice<T>[]>): Promise<Answer<T>> {
  const answer = await open(options, choices, false);
  if (answer.kind !== 'value') return answer;
  const [value] = answer.value;
  return value === undefined ? { kind: 'cancelled' } : { kind: 'value', value: value.value };
}

/** A quick pick with check boxes; see `Ui.pickMany`. */
export async function pickMany<T>(
  options: PickOptions,
  choices: Promise<readonly Choice<T>[]>,
): Promise<Answer<readonly T[]>> {
  const answer = await open(options, choices, true);
  return answer.kind === 'value' ? { kind: 'value', value: answer.value.map((item) => item.value) } : answer;
}

function open<T>(
  options: PickOptions,
  choices: Promise<readonly Choice<T>[]>,
  many: boolean,
): Promise<Answer<readonly Item<T>[]>> {
  const picker = vscode.window.createQuickPick<Item<T>>();
  picker.title = options.title;
  picker.placeholder = options.placeholder;
  picker.canSelectMany = many;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  if (options.stays) picker.ignoreFocusOut = true;
  if (options.step) {
    picker.step = options.step.at;
    picker.totalSteps = options.step.of;
    // Looking up a subnet in another window must not throw the earlier answers away.
    picker.ignoreFocusOut = true;
  }
  if (options.canGoBack) picker.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve, reject) => {
    // Hiding settles as cancelled, unless another answer came first.
    picker.onDidHide(() => {
      resolve({ kind: 'cancelled' });
      picker.dispose();
    });
    picker.onDidTriggerButton(() => {
      resolve({ kind: 'back' });
      picker.hide();
    });
    picker.onDidAccept(() => {
      if (picker.busy) return;
      if (!many && picker.selectedItems.length === 0) return;
      resolve({ kind: 'value', value: picker.selectedItems });
      picker.hide();
    });
    choices.then(
      (loaded) => fill(picker, loaded, many),
      (error) => {
        reject(error);
        picker.hide();
      },
    );
    picker.show();
  });
}

function fill<T>(picker: vscode.QuickPick<Item<T>>, choices: readonly Choice<T>[], many: boolean): void {
  const items = choices.map(toItem);
  picker.items = items;
  const picked = items.filter((_, index) => choices[index]?.picked);
  if (many) picker.selectedItems = picked;
  else if (picked.length > 0) picker.activeItems = picked.slice(0, 1);
  if (items.length === 0) picker.placeholder = vscode.l10n.t('Nothing to choose from');
  picker.busy = false;
}

function toItem<T>(choice: Choice<T>): Item<T> {
  return {
    label: choice.label,
    value: choice.value,
    ...(choice.description === undefined ? {} : { description: choice.description }),
    ...(choice.detail === undefined ? {} : { detail: choice.detail }),
  };
}
