import * as vscode from 'vscode';
import { type Place, places } from '../../live/find/places';
import type { EcsGateway } from '../../live/ports';

interface Item extends vscode.QuickPickItem {
  readonly place: Place;
}

/**
 * A quick pick of clusters, services and running tasks that opens at once and fills while they are read; what is typed is
 * kept. Undefined when it is left. Reading ends with it. Throws what connecting and reading the clusters throws.
 */
export function pickPlace(connect: () => Promise<EcsGateway>): Promise<Place | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  const leaving = new AbortController();
  picker.title = vscode.l10n.t('Go to Cluster, Service or Task');
  picker.placeholder = vscode.l10n.t('Name of a cluster or service, or ID of a task');
  picker.matchOnDescription = true;
  picker.busy = true;
  return new Promise((resolve, reject) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.place);
      picker.hide();
    });
    // Hiding settles as left, unless something was picked before.
    picker.onDidHide(() => {
      leaving.abort();
      resolve(undefined);
      picker.dispose();
    });
    const left = (): boolean => leaving.signal.aborted;
    fill(picker, connect, leaving.signal).catch((error) => {
      if (left()) return;
      reject(error);
      picker.hide();
    });
    picker.show();
  });
}

async function fill(
  picker: vscode.QuickPick<Item>,
  connect: () => Promise<EcsGateway>,
  signal: AbortSignal,
): Promise<void> {
  for await (const found of places(await connect(), signal)) {
    if (signal.aborted) return;
    // New items would take the cursor away from the one that the user is on.
    const active = picker.activeItems;
    picker.keepScrollPosition = true;
    picker.items = [...picker.items, ...found.map(toItem)];
    picker.activeItems = active;
  }
  picker.busy = false;
  if (picker.items.length === 0) picker.placeholder = vscode.l10n.t('Nothing to choose from');
}

function toItem(place: Place): Item {
  const icons = { cluster: 'server-environment', service: 'pass', task: 'vm-running' } as const;
  const description = place.within.join(' › ');
  return { label: `$(${icons[place.kind]}) ${place.name}`, place, ...(description ? { description } : {}) };
}
