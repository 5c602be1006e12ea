import {
  type ClientCapabilities,
  type Connection,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { type Problem, type Service, type Snapshot, sameWorkspace, type Workspace } from '../service';
import { toDiagnostic } from './convert';
import type { Documents } from './documents';
import type { createGuard } from './guard';
import type { About } from './navigation';

/** Findings, as the client wants to have them: asked for (pull), or sent with every version (push). */
export interface Diagnostics {
  /** What the server says it can do, from what the client says; `syntaxErrors` is false where the editor reports mistakes in JSON itself. */
  initialize(client: ClientCapabilities, syntaxErrors: boolean): ServerCapabilities;
  /** The findings of a document that are shown, from those of the documents around it too. */
  problemsOf(snapshot: Snapshot): Promise<readonly Problem[]>;
  /** Answers requests and sends what is wanted unasked. */
  register(about: About): void;
  /** Finds anew what is open: something beside the documents' text has changed. */
  renew(): void;
}

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly service: Service;
  readonly documents: Documents;
  readonly guard: ReturnType<typeof createGuard>;
  /** The documents that a document's findings depend on. */
  readonly around: (snapshot: Snapshot) => Promise<Workspace>;
  /** Whether they depend on any. */
  readonly dependsOnOthers: (snapshot: Snapshot) => boolean;
}

/** The rules about JSON itself. */
const toldByEditors: ReadonlySet<string> = new Set(['syntax-error', 'duplicate-key', 'json-comment-or-trailing-comma']);

export function createDiagnostics(options: DiagnosticsOptions): Diagnostics {
  const { connection, service, documents, guard, around, dependsOnOthers } = options;
  let pulls = false;
  let refreshes = false;
  let tellsSyntax = true;
  const lastWorkspace = new Map<string, Workspace>();

  /** The same workspace is the same object, so that findings of an unchanged one are not made again. */
  const workspaceOf = async (snapshot: Snapshot): Promise<Workspace> => {
    const fresh = await around(snapshot);
    const last = lastWorkspace.get(snapshot.uri);
    if (last && sameWorkspace(last, fresh)) return last;
    lastWorkspace.set(snapshot.uri, fresh);
    return fresh;
  };
  const problemsOf: Diagnostics['problemsOf'] = async (snapshot) => {
    const problems = await service.diagnose(snapshot, await workspaceOf(snapshot));
    // Of YAML no editor tells.
    return !tellsSyntax && snapshot.syntax === 'json'
      ? problems.filter(({ rule }) => !toldByEditors.has(rule))
      : problems;
  };
  const diagnosticsOf = async (snapshot: Snapshot) =>
    (await problemsOf(snapshot)).map((problem) => toDiagnostic(snapshot, problem));

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
    initialize({ textDocument, workspace }, syntaxErrors) {
      pulls = textDocument?.diagnostic !== undefined;
      refreshes = workspace?.diagnostics?.refreshSupport === true;
      tellsSyntax = syntaxErrors;
      return pulls
        ? { diagnosticProvider: { identifier: 'taskdef', interFileDependencies: true, workspaceDiagnostics: false } }
        : {};
    },
    problemsOf,
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
