import type { Connection } from 'vscode-languageserver';
import { servicesFor, type Workspace } from '../service';
import type { Documents } from './documents';
import type { createGuard } from './guard';
import { type ServiceFile, type ServiceFilesParams, serviceFilesRequest } from './protocol';

/** Registers the request for the services that files of the workspace describe for a definition. */
export function registerServiceFiles(
  connection: Connection,
  documents: Pick<Documents, 'get'>,
  read: () => Promise<Workspace>,
  guard: ReturnType<typeof createGuard>,
): void {
  connection.onRequest(
    serviceFilesRequest,
    guard<ServiceFilesParams, readonly ServiceFile[]>('service files', [], async ({ uri, index, file }) => {
      const workspace = await read();
      const snapshot = documents.get(uri);
      const definition = snapshot?.definitions[index];
      return snapshot && definition ? servicesFor(snapshot, definition, workspace, file) : [];
    }),
  );
}
