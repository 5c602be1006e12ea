import * as vscode from 'vscode';
import type { LocatedInfo } from '../../../../server/src/lsp/protocol';
import type { Translate } from '../../live/ports';
import { iconOf, targetPlace } from './choose';
import type { Targets } from './store';

export interface TargetStatus extends vscode.Disposable {
  /** Shows the target of the definition at the cursor of the active editor, which holds `found`; nothing where there is none. */
  show(found: readonly LocatedInfo[]): void;
}

/** The status bar item that says where the file in front is deployed to, and changes it. */
export function createTargetStatus(targets: Targets, t: Translate): TargetStatus {
  const item = vscode.window.createStatusBarItem('taskdef.target', vscode.StatusBarAlignment.Left, 0);
  item.name = t('ECS Target');
  item.command = 'taskdef.target.choose';
  let known: readonly LocatedInfo[] = [];
  const update = (): void => {
    const editor = vscode.window.activeTextEditor;
    const uri = editor?.document.uri;
    const definition = editor && atCursor(known, editor.selection.active);
    const target = uri && definition?.name && targets.inUse({ uri, family: definition.name });
    // A restricted window deploys nothing.
    if (!target || !vscode.workspace.isTrusted) {
      item.hide();
      return;
    }
    const place = targetPlace(target, t);
    item.text = `$(${iconOf(target)}) ${target.name}`;
    item.tooltip = [t('ECS target {0}: {1}', target.name, place), t('Click to change')].join('\n');
    item.accessibilityInformation = { label: t('ECS target {0}: {1}', target.name, place), role: 'button' };
    item.show();
  };
  const following = vscode.Disposable.from(
    targets.onDidChange(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (known.length > 1 && textEditor === vscode.window.activeTextEditor) update();
    }),
  );
  return {
    show: (found) => {
      known = found.filter(({ shape }) => shape === 'plain' || shape === 'wrapped');
      update();
    },
    dispose: () => {
      following.dispose();
      item.dispose();
    },
  };
}

/** The last definition that begins before the cursor, else the first one. */
function atCursor(found: readonly LocatedInfo[], { line }: vscode.Position): LocatedInfo | undefined {
  return found.findLast(({ range }) => range.start.line <= line) ?? found[0];
}
