import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import {
  type ConvertParams,
  convertCommand,
  convertRequest,
  type DefinitionInfo,
  type DefinitionsParams,
  definitionsRequest,
  deployCommand,
  type FamilyFile,
  type FamilyFilesParams,
  familyFilesRequest,
  type InitializationOptions,
  type LaunchTypesParams,
  type LensCommand,
  type LocatedInfo,
  launchTypesNotification,
  locatedRequest,
  type MarkInfo,
  type MarksParams,
  marksRequest,
  registerAndRunCommand,
  type ServiceFile,
  type ServiceFilesParams,
  serviceFilesRequest,
  type TemplateInfo,
  type TemplateParams,
  templateRequest,
  templatesRequest,
  type WhyStoppedInfo,
  type WhyStoppedParams,
  type WouldRunOnParams,
  type WouldRunOnReport,
  whyStoppedRequest,
  wouldRunOnCommand,
  wouldRunOnRequest,
} from '../../../../server/src/lsp/protocol';
import { documentSelector, isServed } from './documents';
import { launchTypesFor } from './launch-types/setting';
import { ServerDown } from './server-down';
import { configurationSettings, inlayHintSettings } from './settings';

/** The language server, as the rest of the client sees it. */
export interface LanguageServer extends vscode.Disposable {
  /** Tells once that the server cannot run; resolves when it runs or has been given up. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Says what holds below the configurations around a file: the settings have changed. */
  tellSettings(): Promise<void>;
  /** Says of every open document which launch types are set for it: the settings have changed. */
  tellLaunchTypes(): Promise<void>;
  /** The server has been told of a document's launch types: what it says of definitions may have changed. */
  readonly onDidTellLaunchTypes: vscode.Event<void>;
  /** The task definitions in a document's current text that can be registered, unsaved changes included; throws `ServerDown`. */
  definitions(uri: vscode.Uri): Promise<readonly DefinitionInfo[]>;
  /** Every task definition in a document's current text; throws `ServerDown`. */
  located(uri: vscode.Uri): Promise<readonly LocatedInfo[]>;
  /** Where the workspace keeps the definitions of a family, open or on disk; throws `ServerDown`. */
  familyFiles(family: string): Promise<readonly FamilyFile[]>;
  /** The services that files describe for one of `located`, and all those of `file`; throws `ServerDown`. */
  serviceFiles(uri: vscode.Uri, index: number, file?: vscode.Uri): Promise<readonly ServiceFile[]>;
  /** What has to change before one of `located` runs on a target; null where its text cannot be read; throws `ServerDown`. */
  wouldRunOn(uri: vscode.Uri, index: number, target: WouldRunOnParams['target']): Promise<WouldRunOnReport | null>;
  /** Why a task of one of the definitions stopped, at what caused it; null where there is no such definition; throws `ServerDown`. */
  whyStopped(
    uri: vscode.Uri,
    which: Pick<WhyStoppedParams, 'family' | 'index'>,
    stop: WhyStoppedParams['stop'],
  ): Promise<WhyStoppedInfo | null>;
  /** Where values of one of the definitions stand, one answer for each; null for what there is not; throws `ServerDown`. */
  marks(
    uri: vscode.Uri,
    which: Pick<MarksParams, 'family' | 'index'>,
    asked: MarksParams['marks'],
  ): Promise<readonly (MarkInfo | null)[]>;
  /** The document's definition in the other syntax; null where it cannot be converted; throws `ServerDown`. */
  convert(uri: vscode.Uri, to: ConvertParams['to']): Promise<string | null>;
  /** The task definitions to begin with; throws `ServerDown`. */
  templates(): Promise<readonly TemplateInfo[]>;
  /** The text of one of them; throws `ServerDown`. */
  template(params: TemplateParams): Promise<string>;
  /** What `Lenses` add has changed. */
  renewLenses(): Promise<void>;
}

/** What the client makes of the CodeLenses of a document; `located` as in `LanguageServer`. */
export type Lenses = (
  document: vscode.TextDocument,
  lenses: readonly vscode.CodeLens[],
  located: () => Promise<readonly LocatedInfo[]>,
) => Promise<vscode.CodeLens[]>;

