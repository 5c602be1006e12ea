import * as vscode from 'vscode';
import type { EcsGateway, Log, Shell, Translate } from '../../live/ports';
import { pathToTask } from '../../live/tree/ids';
import type { TreeNode } from '../../live/tree/node';
import type { Connections } from '../connection/connections';
import { connectionLabel } from '../connection/status';
import { createNodeProvider } from './provider';
import { clusterRoots } from './roots';

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
  readonly provider: vscode.TreeDataProvider<TreeNode>;
}

/** Registers the view; nothing is fetched before it is seen. */
export function createClustersView(
  connections: Connections,
  log: Log,
  t: Translate,
  onShown: () => void,
): ClustersView {
  const provider = createNodeProvider(clusterRoots(connections.gateway, t), log, t);
  const view = vscode.window.createTreeView('taskdef.clusters', { treeDataProvider: provider, showCollapseAll: true });
  const describe = (): void => {
    view.description = connectionLabel(connections);
  };
  const refresh = (): void => {
    connections.forget();
    provider.refresh();
  };
  const subscriptions = [
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
    provider,
    refresh,
    refreshNode: (node) => inProgress(() => provider.reread(node)),
    loadMore: (node) => inProgress(() => provider.more(node)),
    shell: (gateway) => ({
      // The cluster's own row counts its tasks, so the first level is read again too.
      taskChanged: () => provider.refresh(),
      showTask: async (clusterArn, taskArn) => {
        await vscode.commands.executeCommand('taskdef.clusters.focus');
        const found = await provider.descend(pathToTask(gateway.connection.region, clusterArn, taskArn));
        if (found) await view.reveal(found, { select: true, focus: true, expand: true });
      },
    }),
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

async function inProgress(work: () => Promise<void>): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: 'taskdef.clusters' } }, work);
}
