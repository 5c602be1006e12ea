import * as vscode from 'vscode';
import { type ConnectionChoice, pairOf, scopeOf } from '../../live/connection/choice';
import type { ConnectionInfo } from '../../live/connection/info';
import { LiveFailure } from '../../live/failure';
import { type Place, places } from '../../live/find/places';
import type { EcsGateway } from '../../live/ports';

/** A row to go to. */
export interface Found {
  readonly place: Place;
  readonly connection: ConnectionChoice;
}

interface Item extends vscode.QuickPickItem {
  readonly found: Found;
}

type Connections = () => Promise<readonly ConnectionInfo[]>;
type Connect = (choice: ConnectionChoice) => Promise<EcsGateway>;

/**
 * A quick pick of clusters, services and running tasks of all connections that opens at once and fills while they are read;
 * what is typed is kept. Undefined when it is left. Reading ends with it. Throws what connecting and reading the clusters
 * throws, when no connection has any.
 */
export function pickPlace(connections: Connections, connect: Connect): Promise<Found | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  const leaving = new AbortController();
  picker.title = vscode.l10n.t('Go to Cluster, Service or Task');
  picker.placeholder = vscode.l10n.t('Name of a cluster or service, or ID of a task');
  picker.matchOnDescription = true;
  picker.busy = true;
  return new Promise((resolve, reject) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.found);
      picker.hide();
    });
    // Hiding settles as left, unless something was picked before.
    picker.onDidHide(() => {
      leaving.abort();
      resolve(undefined);
      picker.dispose();
    });
    const left = (): boolean => leaving.signal.aborted;
    fillAll(picker, connections, connect, leaving.signal).catch((error) => {
      if (left()) return;
      reject(error);
      picker.hide();
    });
    picker.show();
  });
}

async function fillAll(
  picker: vscode.QuickPick<Item>,
  connections: Connections,
  connect: Connect,
  signal: AbortSignal,
): Promise<void> {
  const all = await connections();
  const several = all.length > 1;
  const ends = await Promise.allSettled(all.map(({ choice }) => fill(picker, () => connect(choice), several, signal)));
  if (signal.aborted) return;
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  const bug = failures.find((failure) => !(failure instanceof LiveFailure));
  if (bug !== undefined || (failures.length > 0 && picker.items.length === 0)) throw bug ?? failures[0];
  picker.busy = false;
  if (picker.items.length === 0) picker.placeholder = vscode.l10n.t('Nothing to choose from');
}

async function fill(
  picker: vscode.QuickPick<Item>,
  connect: () => Promise<EcsGateway>,
  several: boolean,
  signal: AbortSignal,
): Promise<void> {
  const gateway = await connect();
  const connection = pairOf(gateway.connection);
  const within = several ? [scopeOf(connection)] : [];
  for await (const part of places(gateway, signal)) {
    if (signal.aborted) return;
    // New items would take the cursor away from the one that the user is on.
    const active = picker.activeItems;
    picker.keepScrollPosition = true;
    picker.items = [...picker.items, ...part.map((place) => toItem({ place, connection }, within))];
    picker.activeItems = active;
  }
}

function toItem(found: Found, around: readonly string[]): Item {
  const icons = { cluster: 'server-environment', service: 'pass', task: 'vm-running' } as const;
  const { kind, name, within } = found.place;
  const description = [...around, ...within].join(' › ');
  return { label: `$(${icons[kind]}) ${name}`, found, ...(description ? { description } : {}) };
}