/** The language server in `module`, as a process of its own; not started yet. */
export function createLanguageServer(module: string, channel: vscode.LogOutputChannel, lenses: Lenses): LanguageServer {
  let client: Promise<LanguageClient> | undefined;
  const told = new vscode.EventEmitter<void>();
  const current = (): Promise<LanguageClient> => {
    client ??= createClient(module, channel, told, lenses);
    return client;
  };
  const guarded = async (begin: () => Promise<void>): Promise<void> => {
    try {
      await begin();
    } catch {
      // The client has logged the cause.
      await offerRestart(channel);
    }
  };
  const ask = async <R>(request: string, paramsFor: (running: LanguageClient) => unknown): Promise<R> => {
    const running = await current();
    try {
      return await running.sendRequest<R>(request, paramsFor(running));
    } catch (cause) {
      throw new ServerDown(undefined, { cause });
    }
  };
  return {
    start: () => guarded(async () => (await current()).start()),
    restart: () =>
      guarded(async () => {
        const before = await current();
        if (before.isRunning()) return before.restart();
        // A client whose start failed, or that gave up after crashes, answers every later start with that failure.
        discard(before);
        client = createClient(module, channel, told, lenses);
        return (await client).start();
      }),
    tellSettings: async () => {
      const running = await client;
      // One that starts is told at its start.
      if (!running?.isRunning()) return;
      await running.sendNotification('workspace/didChangeConfiguration', {
        settings: { taskdef: configurationSettings() },
      });
    },
    onDidTellLaunchTypes: told.event,
    tellLaunchTypes: async () => {
      const running = await client;
      // One that starts is told of each document that it is told of.
      if (!running?.isRunning()) return;
      await tell(running, told, vscode.workspace.textDocuments.filter(isServed));
    },
    definitions: (uri) =>
      ask<DefinitionInfo[]>(
        definitionsRequest,
        (running): DefinitionsParams => ({
          uri: running.code2ProtocolConverter.asUri(uri),
        }),
      ),
    located: (uri) =>
      ask<LocatedInfo[]>(
        locatedRequest,
        (running): DefinitionsParams => ({
          uri: running.code2ProtocolConverter.asUri(uri),
        }),
      ),
    familyFiles: (family) => ask<FamilyFile[]>(familyFilesRequest, (): FamilyFilesParams => ({ family })),
    serviceFiles: (uri, index, file) =>
      ask<ServiceFile[]>(
        serviceFilesRequest,
        ({ code2ProtocolConverter }): ServiceFilesParams => ({
          uri: code2ProtocolConverter.asUri(uri),
          index,
          ...(file && { file: code2ProtocolConverter.asUri(file) }),
        }),
      ),
    wouldRunOn: (uri, index, target) =>
      ask<WouldRunOnReport | null>(
        wouldRunOnRequest,
        (running): WouldRunOnParams => ({
          uri: running.code2ProtocolConverter.asUri(uri),
          index,
          target,
        }),
      ),
    whyStopped: (uri, which, stop) =>
      ask<WhyStoppedInfo | null>(
        whyStoppedRequest,
        (running): WhyStoppedParams => ({ uri: running.code2ProtocolConverter.asUri(uri), ...which, stop }),
      ),
    marks: (uri, which, asked) =>
      ask<readonly (MarkInfo | null)[]>(
        marksRequest,
        (running): MarksParams => ({ uri: running.code2ProtocolConverter.asUri(uri), ...which, marks: asked }),
      ),
    convert: (uri, to) =>
      ask<string | null>(
        convertRequest,
        (running): ConvertParams => ({ uri: running.code2ProtocolConverter.asUri(uri), to }),
      ),
    templates: () => ask<TemplateInfo[]>(templatesRequest, () => undefined),
    template: (params) => ask<string>(templateRequest, () => params),
    renewLenses: async () => {
      const running = await client;
      const document = vscode.workspace.textDocuments.find(isServed);
      // One provider is behind all documents.
      if (document && running?.isRunning()) {
        running.getFeature('textDocument/codeLens').getProvider(document)?.onDidChangeCodeLensEmitter.fire();
      }
    },
    dispose: () => {
      told.dispose();
      void client?.then(discard);
    },
  };
}

// Loading the library is most of what this extension costs at its start, so activation does not wait for it.
async function createClient(
  module: string,
  channel: vscode.LogOutputChannel,
  told: vscode.EventEmitter<void>,
  lenses: Lenses,
): Promise<LanguageClient> {
  await nextTurn();
  const { LanguageClient, RevealOutputChannelOn, TransportKind } = await import('vscode-languageclient/node');
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: channel,
    // Asked for at each start, so that a restart brings the CodeLens once trust was granted, and the hints that are wanted.
    initializationOptions: (): InitializationOptions => ({
      ...configurationSettings(),
      syntaxErrors: false,
      configurationErrors: false,
      formatting: false,
      inlayHints: inlayHintSettings(),
      codeLens: lensCommands(),
      suggestCommand: 'editor.action.triggerSuggest',
    }),
    middleware: {
      // Waiting with the document would let requests about it overtake it.
      async didOpen(document, next) {
        const isSaid = launchTypesFor(document).length > 0;
        await Promise.all([next(document), ...(isSaid ? [tell(client, told, [document])] : [])]);
      },
      async provideCodeLenses(document, token, next) {
        const params: DefinitionsParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
        const located = () => client.sendRequest<LocatedInfo[]>(locatedRequest, params, token);
        return lenses(document, (await next(document, token)) ?? [], located);
      },
    },
    // Both of these would put up a message of their own beside ours.
    initializationFailedHandler: () => false,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient('taskdef', 'Taskdef', { run, debug }, options);
  return client;
}

async function tell(
  client: LanguageClient,
  told: vscode.EventEmitter<void>,
  documents: readonly vscode.TextDocument[],
): Promise<void> {
  const params = documents.map(
    (document): LaunchTypesParams => ({
      uri: client.code2ProtocolConverter.asUri(document.uri),
      launchTypes: launchTypesFor(document),
    }),
  );
  await Promise.all(params.map((it) => client.sendNotification(launchTypesNotification, it)));
  told.fire();
}

function lensCommands(): readonly LensCommand[] {
  const authoring = [wouldRunOnCommand, convertCommand] as const;
  return vscode.workspace.isTrusted ? [registerAndRunCommand, deployCommand, ...authoring] : authoring;
}

function discard(client: LanguageClient): void {
  client.dispose().catch(() => {
    // A client that never ran cannot be stopped; that is what we want of it anyway.
  });
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
