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
import { serve } from '../../server/src/lsp/server';

/** A client of the real server, joined by two streams in memory. */
export async function startLsp(
  options: { readonly capabilities?: ClientCapabilities; readonly initializationOptions?: unknown } = {},
) {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
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
