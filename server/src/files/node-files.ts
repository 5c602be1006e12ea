import { constants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeUtf8 } from './decode-utf8';
import type { WorkspaceFiles } from './files';

/** The files of this machine, by their paths. */
export const nodeFiles: WorkspaceFiles = {
  readFile: async (path) => decodeUtf8(await readFile(path)),
  readFolder: async (path) => {
    if (!(await stat(path)).isDirectory()) return undefined;
    const entries = await readdir(path, { withFileTypes: true });
    // Pipes and devices would be waited for.
    const readable = entries.filter((it) => it.isFile() || it.isDirectory() || it.isSymbolicLink());
    return readable.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
  },
  sizeOf: async (path) => (await stat(path)).size,
  isWritable: (path) =>
    access(path, constants.W_OK).then(
      () => true,
      () => false,
    ),
};

/** The same files by their `file:` URIs; names come encoded, to be put behind the URI of their folder. */
export const nodeFilesByUri: WorkspaceFiles = {
  readFile: (uri) => nodeFiles.readFile(fileURLToPath(uri)),
  readFolder: async (uri) => {
    const entries = await nodeFiles.readFolder(fileURLToPath(uri));
    return entries?.map(({ name, folder }) => ({ name: encodeURIComponent(name), folder }));
  },
  sizeOf: (uri) => nodeFiles.sizeOf(fileURLToPath(uri)),
  isWritable: (uri) => nodeFiles.isWritable(fileURLToPath(uri)),
};
