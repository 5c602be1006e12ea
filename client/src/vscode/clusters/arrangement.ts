import * as vscode from 'vscode';
import type { Arrangement } from '../../live/find/arrange';
import { favouritesIn } from '../../live/find/favourites';
import type { Memory } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';

/** How the user wants to see the view Clusters. */
export interface Arranging extends vscode.Disposable {
  now(): Arrangement;
  filter(text: string): void;
  /** Shows a row whatever hides it. */
  keep(id: string): void;
  addFavourite(node: TreeNode): Promise<void>;
  removeFavourite(node: TreeNode): Promise<void>;
  hideEmpty(hide: boolean): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** Nothing filtered; favourites as they were kept, and what the setting `taskdef.clusters.hideEmpty` says. */
export function createArranging(memory: Memory): Arranging {
  const favourites = favouritesIn(memory);
  const changed = new vscode.EventEmitter<void>();
  const state: { filter: string; kept?: string } = { filter: '' };
  const hidesEmpty = (): boolean => vscode.workspace.getConfiguration('taskdef').get('clusters.hideEmpty', false);
  const following = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('taskdef.clusters.hideEmpty')) changed.fire();
  });
  return {
    now: () => ({ ...state, favourites: favourites.all(), hideEmpty: hidesEmpty() }),
    filter: (text) => {
      if (text === state.filter) return;
      state.filter = text;
      void vscode.commands.executeCommand('setContext', 'taskdef.clusters.filtered', text !== '');
      changed.fire();
    },
    keep: (id) => {
      state.kept = id;
      changed.fire();
    },
    addFavourite: async ({ id }) => {
      await favourites.add(id);
      changed.fire();
    },
    removeFavourite: async ({ id }) => {
      await favourites.remove(id);
      changed.fire();
    },
    // The event of the setting draws the rows.
    hideEmpty: async (hide) => {
      const settings = vscode.workspace.getConfiguration('taskdef');
      await settings.update('clusters.hideEmpty', hide, vscode.ConfigurationTarget.Global);
    },
    onDidChange: changed.event,
    dispose: () => {
      following.dispose();
      changed.dispose();
    },
  };
}
