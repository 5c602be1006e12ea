import type { Entry, Files } from './files';

/** A path that could not be read, with the reason in words. */
export interface Unreadable {
  readonly file: string;
  readonly error: string;
}

/** What a walk leaves out. */
export interface Ignored {
  /** What holds within a folder. */
  within(folder: string, entries: readonly Entry[]): Ignored | Promise<Ignored>;
  has(path: string, entry: Entry): boolean;
}

/**
 * The files at a path, in order: the file itself, or a folder's files at any depth whose names are wanted. By default folders whose
 * names begin with a dot, and `node_modules`, are left out. Links to folders are not followed.
 */
export async function* filesAt(
  path: string,
  files: Pick<Files, 'readFolder'>,
  isWanted: (name: string) => boolean,
  ignored: Ignored = toolFolders,
): AsyncGenerator<{ readonly file: string } | Unreadable> {
  try {
    const entries = await files.readFolder(path);
    if (!entries) yield { file: path };
    const inside = entries ? await ignored.within(path, entries) : ignored;
    for (const entry of entries?.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
      const { name, folder } = entry;
      const child = `${path.replace(/\/$/, '')}/${name}`;
      if ((!folder && !isWanted(name)) || inside.has(child, entry)) continue;
      if (folder) yield* filesAt(child, files, isWanted, inside);
      else yield { file: child };
    }
  } catch (error) {
    yield { file: path, error: reasonOf(error) };
  }
}

const toolFolders: Ignored = {
  within: () => toolFolders,
  has: (_, { name, folder }) => folder && isIgnoredFolder(name),
};

/** True for the folders of tools. */
export function isIgnoredFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** True for files that may hold what ECS reads. */
export function isJsonOrYaml(name: string): boolean {
  return /\.(?:jsonc?|ya?ml)$/.test(name);
}

/** Why a path could not be read, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'ELOOP') return 'is a link that leads to itself';
  return code === undefined && error instanceof Error ? error.message : `cannot be read (${String(code ?? error)})`;
}
