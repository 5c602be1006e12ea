import * as vscode from 'vscode';
import type { Log, Translate } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';
import { createTreeStore, type TreeStore } from '../../live/tree/store';
import { treeItem, withTooltip } from './item';

/** A tree as VS Code asks for it. */
export interface NodeProvider
  extends vscode.TreeDataProvider<TreeNode>,
    vscode.Disposable,
    Pick<TreeStore, 'refresh' | 'refreshRoots' | 'redraw' | 'reread' | 'more' | 'descend' | 'latest' | 'connectionOf'> {
  getChildren(node?: TreeNode): Promise<TreeNode[]>;
  getParent(node: TreeNode): TreeNode | undefined;
}

/** `roots` is not called before VS Code or `descend` asks for them. What a bug throws is logged and becomes a row. */
export function createNodeProvider(roots: () => Promise<readonly TreeNode[]>, log: Log, t: Translate): NodeProvider {
  const changed = new vscode.EventEmitter<TreeNode | undefined>();
  const { children, parent, latest, ...store } = createTreeStore(roots, (node) => changed.fire(node), log, t);
  return {
    ...store,
    latest,
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => treeItem(latest(node)),
    resolveTreeItem: (item, node) => withTooltip(item, latest(node)),
    getChildren: children,
    getParent: parent,
    dispose: () => changed.dispose(),
  };
}
