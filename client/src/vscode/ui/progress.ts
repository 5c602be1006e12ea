import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Ui } from '../../live/ports';

/** A notification around work under way; see `Ui.progress`. */
export const progress: Ui['progress'] = async (title, work, delay = 0) => {
  const cancelling = new AbortController();
  const latest: { message?: string; show?: (message: string) => void } = {};
  const done = work((message) => {
    latest.message = message;
    latest.show?.(message);
  }, cancelling.signal);
  if (delay > 0 && (await settles(done, delay))) return done;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (notification, token) => {
      token.onCancellationRequested(() => cancelling.abort());
      latest.show = (message) => notification.report({ message });
      if (latest.message !== undefined) latest.show(latest.message);
      return done;
    },
  );
};

async function settles(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController();
  const settled = work.then(
    () => true,
    () => true,
  );
  const late = wait(milliseconds, false, { signal: timer.signal }).catch(() => false);
  return Promise.race([settled, late]).finally(() => timer.abort());
}
