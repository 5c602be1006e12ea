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
  /** Reads again what stands below a row; a task's row is one of its parent's. */
  refreshNode(node: TreeNode): void;
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
    refreshNode: (node) => provider.refresh(node.context.startsWith('task;') ? provider.getParent(node) : node),
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
