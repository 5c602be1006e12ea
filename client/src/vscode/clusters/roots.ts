import * as vscode from 'vscode';
import type { EcsGateway, Translate } from '../../live/ports';
import { clusterRows } from '../../live/tree/clusters';
import type { TreeNode } from '../../live/tree/node';
import { systemClock } from '../ui/clock';

/** The rows of the view's first level; when there are none, the context key `taskdef.clusters.state` picks the welcome text. */
export function clusterRoots(connect: () => Promise<EcsGateway>, t: Translate): () => Promise<readonly TreeNode[]> {
  let latest = 0;
  return async () => {
    latest += 1;
    const own = latest;
    const load = async (): Promise<readonly TreeNode[]> =>
      // VS Code shows the welcome text for this by a key of its own.
      vscode.workspace.isTrusted ? clusterRows(connect, t, systemClock().now) : [];
    const rows = await vscode.window.withProgress({ location: { viewId: 'taskdef.clusters' } }, load);
    const state = stateOf(rows);
    // The answer of a connection that was left meanwhile must not decide.
    if (own === latest) await vscode.commands.executeCommand('setContext', 'taskdef.clusters.state', state);
    return state === 'ready' ? rows : [];
  };
}

type State = 'ready' | 'no-clusters' | 'no-credentials' | 'no-region';

function stateOf(rows: readonly TreeNode[]): State {
  const [first] = rows;
  if (!first) return 'no-clusters';
  if (first.context === 'error;no-credentials') return 'no-credentials';
  return first.context === 'error;no-region' ? 'no-region' : 'ready';
}
