import * as vscode from 'vscode';
import type { Connections } from './connections';

export interface ConnectionStatus extends vscode.Disposable {
  /** Puts the item up for the rest of the session; it stays away from windows that have nothing to do with ECS. */
  show(): void;
}

/** The status bar item that says as which profile, in which region and, when it is not AWS, at which endpoint we work. */
export function createConnectionStatus(connections: Connections): ConnectionStatus {
  const item = vscode.window.createStatusBarItem('taskdef.connection', vscode.StatusBarAlignment.Left, 1);
  item.name = vscode.l10n.t('ECS Connection');
  item.command = 'taskdef.connection.pick';
  const update = (): void => {
    const label = connectionLabel(connections);
    const failure = connections.failure();
    item.text = `$(${failure ? 'warning' : 'cloud'}) ${label}`;
    item.tooltip = [vscode.l10n.t('ECS connection: {0}', label), failure?.sentence, vscode.l10n.t('Click to change')]
      .filter((line) => line !== undefined)
      .join('\n');
    item.accessibilityInformation = {
      label: failure
        ? vscode.l10n.t('ECS connection {0} does not work: {1}', label, failure.sentence)
        : vscode.l10n.t('ECS connection {0}', label),
      role: 'button',
    };
  };
  const following = connections.onDidResolve(update);
  update();
  return {
    show: () => item.show(),
    dispose: () => {
      following.dispose();
      item.dispose();
    },
  };
}

/** Of the active connection `profile@region`, with the endpoint's host when it is not AWS; less while the default chain has not been asked. */
export function connectionLabel(connections: Connections): string {
  const resolved = connections.resolved();
  const { profile, region } = resolved ?? connections.choice();
  if (profile === undefined && region === undefined) return vscode.l10n.t('default profile');
  const who = profile ?? vscode.l10n.t('default');
  const where = region ? `${who}@${region}` : who;
  return resolved?.endpoint ? `${where} · ${host(resolved.endpoint)}` : where;
}

function host(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
}
