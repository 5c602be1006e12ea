import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type DefinitionInfo,
  type DefinitionsParams,
  definitionsRequest,
  type InitializationOptions,
} from '../../../../server/src/lsp/protocol';
import { documentSelector } from './documents';

/** The language server, as the rest of the client sees it. */
export interface LanguageServer extends vscode.Disposable {
  /** Tells once that the server cannot run; resolves when it runs or has been given up. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** The task definitions in a document's current text, unsaved changes included; rejects when the server is down. */
  definitions(uri: vscode.Uri): Promise<readonly DefinitionInfo[]>;
}

/** The language server in `module`, as a process of its own; not started yet. */
export function createLanguageServer(module: string, channel: vscode.LogOutputChannel): LanguageServer {
  let client = createClient(module, channel);
  const guarded = async (begin: () => Promise<void>): Promise<void> => {
    try {
      await begin();
    } catch {
      // The client has logged the cause.
      await offerRestart(channel);
    }
  };
  return {
    start: () => guarded(() => client.start()),
    restart: () =>
      guarded(async () => {
        if (client.isRunning()) return client.restart();
        // A client whose start failed, or that gave up after crashes, answers every later start with that failure.
        discard(client);
        client = createClient(module, channel);
        return client.start();
      }),
    definitions: (uri) =>
      client.sendRequest<DefinitionInfo[]>(definitionsRequest, {
        uri: client.code2ProtocolConverter.asUri(uri),
      } satisfies DefinitionsParams),
    dispose: () => discard(client),
  };
}

function createClient(module: string, channel: vscode.LogOutputChannel): LanguageClient {
  return new LanguageClient(
    'taskdef',
    'Taskdef',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    clientOptions(channel),
  );
}

function discard(client: LanguageClient): void {
  client.dispose().catch(() => {
    // A client that never ran cannot be stopped; that is what we want of it anyway.
  });
}

function clientOptions(channel: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel: channel,
    // Asked for at each start, so that a restart after trust was granted brings the CodeLens.
    initializationOptions: (): InitializationOptions => ({
      syntaxErrors: false,
      runCodeLens: vscode.workspace.isTrusted,
    }),
    // Both of these would put up a message of their own beside ours.
    initializationFailedHandler: () => false,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

async function offerRestart(channel: vscode.LogOutputChannel): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const showLog = vscode.l10n.t('Show Log');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('The Taskdef language server could not start: task definitions are not checked or completed.'),
    restart,
    showLog,
  );
  if (answer === restart) await vscode.commands.executeCommand('taskdef.server.restart');
  if (answer === showLog) channel.show();
}
