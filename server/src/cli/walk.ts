import { filesAt, isJsonOrYaml, reasonOf, type Unreadable } from '../files/walk';
import type { Io } from './io';

/** A file to check; `named` when the user named it, rather than a folder around it. */
export interface Input {
  readonly file: string;
  readonly text: string;
  readonly named: boolean;
}

/** The files behind the paths, in order: a file itself, a folder's JSON and YAML files at any depth, `-` for standard input. */
export async function* walk(paths: readonly string[], io: Io): AsyncGenerator<Input | Unreadable> {
  for (const path of paths) {
    if (path === '-') yield { file: '-', text: await io.readStdin(), named: true };
    else
      for await (const found of filesAt(path, io, isJsonOrYaml))
        yield 'error' in found ? found : await read(found.file, found.file === path, io);
  }
}

async function read(file: string, named: boolean, io: Io): Promise<Input | Unreadable> {
  try {
    return { file, text: await io.readFile(file), named };
  } catch (error) {
    return { file, error: reasonOf(error) };
  }
}
