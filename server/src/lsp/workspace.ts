import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import type { WorkspaceFiles } from '../files/files';
import { belongs, fileKey, type Service, type Snapshot, type Workspace } from '../service';
import type { Documents } from './documents';
import { type FileIndex, readFolders, watchedFiles } from './file-index';
import { revisionScheme } from './protocol';

/** The documents of a client's workspace, as they are open in the editor, else as they are on disk. */
export interface LspWorkspace {
  /** The folders that the client has open, and what it can tell about them. */
  initialize(params: InitializeParams): void;
  /** Reads the folders when it is asked for the first time; afterwards what has changed in them. */
  read(): Promise<Workspace>;
  /** The same for what is asked at every key: of a client that does not tell what changes, as the files were when last read. */
  known(): Promise<Workspace>;
  /** The same after another look at the files that belong to it: for answers that change them. */
  readAgain(): Promise<Workspace>;
  /** Tells which files on disk have changed. */
  onDidChange(listener: (uris: readonly string[]) => void): void;
  isOpen(snapshot: Snapshot): boolean;
  /** The innermost of the client's folders that holds a file, without a slash at its end. */
  folderOf(uri: string): string | undefined;
  /** False for a file on disk that cannot be written. */
  isWritable(snapshot: Snapshot): Promise<boolean>;
}

/** How carefully the files are looked at. */
type Look = 'known' | 'fresh' | 'again';

/** The workspace of a client; without files its open documents alone. */
export function createWorkspace(
  connection: Connection,
  service: Service,
  documents: Documents,
  files: WorkspaceFiles | undefined,
): LspWorkspace {
  let folders: readonly string[] = [];
  let isWatched = false;
  let index: FileIndex | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const changed = new Set<string>();
  const listeners: ((uris: readonly string[]) => void)[] = [];

  const readFiles = async (port: WorkspaceFiles, look: Look): Promise<FileIndex> => {
    if (!index || index.folders !== folders || (!isWatched && look !== 'known')) {
      changed.clear();
      index = await readFolders(folders, port, service);
    }
    const stale = [...changed, ...(look === 'again' ? [...index.snapshots.values()].map(({ uri }) => uri) : [])];
    changed.clear();
    await index.update(stale);
    return index;
  };
  const read = async (look: Look): Promise<Workspace> => {
    const it = files && (await readFiles(files, look));
    const own = documents.all().filter(({ uri }) => !uri.startsWith(`${revisionScheme}:`));
    const open = new Map(own.map((snapshot) => [fileKey(snapshot.uri), snapshot]));
    const closed = [...(it?.snapshots ?? [])].flatMap(([key, snapshot]) => (open.has(key) ? [] : [snapshot]));
    return {
      // In the order of their addresses, not in that in which they happened to be read.
      snapshots: [...open.values(), ...closed].filter(belongs).toSorted((a, b) => (a.uri < b.uri ? -1 : 1)),
      files: it?.files ?? [],
    };
  };
  // One after the other: what an earlier one still reads a later one must not miss.
  const inTurn = (look: Look): Promise<Workspace> => {
    const next = turn.then(() => read(look));
    turn = next.catch(() => undefined);
    return next;
  };
  const isOpen = ({ uri }: Snapshot) => documents.get(uri) !== undefined;

  return {
    read: () => inTurn('fresh'),
    known: () => inTurn('known'),
    readAgain: () => inTurn('again'),
    isOpen,
    folderOf: (uri) =>
      folders
        .map((folder) => folder.replace(/\/$/, ''))
        .filter((folder) => fileKey(uri).startsWith(`${fileKey(folder)}/`))
        .toSorted((a, b) => b.length - a.length)[0],
    onDidChange: (listener) => {
      listeners.push(listener);
    },
    isWritable: async (snapshot) => isOpen(snapshot) || (await files?.isWritable(snapshot.uri)) === true,
    initialize({ workspaceFolders, rootUri, capabilities: { workspace } }) {
      folders = ofDisk(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
      connection.onInitialized(async () => {
        if (workspace?.workspaceFolders)
          connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
            const gone = new Set(removed.map(({ uri }) => uri));
            folders = ofDisk([...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
          });
        if (!files || !workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
        connection.onDidChangeWatchedFiles(({ changes }) => {
          const uris = changes.map(({ uri }) => uri);
          for (const uri of uris) changed.add(uri);
          for (const listener of listeners) listener(uris);
        });
        // Of a client that will not tell the folders are read each time.
        isWatched = await watch(connection).catch(() => false);
      });
    },
  };
}

async function watch(connection: Connection): Promise<boolean> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: watchedFiles }],
  });
  return true;
}

function ofDisk(uris: readonly string[]): readonly string[] {
  return [...new Set(uris)].filter((uri) => uri.startsWith('file:'));
}
