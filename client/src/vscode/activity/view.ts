import * as vscode from 'vscode';
import type { Activities } from '../../live/activity/activities';
import { activityRow, activityRowId } from '../../live/activity/rows';
import type { Log, Translate } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';
import { systemClock } from '../../system-clock';
import { createNodeProvider } from '../clusters/provider';

/** The view Activity. */
export interface ActivityView extends vscode.Disposable {
  /** Opens the view at an entry. */
  show(id: string): Promise<void>;
  readonly provider: vscode.TreeDataProvider<TreeNode>;
}

/** Times in words are made anew so often, in milliseconds, while something is watched and the view is seen. */
const tick = 15_000;

/** Registers the view; it shows what is known and reads nothing. */
export function createActivityView(activities: Activities, log: Log, t: Translate): ActivityView {
  const rows = { t, now: systemClock().now, entry: activities.entry };
  const provider = createNodeProvider(async () => activities.entries().map((it) => activityRow(it, rows)), log, t);
  const view = vscode.window.createTreeView('taskdef.activity', { treeDataProvider: provider, showCollapseAll: true });
  const running = (): number => activities.entries().filter(({ end }) => !end).length;
  const rowWith = async (id: string): Promise<TreeNode | undefined> =>
    (await provider.getChildren()).find((row) => row.id === activityRowId(id));
  const redraw = async (id: string): Promise<void> => {
    const row = await rowWith(id);
    if (row) await provider.reread(row);
    else provider.refresh();
  };
  const badge = (): void => {
    const value = running();
    view.badge =
      value === 0 ? undefined : { value, tooltip: value === 1 ? t('1 is watched') : t('{0} are watched', value) };
  };
  // What comes together is drawn together.
  const waiting = new Set<string>();
  const draw = (): void => {
    for (const id of waiting) void redraw(id);
    waiting.clear();
    badge();
  };
  const stopListening = activities.onDidChange((id) => {
    if (id === undefined) {
      provider.refresh();
      badge();
      return;
    }
    if (waiting.size === 0) setTimeout(draw, 100);
    waiting.add(id);
  });
  const clock = setInterval(() => {
    if (!view.visible) return;
    for (const { id, end } of activities.entries()) if (!end) void redraw(id);
  }, tick);
  badge();
  return {
    provider,
    show: async (id) => {
      await vscode.commands.executeCommand('taskdef.activity.focus');
      const row = await rowWith(id);
      if (row) await view.reveal(row, { select: true, focus: true, expand: true });
    },
    dispose: () => {
      clearInterval(clock);
      stopListening();
      provider.dispose();
      view.dispose();
    },
  };
}
