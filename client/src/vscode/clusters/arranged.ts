import * as vscode from 'vscode';
import { arrange } from '../../live/find/arrange';
import type { Shown } from '../../live/refresh/shown';
import type { TreeNode } from '../../live/tree/node';
import type { Arranging } from './arrangement';
import type { NodeProvider } from './provider';

/** The rows of `provider` as the user wants to see them; what was read is on record in `shown`. Fetches nothing that `provider` would not. */
export function arrangedProvider(
  provider: NodeProvider,
  shown: Shown,
  arranging: Arranging,
  onRead: () => void,
): vscode.TreeDataProvider<TreeNode> & vscode.Disposable {
  const changed = new vscode.EventEmitter<TreeNode | undefined>();
  const subscriptions = vscode.Disposable.from(
    changed,
    provider.onDidChangeTreeData?.((node) => changed.fire(node as TreeNode | undefined)) ?? changed,
    arranging.onDidChange(() => changed.fire(undefined)),
  );
  const known = { rows: shown.rows, parent: provider.getParent };
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: async (node) => {
      const item = await provider.getTreeItem(node);
      if (arranging.now().favourites.has(node.id)) markFavourite(item);
      return item;
    },
    resolveTreeItem: (item, node, token) => provider.resolveTreeItem?.(item, node, token),
    getParent: provider.getParent,
    getChildren: async (node) => {
      const rows = await provider.getChildren(node);
      shown.read(node, rows);
      onRead();
      return [...arrange(rows, arranging.now(), known)];
    },
    dispose: () => subscriptions.dispose(),
  };
}

function markFavourite(item: vscode.TreeItem): void {
  const spoken = item.accessibilityInformation?.label;
  item.contextValue = `${item.contextValue};favourite`;
  item.description = ['★', item.description].filter((part) => typeof part === 'string').join(' ');
  if (spoken !== undefined) item.accessibilityInformation = { label: vscode.l10n.t('{0}, favourite', spoken) };
}
