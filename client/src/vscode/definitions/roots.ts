import * as vscode from 'vscode';
import { definitionRows } from '../../live/definitions/rows';
import type { EcsGateway, Translate } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';

/** The families; when there are none, the context key `taskdef.definitions.state` picks the welcome text. */
export function definitionRoots(connect: () => Promise<EcsGateway>, t: Translate): () => Promise<readonly TreeNode[]> {
  let latest = 0;
  return async () => {
    latest += 1;
    const own = latest;
    const load = async (): Promise<readonly TreeNode[]> =>
      vscode.workspace.isTrusted ? definitionRows(connect, t) : [];
    const rows = await vscode.window.withProgress({ location: { viewId: 'taskdef.definitions' } }, load);
    const state = stateOf(rows);
    // The answer of a connection that was left meanwhile must not decide.
    if (own === latest) await vscode.commands.executeCommand('setContext', 'taskdef.definitions.state', state);
    return state === 'ready' ? rows : [];
  };
}

function stateOf([first]: readonly TreeNode[]): 'ready' | 'no-families' | 'no-credentials' | 'no-region' {
  if (!first) return 'no-families';
  if (first.context === 'error;no-credentials') return 'no-credentials';
  return first.context === 'error;no-region' ? 'no-region' : 'ready';
}
