import type { Io } from './io';

/** A file to check; `named` when the user named it, rather than a folder around it. */
export interface Input {
  readonly file: string;
  readonly text: string;
  readonly named: boolean;
}

/** A path that could not be read, with the reason in words. */
export interface Unreadable {
  readonly file: string;
  readonly error: string;
}

/** The files behind the paths, in order: a file itself, a folder's JSON and YAML files at any depth, `-` for standard input. */
export async function* walk(paths: readonly string[], io: Io): AsyncGenerator<Input | Unreadable> {
  for (const path of paths) {
    if (path === '-') yield { file: '-', text: await io.readStdin(), named: true };
    else yield* visit(path, true, io);
  }
}

async function* visit(path: string, named: boolean, io: Io): AsyncGenerator<Input | Unreadable> {
  try {
    const entries = await io.readFolder(path);
    if (!entries) {
      yield { file: path, text: await io.readFile(path), named };
      return;
    }
    for (const { name, folder } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const wanted = folder ? !name.startsWith('.') && name !== 'node_modules' : /\.(?:jsonc?|ya?ml)$/.test(name);
      if (wanted) yield* visit(`${path.replace(/\/$/, '')}/${name}`, false, io);
    }
  } catch (error) {
    yield { file: path, error: reason(error) };
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return `cannot be read (${String(code ?? error)})`;
}
