import * as vscode from 'vscode';
import type { Activities } from '../../live/activity/activities';
import type { Intent } from '../../live/deploy/intents';
import { tellUnfinished } from '../../live/deploy/unfinished';
import type { Clock, Log, Memory, Translate, Ui } from '../../live/ports';
import type { Connections } from '../connection/connections';

interface Host {
  readonly ui: Ui;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
  readonly t: Translate;
  readonly connections: Connections;
  readonly activities: Pick<Activities, 'start'>;
}

/** Tells what the window before this one has left without an answer, a while after the start and only in a trusted workspace. */
export function followUnfinished({ connections, log, ...host }: Host): vscode.Disposable {
  const tell = (): void => {
    if (!vscode.workspace.isTrusted) return;
    tellUnfinished({ ...host, connect: (choice) => connections.gateway(choice), again }).catch((error: unknown) =>
      log.error(host.t('Unexpected error'), error),
    );
  };
  const soon = setTimeout(tell, 2_000);
  const granted = vscode.workspace.onDidGrantWorkspaceTrust(tell);
  return vscode.Disposable.from(granted, { dispose: () => clearTimeout(soon) });
}

/** Of a file by its target; what was begun on a row is begun on a row again. */
async function again({ source, target }: Intent): Promise<void> {
  const file = await fileOf(source);
  if (file) await vscode.commands.executeCommand('taskdef.target.deploy', file, undefined, target);
  else await vscode.commands.executeCommand('taskdef.clusters.focus');
}

/** The file that is called so in this workspace; no pattern, because names may hold what patterns are made of. */
async function fileOf(source: string): Promise<vscode.Uri | undefined> {
  const { workspaceFolders = [], fs, asRelativePath } = vscode.workspace;
  const below = workspaceFolders.flatMap(({ uri, name }) => [
    vscode.Uri.joinPath(uri, source),
    ...(source.startsWith(`${name}/`) ? [vscode.Uri.joinPath(uri, source.slice(name.length + 1))] : []),
  ]);
  for (const uri of below.filter((it) => asRelativePath(it) === source)) {
    const isFile = await fs.stat(uri).then(
      ({ type }) => (type & vscode.FileType.File) !== 0,
      () => false,
    );
    if (isFile) return uri;
  }
  return undefined;
}
