import * as vscode from 'vscode';
import type { Clock } from '../../live/ports';
import { createRefresher } from '../../live/refresh/refresher';
import type { Shown } from '../../live/refresh/shown';
import type { TreeNode } from '../../live/tree/node';
import type { NodeProvider } from './provider';

/** Reads what moves in a view again, while the view can be seen and the window is used; to be told of rows that were read. */
export function followMovement(
  view: vscode.TreeView<TreeNode>,
  provider: NodeProvider,
  shown: Shown,
  clock: Clock,
): vscode.Disposable & { look(): void } {
  const refresher = createRefresher({
    clock,
    shown,
    tree: { ...provider, children: provider.getChildren, parent: provider.getParent },
    interval: () => vscode.workspace.getConfiguration('taskdef').get('refresh.interval', 5) * 1_000,
    watched: () => view.visible && vscode.window.state.focused,
  });
  const { look } = refresher;
  const subscriptions = vscode.Disposable.from(
    refresher,
    view.onDidChangeVisibility(look),
    vscode.window.onDidChangeWindowState(look),
    view.onDidExpandElement(({ element }) => {
      shown.opened(element.id);
      look();
    }),
    view.onDidCollapseElement(({ element }) => {
      shown.closed(element.id);
      look();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('taskdef.refresh.interval')) look();
    }),
  );
  return { look, dispose: () => subscriptions.dispose() };
}
