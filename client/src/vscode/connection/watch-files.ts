import * as vscode from 'vscode';
import type { FilePlace } from '../../aws/index';

/** Tells when files have changed, come or gone, once for what is written together. The folders need not exist yet. */
export function watchFiles(places: readonly FilePlace[], onChange: () => void): vscode.Disposable {
  const timer: { waiting?: NodeJS.Timeout } = {};
  const soon = (): void => {
    clearTimeout(timer.waiting);
    timer.waiting = setTimeout(onChange, 500);
  };
  const watchers = places.map(({ folder, names }) => {
    const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), names);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const told = [watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon)];
    return vscode.Disposable.from(watcher, ...told);
  });
  return vscode.Disposable.from(...watchers, { dispose: () => clearTimeout(timer.waiting) });
}
