import * as vscode from 'vscode';
import type { TreeNode } from '../live/tree/node';

/**
 * The rows of a view's first level. Where there is nothing to show but a welcome text, the context key `VIEW.state` picks it:
 * `none` for an empty answer, else what the connection lacks.
 */
export function viewRoots(
  viewId: string,
  none: string,
  load: () => Promise<readonly TreeNode[]>,
): () => Promise<readonly TreeNode[]> {
  let latest = 0;
  return async () => {
    latest += 1;
    const own = latest;
    // VS Code shows the welcome text of Restricted Mode by a key of its own.
    const trusted = async (): Promise<readonly TreeNode[]> => (vscode.workspace.isTrusted ? load() : []);
    const rows = await vscode.window.withProgress({ location: { viewId } }, trusted);
    const state = stateOf(rows, none);
    // The answer of a connection that was left meanwhile must not decide.
    if (own === latest) await vscode.commands.executeCommand('setContext', `${viewId}.state`, state);
    return state === 'ready' ? rows : [];
  };
}

function stateOf([first]: readonly TreeNode[], none: string): string {
  if (!first) return none;
  if (first.context === 'error;no-credentials') return 'no-credentials';
  return first.context === 'error;no-region' ? 'no-region' : 'ready';
}
