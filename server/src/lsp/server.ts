import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  Connection,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind, TextDocumentSyncKind } from 'vscode-languageserver';
import type { WorkspaceFiles } from '../files/files';
import { alone, createService, needsWorkspace, type Snapshot } from '../service';
import { fixAllKind, isAnyAsked, isAsked } from './code-action-kinds';
import { toCodeLenses } from './code-lens';
import {
  isCompletionData,
  toCodeAction,
  toCompletionItem,
  toDocumentSymbol,
  toFixAll,
  toRange,
  toSpan,
} from './convert';
import { createDiagnostics } from './diagnostics';
import { createDocuments } from './documents';
import { registerFamilyFiles } from './family-files';
import { createGuard } from './guard';
import { knownLaunchTypes, refreshInlayHints, registerLaunchTypes } from './launch-types';
import { registerNavigation } from './navigation';
import type { InitializationOptions } from './protocol';
import { asksForEdits, resolveCodeAction, toCodeActions } from './refactorings';
import { registerRequests } from './requests';
import { registerServiceFiles } from './service-files';
import { createSettings } from './settings';
import { silencingActions } from './suppressions';
import { createWorkspace } from './workspace';

/** Serves task definitions over a connection; returns once the handlers are registered. Files are read by `file:` URIs. */
export function serve(connection: Connection, files?: WorkspaceFiles): void {
  const reportBug = (where: string, error: unknown) =>
    connection.console.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`);
  const service = createService({ onCrash: (rule, error) => reportBug(`rule ${rule}`, error) });
  let options: InitializationOptions = {};
  const documents = createDocuments(service, () => knownLaunchTypes(options.launchTypes));
  const workspace = createWorkspace(connection, service, documents, files);
  const guard = createGuard(reportBug);
  const settings = createSettings(connection, service, documents, guard, files);
  /** The documents that requests in one find their task definitions in. */
  const around = async (snapshot: Snapshot) => (needsWorkspace(snapshot) ? await workspace.read() : alone);
  const diagnostics = createDiagnostics({
    connection,
    service,
    documents,
    guard,
    around: async (snapshot) => (needsWorkspace(snapshot) ? await workspace.known() : alone),
    dependsOnOthers: needsWorkspace,
    settingsOf: settings.of,
  });
  workspace.onDidChange((uris) => {
    settings.filesChanged(uris);
    diagnostics.renew();
  });
  let client: ClientCapabilities = {};
  let resolvesActions = false;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    client = params.capabilities;
    workspace.initialize(params);
    settings.initialize(options);
    resolvesActions = asksForEdits(params.capabilities);
    return {
      serverInfo: { name: 'taskdef' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['"', ':', ' ', '-'], resolveProvider: true },
        hoverProvider: true,
        documentSymbolProvider: { label: 'Task definition' },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        inlayHintProvider: true,
        documentLinkProvider: {},
        ...(options.formatting !== false && { documentFormattingProvider: true }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
          resolveProvider: resolvesActions,
        },
        ...(options.codeLens && { codeLensProvider: {} }),
        ...diagnostics.initialize(params.capabilities, options),
      },
    };
  });

  /** Registers a request about one document: found by URI, guarded, answered `empty` where there is nothing to say. */
  const about = <P extends { readonly textDocument: { readonly uri: string } }, R>(
    name: string,
    empty: R,
    answer: (snapshot: Snapshot, params: P) => R | Promise<R>,
  ) =>
    guard<P, R>(name, empty, (params) => {
      const snapshot = documents.get(params.textDocument.uri);
      return snapshot ? answer(snapshot, params) : empty;
    });

  connection.onCompletion(
    about('completion', [], async (snapshot, { position, context }) => {
      const offset = snapshot.document.offsetAt(position);
      const site = service.suppressionAt(snapshot, offset);
      if (site) {
        // A blank that begins a comment asks for nothing: a list there would turn the next Enter into a directive.
        if (site.wants === 'directive' && context?.triggerCharacter === ' ') return [];
        const inSettings = await settings.of(snapshot.uri);
        const found = await service.completeSuppression(snapshot, site, await around(snapshot), inSettings);
        return found.map((item) => toCompletionItem(snapshot, item, options.suggestCommand));
      }
      return (
        service
          .complete(snapshot, offset, await around(snapshot))
          // A blank behind a value asks for nothing: a list there would turn the next Enter into a member.
          .filter(({ before }) => !before || context?.triggerCharacter !== ' ')
          // A dash begins an item of YAML, or is a part of a text.
          .filter(({ insert }) => insert.startsWith('- ') || context?.triggerCharacter !== '-')
          .map((item) => toCompletionItem(snapshot, item, options.suggestCommand))
      );
    }),
  );
  connection.onCompletionResolve((item) => {
    const documented = guard<CompletionItem, CompletionItem>('resolve', item, ({ data }) => ({
      ...item,
      documentation: { kind: 'markdown', value: isCompletionData(data) ? service.document(data) : '' },
    }));
    return documented(item);
  });
  connection.onHover(
    about('hover', null, async (snapshot, { position }) => {
      const found = service.hover(snapshot, snapshot.document.offsetAt(position), await around(snapshot));
      return found
        ? { contents: { kind: 'markdown', value: found.markdown }, range: toRange(snapshot, found.span) }
        : null;
    }),
  );
  connection.onDocumentSymbol(
    about('symbols', [], (snapshot) => service.symbols(snapshot).map((symbol) => toDocumentSymbol(snapshot, symbol))),
  );
  const fixAll = async (snapshot: Snapshot) =>
    service.fixAll(snapshot, await around(snapshot), await settings.of(snapshot.uri));
  connection.onCodeAction(
    about('code actions', [], async (snapshot, { range, context: { only, triggerKind } }) => {
      const span = toSpan(snapshot, range);
      const problems = isAsked(only, CodeActionKind.QuickFix) ? await diagnostics.problemsOf(snapshot) : [];
      const fixes = service.quickFixes(snapshot, problems, span);
      const silencing = { service, documents, settings, workspace, client };
      // Editors ask by themselves at every move of the cursor, for the light bulb: that is for what can be mended.
      const asked = triggerKind !== CodeActionTriggerKind.Automatic && isAnyAsked(only, CodeActionKind.Refactor);
      const changes = asked ? await service.refactorings(snapshot, span) : [];
      // Only where it is asked for by its kind, as on saving: for a menu it would be made in vain each time.
      const all = only && isAsked(only, fixAllKind) ? await fixAll(snapshot) : [];
      return [
        ...(all.length > 0 ? [toFixAll(snapshot, all)] : []),
        ...fixes.map((fix) => toCodeAction(snapshot, fix)),
        ...toCodeActions(snapshot, span, changes, fixes, resolvesActions).filter(({ kind = '' }) =>
          isAsked(only, kind),
        ),
        ...(await silencingActions(silencing, snapshot, problems, span)),
      ];
    }),
  );
  connection.onCodeActionResolve((action) => {
    const resolved = guard<CodeAction, CodeAction>('resolve action', action, (it) =>
      resolveCodeAction(service, documents, it),
    );
    return resolved(action);
  });
  connection.onCodeLens(about('code lens', [], (snapshot) => toCodeLenses(snapshot, options.codeLens ?? [])));
  registerNavigation(connection, about, workspace, () => options.inlayHints ?? {});
  diagnostics.register(about);
  registerRequests(connection, service, documents, around, diagnostics, settings, guard);
  registerFamilyFiles(connection, workspace.read, guard);
  registerServiceFiles(connection, documents, workspace.read, guard);
  const onSaidAnew = () => {
    diagnostics.renew();
    refreshInlayHints(connection, client);
  };
  registerLaunchTypes(connection, documents, guard, onSaidAnew);
  settings.register(onSaidAnew);

  documents.listen(connection);
  connection.listen();
}
