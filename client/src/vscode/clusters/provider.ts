import * as vscode from 'vscode';
import type { Log, Translate } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';
import { treeItem, withTooltip } from './item';

/** A tree of nodes that are fetched when their parent is opened and kept until they are refreshed. */
export interface NodeProvider extends vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  getChildren(node?: TreeNode): Promise<TreeNode[]>;
  getParent(node: TreeNode): TreeNode | undefined;
  /** Fetches the children of `node` again when they are next seen; those of the root without `node`. */
  refresh(node?: TreeNode): void;
  /** Goes down from the root along `ids` as far as there are nodes, fetching a level again when it does not have the next. */
  descend(ids: readonly string[]): Promise<TreeNode | undefined>;
}

/** `roots` is not called before VS Code or `descend` asks for them. What a bug throws is logged and becomes a row. */
export function createNodeProvider(roots: () => Promise<readonly TreeNode[]>, log: Log, t: Translate): NodeProvider {
  const changed = new vscode.EventEmitter<TreeNode | undefined>();
  const parents = new WeakMap<TreeNode, TreeNode>();
  const root = {};
  // Weakly held: rows that a refresh has replaced are never asked for again.
  let loaded = new WeakMap<object, Promise<TreeNode[]>>();

  const load = async (node: TreeNode | undefined): Promise<TreeNode[]> => {
    try {
      const children = [...((node ? await node.children?.() : await roots()) ?? [])];
      if (node) for (const child of children) parents.set(child, node);
      return children;
    } catch (error) {
      log.error('Unexpected error in the view Clusters', error);
      return [bugRow(node?.id ?? '', t)];
    }
  };
  const getChildren = (node?: TreeNode): Promise<TreeNode[]> => {
    const known = loaded.get(node ?? root);
    if (known) return known;
    const children = load(node);
    loaded.set(node ?? root, children);
    return children;
  };
  const refresh = (node?: TreeNode): void => {
    if (node) loaded.delete(node);
    else loaded = new WeakMap();
    changed.fire(node);
  };
  const childWithId = async (parent: TreeNode | undefined, id: string): Promise<TreeNode | undefined> => {
    const isIt = (node: TreeNode): boolean => node.id === id;
    const found = (await getChildren(parent)).find(isIt);
    if (found) return found;
    refresh(parent);
    return (await getChildren(parent)).find(isIt);
  };
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    resolveTreeItem: withTooltip,
    getChildren,
    getParent: (node) => parents.get(node),
    refresh,
    descend: async (ids) => {
      let node: TreeNode | undefined;
      for (const id of ids) {
        const child = await childWithId(node, id);
        if (!child) break;
        node = child;
      }
      return node;
    },
    dispose: () => changed.dispose(),
  };
}

function bugRow(parentId: string, t: Translate): TreeNode {
  const label = t('Something unexpected went wrong; the log has the details.');
  return {
    id: `${parentId}>bug`,
    label,
    accessibleLabel: t('Error: {0}', label),
    icon: { name: 'error', color: 'list.errorForeground' },
    context: 'bug',
    command: { id: 'taskdef.log.show', title: t('Show Log') },
  };
}
