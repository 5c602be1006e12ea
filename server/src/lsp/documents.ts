import { TextDocument } from 'vscode-json-languageservice';
import { TextDocuments } from 'vscode-languageserver';
import type { LaunchType, Service, Snapshot } from '../service';

/** The open documents, with what the client says of them. */
export interface Documents
  extends Pick<TextDocuments<Snapshot>, 'get' | 'all' | 'onDidOpen' | 'onDidChangeContent' | 'onDidClose' | 'listen'> {
  /** Says what the definitions of a document are for that list no launch types, until it is closed; true when that changes an open one. */
  claim(uri: string, launchTypes: readonly LaunchType[]): boolean;
  /** The same for what the configurations around a document say, which comes before; undefined where they do not name it. */
  configure(uri: string, launchTypes: readonly LaunchType[] | undefined): boolean;
  /** True where configurations say what the definitions of a document are for. */
  isConfigured(uri: string): boolean;
}

/** The open documents; the library makes and keeps the snapshots, one a version. `everywhere` is what holds where nothing is claimed. */
export function createDocuments(service: Service, everywhere: () => readonly LaunchType[]): Documents {
  const claimed = new Map<string, readonly LaunchType[]>();
  const configured = new Map<string, readonly LaunchType[] | undefined>();
  // The library gives no way to replace what it keeps: what was said anew of a version stands beside it.
  const resaid = new WeakMap<Snapshot, Snapshot>();

  const claimsOf = (uri: string) => {
    const launchTypes = configured.get(uri) ?? claimed.get(uri) ?? everywhere();
    return { launchTypes: launchTypes.length > 0 ? launchTypes : undefined };
  };
  const documents = new TextDocuments<Snapshot>({
    create: (uri, languageId, version, text) =>
      service.snapshot(TextDocument.create(uri, languageId, version, text), claimsOf(uri)),
    update(before, changes, version) {
      // The library edits a document in place; the snapshot before keeps its own.
      const { uri, document } = before;
      const copy = TextDocument.create(uri, document.languageId, before.version, document.getText());
      return service.snapshot(TextDocument.update(copy, changes, version), { previous: before, ...claimsOf(uri) });
    },
  });
  documents.onDidClose(({ document: { uri } }) => {
    claimed.delete(uri);
    configured.delete(uri);
  });
  const current = (kept: Snapshot) => resaid.get(kept) ?? kept;
  /** Says anew what is said of an open document; true when that changes it. */
  const say = (uri: string): boolean => {
    const kept = documents.get(uri);
    if (!kept) return false;
    const claims = claimsOf(uri);
    if (String(claims.launchTypes) === String(current(kept).claims.launchTypes)) return false;
    resaid.set(kept, service.snapshot(kept.document, { previous: kept, ...claims }));
    return true;
  };

  return {
    get(uri) {
      const kept = documents.get(uri);
      return kept && current(kept);
    },
    all: () => documents.all().map(current),
    onDidOpen: documents.onDidOpen,
    onDidChangeContent: documents.onDidChangeContent,
    onDidClose: documents.onDidClose,
    listen: (connection) => documents.listen(connection),
    claim(uri, launchTypes) {
      claimed.set(uri, launchTypes);
      return say(uri);
    },
    configure(uri, launchTypes) {
      configured.set(uri, launchTypes);
      return say(uri);
    },
    isConfigured: (uri) => configured.get(uri) !== undefined,
  };
}
