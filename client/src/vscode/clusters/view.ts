import * as vscode from 'vscode';
import { reach } from '../../live/find/reach';
import type { EcsGateway, Log, Memory, Shell, Translate } from '../../live/ports';
import { createShown } from '../../live/refresh/shown';
import { clusterRows } from '../../live/tree/clusters';
import { pathToTask } from '../../live/tree/ids';
import type { TreeNode } from '../../live/tree/node';
import { systemClock } from '../../system-clock';
import type { Connections } from '../connection/connections';
import { connectionLabel } from '../connection/status';
import { viewRoots } from '../view-roots';
import { arrangedProvider } from './arranged';
import { type Arranging, createArranging } from './arrangement';
import { followMovement } from './movement';
import { createNodeProvider } from './provider';

/** The view Clusters. */
export interface ClustersView extends vscode.Disposable {
  /** Reads everything shown again, the AWS config included. */
  refresh(): void;
  /** Reads a row again, and what stands below it. */
  refreshNode(node: TreeNode): Promise<void>;
  /** Reads the next part of the list that ends with this row. */
  loadMore(node: TreeNode): Promise<void>;
  /** The view as a run sees it; rows are found by the region of the gateway that runs. */
  shell(gateway: EcsGateway): Shell;
  focus(): Promise<void>;
  /** Opens the view at the row that these ids lead to from the root, whatever hides it. */
  goTo(ids: readonly string[]): Promise<void>;
  readonly arranging: Arranging;
  readonly provider: vscode.TreeDataProvider<TreeNode>;
}

/** Registers the view; nothing is fetched before it is seen. */
export function createClustersView(
  connections: Connections,
  memory: Memory,
  log: Log,
  t: Translate,
  onShown: () => void,
): ClustersView {
  const load = () => clusterRows(() => connections.gateway(), t, systemClock().now);
  const roots = viewRoots('taskdef.clusters', 'no-clusters', load);
  const provider = createNodeProvider(roots, log, t);
  const shown = createShown(provider.latest);
  const arranging = createArranging(memory);
  const arranged = arrangedProvider(provider, shown, arranging, () => movement.look());
  const view = vscode.window.createTreeView('taskdef.clusters', { treeDataProvider: arranged, showCollapseAll: true });
  const movement = followMovement(view, provider, shown, systemClock());
  const tellFilter = (): void => {
    const { filter } = arranging.now();
    view.message = filter === '' ? '' : t('Of what has been loaded, only names with “{0}” are shown.', filter);
  };
  const describe = (): void => {
    view.description = connectionLabel(connections);
  };
  const refresh = (): void => {
    connections.forget();
    provider.refresh();
  };
  const focus = async (): Promise<void> => {
    await vscode.commands.executeCommand('taskdef.clusters.focus');
  };
  const goTo = async (ids: readonly string[]): Promise<void> => {
    await focus();
    arranging.filter('');
    const [cluster] = ids;
    if (cluster !== undefined) arranging.keep(cluster);
    const tree = { children: provider.getChildren, more: provider.more, descend: provider.descend };
    const found = await reach(ids, tree);
    if (found) await view.reveal(found, { select: true, focus: true, expand: true });
  };
  const subscriptions = [
    movement,
    arranged,
    arranging,
    arranging.onDidChange(tellFilter),
    provider,
    view,
    connections.onDidChoose(() => provider.refresh()),
    connections.onDidResolve(describe),
    vscode.workspace.onDidGrantWorkspaceTrust(() => provider.refresh()),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) onShown();
    }),
  ];
  describe();
  return {
    provider: arranged,
    arranging,
    focus,
    goTo,
    refresh,
    refreshNode: (node) => inProgress(() => provider.reread(node)),
    loadMore: (node) => inProgress(() => provider.more(node)),
    shell: (gateway) => ({
      // The cluster's own row counts its tasks, so the first level is read again too.
      taskChanged: () => provider.refresh(),
      showTask: (clusterArn, taskArn) => goTo(pathToTask(gateway.connection.region, clusterArn, taskArn)),
    }),
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

async function inProgress(work: () => Promise<void>): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: 'taskdef.clusters' } }, work);
}
