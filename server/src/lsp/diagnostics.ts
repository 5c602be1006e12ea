import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { isConfig } from '../files/configs';
import { type Problem, type Service, type Settings, type Snapshot, sameWorkspace, type Workspace } from '../service';
import { configDiagnostics } from './config-diagnostics';
import { toDiagnostic } from './convert';
import type { Documents } from './documents';
import type { createGuard } from './guard';
import type { About } from './navigation';
import type { InitializationOptions } from './protocol';

/** Findings, as the client wants to have them: asked for (pull), or sent with every version (push). */
export interface Diagnostics {
  /** What the server says it can do, from what the client says and reports itself. */
  initialize(client: ClientCapabilities, told: ToldByClient): ServerCapabilities;
  /** The findings of a document that are shown, from those of the documents around it too. */
  problemsOf(snapshot: Snapshot): Promise<readonly Problem[]>;
  /** Those as well that the editor shows by itself. */
  allProblemsOf(snapshot: Snapshot): Promise<readonly Problem[]>;
  /** Answers requests and sends what is wanted unasked. */
  register(about: About): void;
  /** Finds anew what is open: something beside the documents' text has changed. */
  renew(): void;
}

export type ToldByClient = Pick<InitializationOptions, 'syntaxErrors' | 'configurationErrors'>;

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly service: Service;
  readonly documents: Documents;
  readonly guard: ReturnType<typeof createGuard>;
  /** The documents that a document's findings depend on. */
  readonly around: (snapshot: Snapshot) => Promise<Workspace>;
  /** Whether they depend on any. */
  readonly dependsOnOthers: (snapshot: Snapshot) => boolean;
  /** What is set for a document; the same object until that changes. */
  readonly settingsOf: (uri: string) => Promise<Settings>;
}

/** The rules about JSON itself. */
const toldByEditors: ReadonlySet<string> = new Set(['syntax-error', 'duplicate-key', 'json-comment-or-trailing-comma']);

export function createDiagnostics(options: DiagnosticsOptions): Diagnostics {
  const { connection, service, documents, guard, around, dependsOnOthers, settingsOf } = options;
  let pulls = false;
  let refreshes = false;
  let told: ToldByClient = {};
  const lastWorkspace = new Map<string, Workspace>();

  /** The same workspace is the same object, so that findings of an unchanged one are not made again. */
  const workspaceOf = async (snapshot: Snapshot): Promise<Workspace> => {
    const fresh = await around(snapshot);
    const last = lastWorkspace.get(snapshot.uri);
    if (last && sameWorkspace(last, fresh)) return last;
    lastWorkspace.set(snapshot.uri, fresh);
    return fresh;
  };
  const allProblemsOf: Diagnostics['problemsOf'] = async (asked) => {
    if (!asked.tree) return [];
    const settings = await settingsOf(asked.uri);
    // The same version, of which more may have been said meanwhile.
    const current = documents.get(asked.uri);
    const snapshot = current?.version === asked.version ? current : asked;
    return service.diagnose(snapshot, await workspaceOf(snapshot), settings);
  };
  const problemsOf: Diagnostics['problemsOf'] = async (snapshot) => {
    const problems = await allProblemsOf(snapshot);
    // Of YAML no editor tells.
    return told.syntaxErrors === false && snapshot.syntax === 'json'
      ? problems.filter(({ rule }) => !toldByEditors.has(rule))
      : problems;
  };
  const diagnosticsOf = async (snapshot: Snapshot): Promise<Diagnostic[]> => {
    if (isConfig(snapshot.uri))
      return told.configurationErrors === false ? [] : configDiagnostics(snapshot, service.rules);
    return (await problemsOf(snapshot)).map((problem) => toDiagnostic(snapshot, problem));
  };

  const publish = guard<Snapshot, void>('publish', undefined, async (snapshot) => {
    const diagnostics = await diagnosticsOf(snapshot);
    // A newer version may have come meanwhile, or something have been said of it; its own findings follow.
    if (documents.get(snapshot.uri) !== snapshot) return;
    await connection.sendDiagnostics({ uri: snapshot.uri, version: snapshot.version, diagnostics });
  });
  const publishDependents = (changed?: Snapshot) => {
    for (const other of documents.all()) if (other.uri !== changed?.uri && dependsOnOthers(other)) publish(other);
  };

  return {
    initialize({ textDocument, workspace }, toldByClient) {
      pulls = textDocument?.diagnostic !== undefined;
      refreshes = workspace?.diagnostics?.refreshSupport === true;
      told = toldByClient;
      return pulls
        ? { diagnosticProvider: { identifier: 'taskdef', interFileDependencies: true, workspaceDiagnostics: false } }
        : {};
    },
    problemsOf,
    allProblemsOf,
    register(about) {
      connection.languages.diagnostics.on(
        about('diagnostics', { kind: DocumentDiagnosticReportKind.Full, items: [] }, async (snapshot) => ({
          kind: DocumentDiagnosticReportKind.Full,
          items: await diagnosticsOf(snapshot),
        })),
      );
      documents.onDidChangeContent(({ document }) => {
        if (pulls) return;
        publish(document);
        publishDependents(document);
      });
      documents.onDidClose(({ document }) => {
        lastWorkspace.delete(document.uri);
        if (!pulls) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      });
    },
    renew() {
      if (!pulls) for (const snapshot of documents.all()) publish(snapshot);
      else if (refreshes) connection.languages.diagnostics.refresh();
    },
  };
}
