import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { WorkspaceFiles } from '../../server/src/files/files';
import { nodeFilesByUri } from '../../server/src/files/node-files';
import { serve } from '../../server/src/lsp/server';

export interface LspOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The URIs of the folders that the client has open. */
  readonly folders?: readonly string[];
  /** This machine's by default. */
  readonly files?: WorkspaceFiles;
}

/** A client of the real server, joined by two streams in memory. */
export async function startLsp(options: LspOptions = {}) {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    options.files ?? nodeFilesByUri,
  );
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
  });
  client.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
  });
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? { textDocument: { diagnostic: {} } },
    initializationOptions: options.initializationOptions,
    workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
  });
  await client.sendNotification('initialized', {});
  const open = (uri: string, text: string, languageId = 'json') =>
    client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const stop = async () => {
    await client.sendRequest('shutdown');
    client.dispose();
  };
  return { client, initialized, published, logged, open, stop };
}
