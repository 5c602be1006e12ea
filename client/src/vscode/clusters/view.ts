import * as vscode from 'vscode';
import { type ConnectionChoice, isSameChoice, pairOf, scopeOf } from '../../live/connection/choice';
import { reach } from '../../live/find/reach';
import type { Connection, EcsGateway, Log, Memory, Translate } from '../../live/ports';
import { createShown } from '../../live/refresh/shown';
import { createRoots } from '../../live/tree/connections';
import { connectionId } from '../../live/tree/ids';
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
  /** Reads what is shown again, the AWS config included: what was read through the connection of a row, or everything. */
  refresh(node?: TreeNode): void;
  /** Reads a row again, and what stands below it. */
  refreshNode(node: TreeNode): Promise<void>;
  /** Reads the next part of the list that ends with this row. */
  loadMore(node: TreeNode): Promise<void>;
  /** Reads what is shown of a connection again: something was changed there. */
  readAgain(connection: Connection): void;
  focus(): Promise<void>;
  /** Opens the view at the row that these ids lead to from the row of a cluster, whatever hides it. */
  goTo(ids: readonly string[], connection: ConnectionChoice): Promise<void>;
  /** Shows a connection beside the others, unless it is there. */
  pin(connection: ConnectionChoice): Promise<void>;
  /** What a row was read through; undefined for rows of other views. */
  connectionOf(node: TreeNode): ConnectionChoice | undefined;
  /** Where calls about a row go; those of the active connection for rows of other views. Throws `RestrictedMode` and `LiveFailure`. */
  gatewayOf(node: TreeNode): Promise<EcsGateway>;
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
  const clock = systemClock();
  const roots = createRoots({
    connections: connections.all,
    gateway: connections.gateway,
    onKnown: (row) => provider.redraw(row),
    t,
    now: clock.now,
  });
  const load = async (): Promise<readonly TreeNode[]> => {
    const rows = await roots.load();
    describe();
    return rows;
  };
  const provider = createNodeProvider(viewRoots('taskdef.clusters', 'no-clusters', load), log, t);
  const shown = createShown(provider.latest);
  const arranging = createArranging(memory);
  const arranged = arrangedProvider(provider, shown, arranging, () => movement.look());
  const view = vscode.window.createTreeView('taskdef.clusters', { treeDataProvider: arranged, showCollapseAll: true });
  const movement = followMovement(view, provider, shown, clock);
  const tellFilter = (): void => {
    const { filter } = arranging.now();
    view.message = filter === '' ? '' : t('Of what has been loaded, only names with “{0}” are shown.', filter);
  };
  const describe = (): void => {
    const rows = roots.rows();
    view.description = rows.length > 0 ? t('{0} connections', rows.length) : connectionLabel(connections);
    for (const row of rows) void provider.redraw(row);
  };
  const rowOf = (choice: ConnectionChoice): TreeNode | undefined => {
    const ids = [choice, connections.resolved(choice) ?? {}].map((it) => connectionId(scopeOf(it)));
    const isIt = ({ id, connection }: TreeNode): boolean =>
      ids.includes(id) || (connection !== undefined && isSameChoice(connection, choice));
    return roots.rows().find(isIt);
  };
  // The row of a cluster counts what is below it, so that all of a connection is read again.
  const readAgain = (choice: ConnectionChoice | undefined): void => {
    const row = choice && rowOf(choice);
    if (row) provider.refresh(row);
    else if (!choice || roots.rows().length === 0) provider.refresh();
  };
  const focus = async (): Promise<void> => {
    await vscode.commands.executeCommand('taskdef.clusters.focus');
  };
  const goTo: ClustersView['goTo'] = async (ids, connection) => {
    await focus();
    arranging.filter('');
    const [cluster] = ids;
    if (cluster !== undefined) arranging.keep(cluster);
    await provider.getChildren();
    const above = rowOf(connection);
    const tree = { children: provider.getChildren, more: provider.more, descend: provider.descend };
    const found = await reach(above ? [above.id, ...ids] : ids, tree);
    if (found) await view.reveal(found, { select: true, focus: true, expand: true });
  };
  const pin = async (connection: ConnectionChoice): Promise<void> => {
    const known = (await connections.all()).map((it) => it.connection);
    if (!known.some((it) => isSameChoice(it, connection))) await connections.add(connection);
  };
  const subscriptions = [
    movement,
    arranged,
    arranging,
    arranging.onDidChange(tellFilter),
    provider,
    view,
    connections.onDidPin(() => provider.refreshRoots()),
    connections.onDidRenew(readAgain),
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
    pin,
    connectionOf: provider.connectionOf,
    gatewayOf: (node) => connections.gateway(provider.connectionOf(node)),
    refresh: (node) => {
      const connection = node && provider.connectionOf(node);
      connections.forget(connection);
      readAgain(connection);
    },
    refreshNode: async (node) => {
      const connection = provider.connectionOf(node);
      // Its own gateway will not work any more.
      if (connections.failure(connection)) connections.renew(connection);
      else await inProgress(() => provider.reread(node));
    },
    loadMore: (node) => inProgress(() => provider.more(node)),
    readAgain: (connection) => readAgain(pairOf(connection)),
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

async function inProgress(work: () => Promise<void>): Promise<void> {
  await vscode.window.withProgress({ location: { viewId: 'taskdef.clusters' } }, work);
}
