import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { WorkspaceFiles } from '../files/files';
import { filesAt, isIgnoredFolder, isJsonOrYaml } from '../files/walk';
import { belongs, fileKey, mayBelong, type Service, type Snapshot, type Workspace } from '../service';

/** The workspace's documents, as they are open in the editor, else as they are on disk. */
export interface LspWorkspace {
  /** Reads the folders when it is asked for the first time; afterwards what has changed in them. */
  read(): Promise<Workspace>;
  /** The same after another look at the files that belong to it: for answers that change them. */
  readAgain(): Promise<Workspace>;
  isOpen(snapshot: Snapshot): boolean;
  /** False for a file on disk that cannot be written. */
  isWritable(snapshot: Snapshot): Promise<boolean>;
  /** The folders that the client has open, and what it can tell about them. */
  initialize(params: InitializeParams): void;
}

/** Largest file that is read, in bytes. */
const maxFileSize = 2_000_000;
/** Most files that are looked at. */
const maxFiles = 20_000;
/** How many files are read at once. */
const batchSize = 16;

/** Files that definitions name, of which the name is enough. */
const isNamedFile = (name: string) => /(?:^|\.)env$|\.conf$|^Dockerfile$/.test(name);
const watched = '**/{*.json,*.jsonc,*.yaml,*.yml,*.env,*.conf,Dockerfile}';

interface Known {
  /** What belongs to the workspace, by key. */
  readonly snapshots: Map<string, Snapshot>;
  /** All files that were seen, by key. */
  readonly files: Map<string, string>;
}

/** The workspace of a client; without files its open documents alone. */
export function createWorkspace(
  connection: Connection,
  service: Service,
  documents: TextDocuments<Snapshot>,
  files: WorkspaceFiles | undefined,
): LspWorkspace {
  let folders: readonly string[] = [];
  let isWatched = false;
  let known: Known | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const changed = new Map<string, string>();

  const readFile = async (it: Known, uri: string): Promise<void> => {
    const key = fileKey(uri);
    const text = files && (await textOf(uri, files));
    const before = it.snapshots.get(key);
    if (text !== undefined && before?.document.getText() === text) return;
    it.snapshots.delete(key);
    if (text === undefined || !mayBelong(uri, text)) return;
    const snapshot = service.open(uri, text);
    // Parsed here, a file at a time, so that other requests have their turn in between.
    if (belongs(snapshot)) it.snapshots.set(key, snapshot);
  };
  const readFiles = async (it: Known, uris: readonly string[]): Promise<void> => {
    for (let start = 0; start < uris.length; start += batchSize)
      await Promise.all(uris.slice(start, start + batchSize).map((uri) => readFile(it, uri)));
  };
  const scan = async (): Promise<Known> => {
    const it: Known = { snapshots: new Map(), files: new Map() };
    changed.clear();
    for (const folder of folders) {
      if (!files) break;
      for await (const found of filesAt(folder, files, (name) => isJsonOrYaml(name) || isNamedFile(name))) {
        if (it.files.size === maxFiles) break;
        if (!('error' in found)) it.files.set(fileKey(found.file), found.file);
      }
    }
    await readFiles(it, [...it.files.values()].filter(isJsonOrYaml));
    return it;
  };
  const update = async (again: boolean): Promise<Workspace> => {
    const it = known && isWatched ? known : await scan();
    known = it;
    const stale = new Map(changed);
    changed.clear();
    if (again) for (const [key, { uri }] of it.snapshots) stale.set(key, uri);
    await readFiles(it, [...stale.values()].filter(isJsonOrYaml));
    const open = new Map(documents.all().map((snapshot) => [fileKey(snapshot.uri), snapshot]));
    return {
      snapshots: [
        ...[...open.values()].filter((snapshot) => snapshot.tree && belongs(snapshot)),
        ...[...it.snapshots].flatMap(([key, snapshot]) => (open.has(key) ? [] : [snapshot])),
      ],
      files: [...it.files.values()],
    };
  };
  // One after the other: what an earlier one still reads a later one must not miss.
  const inTurn = (again: boolean): Promise<Workspace> => {
    const next = turn.then(() => update(again));
    turn = next.catch(() => undefined);
    return next;
  };
  const isOpen = ({ uri }: Snapshot) => documents.get(uri) !== undefined;
  const note = ({ uri, type }: FileEvent): void => {
    const key = fileKey(uri);
    if (!known || !isInside(key, folders)) return;
    if (type === FileChangeType.Deleted) known.files.delete(key);
    else known.files.set(key, known.files.get(key) ?? uri);
    changed.set(key, uri);
  };

  return {
    read: () => inTurn(false),
    readAgain: () => inTurn(true),
    isOpen,
    isWritable: async (snapshot) => isOpen(snapshot) || (await files?.isWritable(snapshot.uri)) === true,
    initialize({ workspaceFolders, rootUri, capabilities: { workspace } }) {
      folders = ofDisk(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
      connection.onInitialized(async () => {
        if (workspace?.workspaceFolders)
          connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
            const gone = new Set(removed.map(({ uri }) => uri));
            folders = ofDisk([...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
            known = undefined;
          });
        if (!files || !workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
        connection.onDidChangeWatchedFiles(({ changes }) => changes.forEach(note));
        const watchers = [{ globPattern: watched }];
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        isWatched = true;
      });
    },
  };
}

/** The text as an editor would show it; undefined for what it cannot be sure of or is too large. */
async function textOf(uri: string, files: WorkspaceFiles): Promise<string | undefined> {
  try {
    if ((await files.sizeOf(uri)) > maxFileSize) return undefined;
    const text = await files.readFile(uri);
    // Bytes that are not UTF-8 mean another encoding, in which places would be wrong.
    return text.includes('\ufffd') ? undefined : text.replace(/^\ufeff/, '');
  } catch {
    // Gone meanwhile, or not for us to read: then it is not part of the workspace.
    return undefined;
  }
}

function ofDisk(uris: readonly string[]): readonly string[] {
  return [...new Set(uris)].filter((uri) => uri.startsWith('file:'));
}

function isInside(key: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const start = `${fileKey(folder).replace(/\/$/, '')}/`;
    return key.startsWith(start) && !key.slice(start.length).split('/').slice(0, -1).some(isIgnoredFolder);
  });
}
