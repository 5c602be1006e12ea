import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { type LaunchType, launchTypes } from '../service';
import type { Documents } from './documents';
import type { createGuard } from './guard';
import { type LaunchTypesParams, launchTypesNotification } from './protocol';

/** Takes what the client says of a document's launch types; `onChange` is called when that changes an open one. */
export function registerLaunchTypes(
  connection: Connection,
  documents: Documents,
  guard: ReturnType<typeof createGuard>,
  onChange: () => void,
): void {
  connection.onNotification(
    launchTypesNotification,
    guard<LaunchTypesParams, void>('launch types', undefined, ({ uri, launchTypes }) => {
      if (documents.claim(uri, knownLaunchTypes(launchTypes))) onChange();
    }),
  );
}

/** Those of a client's names that are launch types, each once. */
export function knownLaunchTypes(names: unknown): readonly LaunchType[] {
  return Array.isArray(names) ? launchTypes.filter((name) => names.includes(name)) : [];
}

/** Asks the client to ask again for the hints that it shows: the network mode that holds is one. */
export function refreshInlayHints(connection: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh();
}
