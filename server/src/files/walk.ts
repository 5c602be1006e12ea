import type { Files } from './files';

/** A path that could not be read, with the reason in words. */
export interface Unreadable {
  readonly file: string;
  readonly error: string;
}

/**
 * The files at a path, in order: the file itself, or a folder's files at any depth whose names are wanted. Folders whose names begin
 * with a dot, and `node_modules`, are left out.
 */
export async function* filesAt(
  path: string,
  files: Pick<Files, 'readFolder'>,
  isWanted: (name: string) => boolean,
): AsyncGenerator<{ readonly file: string } | Unreadable> {
  try {
    const entries = await files.readFolder(path);
    if (!entries) yield { file: path };
    for (const { name, folder } of entries?.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? []) {
      const child = `${path.replace(/\/$/, '')}/${name}`;
      if (folder && !isIgnoredFolder(name)) yield* filesAt(child, files, isWanted);
      else if (!folder && isWanted(name)) yield { file: child };
    }
  } catch (error) {
    yield { file: path, error: reasonOf(error) };
  }
}

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
  return code === undefined && error instanceof Error ? error.message : `cannot be read (${String(code ?? error)})`;
}
