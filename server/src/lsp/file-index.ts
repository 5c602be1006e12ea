import type { WorkspaceFiles } from '../files/files';
import { filesAt, isIgnoredFolder, isJsonOrYaml } from '../files/walk';
import { belongs, fileKey, mayBelong, type Service, type Snapshot } from '../service';

/** What is known of the files below some folders. */
export interface FileIndex {
  readonly folders: readonly string[];
  /** The documents that belong to a workspace, by the keys of their files. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  /** The addresses of all files that were seen. */
  readonly files: readonly string[];
  /** Looks at files again that were changed, made or removed. */
  update(uris: readonly string[]): Promise<void>;
}

/** The files that definitions may name or belong to, as a client is asked to watch them. */
export const watchedFiles = '**/{*.json,*.jsonc,*.yaml,*.yml,*.env,*.conf,Dockerfile}';

/** Of these the name is enough. */
const isNamedFile = (name: string) => /(?:^|\.)env$|\.conf$|^Dockerfile$/.test(name);

/** Largest file that is read, in bytes. */
const maxFileSize = 2_000_000;
/** Most files that are looked at. */
const maxFiles = 20_000;
/** How many files are read at once. */
const batchSize = 16;

/** Reads the files below some folders; other work has its turn in between. */
export async function readFolders(
  folders: readonly string[],
  files: WorkspaceFiles,
  service: Service,
): Promise<FileIndex> {
  const seen = new Map<string, string>();
  const snapshots = new Map<string, Snapshot>();
  const look = async (uri: string): Promise<void> => {
    const key = fileKey(uri);
    const known = snapshots.get(key);
    const text = isJsonOrYaml(uri) ? await textOf(known?.uri ?? uri, files) : undefined;
    if (text !== undefined && known?.document.getText() === text) return;
    snapshots.delete(key);
    if (text === undefined || !mayBelong(uri, text)) return;
    // Asking whether it belongs parses it: here, a file at a time.
    const snapshot = service.open(uri, text);
    if (belongs(snapshot)) snapshots.set(key, snapshot);
  };
  const lookAt = async (uris: readonly string[]): Promise<void> => {
    for (let start = 0; start < uris.length; start += batchSize)
      await Promise.all(uris.slice(start, start + batchSize).map(look));
  };
  const update = async (uris: readonly string[]): Promise<void> => {
    const inside = uris.filter((uri) => isInside(fileKey(uri), folders));
    for (const uri of inside) {
      const key = fileKey(uri);
      if (!(await isThere(uri, files))) seen.delete(key);
      else if (!seen.has(key)) seen.set(key, uri);
    }
    await lookAt(inside);
  };

  for (const folder of folders)
    for await (const found of filesAt(folder, files, (name) => isJsonOrYaml(name) || isNamedFile(name))) {
      if (seen.size === maxFiles) break;
      if (!('error' in found)) seen.set(fileKey(found.file), found.file);
    }
  await lookAt([...seen.values()]);
  return {
    folders,
    snapshots,
    get files() {
      return [...seen.values()];
    },
    update,
  };
}

/** The text as an editor would show it; undefined for what is gone, too large, not for us to read, or in another encoding. */
async function textOf(uri: string, files: WorkspaceFiles): Promise<string | undefined> {
  try {
    if ((await files.sizeOf(uri)) > maxFileSize) return undefined;
    const text = await files.readFile(uri);
    // In another encoding than UTF-8 places would be wrong.
    return text.includes('\ufffd') ? undefined : text.replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}

function isThere(uri: string, files: WorkspaceFiles): Promise<boolean> {
  return files.sizeOf(uri).then(
    () => true,
    () => false,
  );
}

function isInside(key: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const start = `${fileKey(folder).replace(/\/$/, '')}/`;
    return key.startsWith(start) && !key.slice(start.length).split('/').slice(0, -1).some(isIgnoredFolder);
  });
}
