import * as vscode from 'vscode';
import { definitionRows, familyId } from '../../live/definitions/rows';
import type { Log, Translate } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';
import { createNodeProvider } from '../clusters/provider';
import type { Connections } from '../connection/connections';
import { connectionLabel } from '../connection/status';
import { viewRoots } from '../view-roots';

/** The view Task Definitions. */
export interface DefinitionsView extends vscode.Disposable {
  /** Reads everything shown again, the AWS config included. */
  refresh(): void;
  /** Reads again what stands below a row. */
  refreshNode(node: TreeNode): void;
  /** Opens the view at a family; false when the account has no active revision of it. */
  reveal(family: string): Promise<boolean>;
  readonly provider: vscode.TreeDataProvider<TreeNode>;
}

/** Registers the view; nothing is fetched before it is seen. */
export function createDefinitionsView(
  connections: Connections,
  log: Log,
  t: Translate,
  onShown: () => void,
): DefinitionsView {
  const roots = viewRoots('taskdef.definitions', 'no-families', () => definitionRows(() => connections.gateway(), t));
  const provider = createNodeProvider(roots, log, t);
  const view = vscode.window.createTreeView('taskdef.definitions', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  // It shows the active connection alone, also where several stand side by side in Clusters.
  const name = (): void => {
    view.description = connectionLabel(connections);
  };
  name();
  const subscriptions = [
    provider,
    view,
    connections.onDidResolve(name),
    connections.onDidChoose(() => provider.refresh()),
    connections.onDidRenew((choice) => {
      if (!choice) provider.refresh();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => provider.refresh()),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) onShown();
    }),
  ];
  return {
    provider,
    refresh: () => {
      connections.forget();
      provider.refresh();
    },
    refreshNode: provider.refresh,
    reveal: async (family) => {
      const { connection } = await connections.gateway();
      await vscode.commands.executeCommand('taskdef.definitions.focus');
      const found = await provider.descend([familyId(connection.region, family)]);
      if (found) await view.reveal(found, { select: true, focus: true, expand: true });
      return found !== undefined;
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}
