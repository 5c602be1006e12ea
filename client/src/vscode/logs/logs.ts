import * as vscode from 'vscode';
import type { ConnectionChoice } from '../../live/connection/choice';
import { collectLogs } from '../../live/logs/collect';
import { createPrinter } from '../../live/logs/print';
import { type LogPorts, streamLogs } from '../../live/logs/stream';
import { type LogTarget, targetName } from '../../live/logs/target';
import type { Clock, Log, Translate, Ui } from '../../live/ports';
import type { Connections } from '../connection/connections';
import type { ReadOnlyTexts } from '../ui/read-only-texts';
import { askRange } from './range';
import { createLogTerminals } from './terminal';

/** The logs of tasks, containers and services. Throws `LiveFailure`, `show` only for what is wrong before the first call. */
export interface Logs extends vscode.Disposable {
  /** Reads them in a terminal as they come. */
  show(target: LogTarget, connection?: ConnectionChoice): Promise<void>;
  /** Asks what to read, and opens it as a document that is kept nowhere. */
  open(target: LogTarget, connection?: ConnectionChoice): Promise<void>;
  /** Asks what to read and for a file, and writes it there. */
  save(target: LogTarget, connection?: ConnectionChoice): Promise<void>;
}

export function createLogs(host: {
  readonly connections: Pick<Connections, 'gateway'>;
  readonly ui: Ui;
  readonly texts: ReadOnlyTexts;
  readonly clock: Clock;
  readonly log: Log;
  readonly t: Translate;
}): Logs {
  const { connections, ui, texts, clock, log, t } = host;
  const terminals = createLogTerminals(log, t);
  const portsOf = async (choice: ConnectionChoice | undefined): Promise<LogPorts> => {
    const gateway = await connections.gateway(choice);
    const { profile } = gateway.connection;
    const inRegion: LogPorts['inRegion'] = (region) =>
      connections.gateway({ ...(profile === undefined ? {} : { profile }), region });
    return { gateway, inRegion, clock, t };
  };
  const collect = async (target: LogTarget, choice: ConnectionChoice | undefined, title: string) => {
    const ports = await portsOf(choice);
    const range = await askRange(title, ui, t);
    if (!range) return undefined;
    return (): Promise<string> =>
      ui.progress(title, (report, signal) =>
        collectLogs(target, range, ports, signal, (lines) => report(t('{0} lines', lines))),
      );
  };
  return {
    show: async (target, choice) => {
      const ports = { ...(await portsOf(choice)), liveTail: usesLiveTail() };
      const { profile = '', region } = ports.gateway.connection;
      const ofService = 'serviceName' in target;
      const printer = createPrinter({ tasks: ofService, containers: target.container === undefined });
      const key = JSON.stringify([profile, region, target]);
      const title = t('Logs: {0}', targetName(target));
      terminals.show(key, title, printer, (signal) => streamLogs(target, ports, signal));
    },
    open: async (target, choice) => {
      const read = await collect(target, choice, t('Logs of {0}', targetName(target)));
      if (read) await texts.open(fileName(target), await read());
    },
    save: async (target, choice) => {
      const read = await collect(target, choice, t('Save Logs of {0}', targetName(target)));
      if (!read) return;
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      const file = await vscode.window.showSaveDialog({
        filters: { Log: ['log', 'txt'] },
        ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, fileName(target)) } : {}),
      });
      if (file) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(await read()));
    },
    dispose: terminals.dispose,
  };
}

function usesLiveTail(): boolean {
  return vscode.workspace.getConfiguration('taskdef').get('logs.liveTail', false);
}

function fileName(target: LogTarget): string {
  return `${targetName(target).replaceAll(/[^\w.-]+/g, '-')}.log`;
}
