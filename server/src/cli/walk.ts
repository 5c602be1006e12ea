import { globMatches } from '../files/glob';
import { filesAt, isJsonOrYaml, reasonOf, type Unreadable } from '../files/walk';
import { gitIgnored } from './gitignore';
import type { Io } from './io';
import { absolute } from './paths';

/** A file to check; `named` when the user named it, rather than a folder around it. */
export interface Input {
  readonly file: string;
  readonly text: string;
  readonly named: boolean;
}

/** Reads the files behind some paths, in order, again each time. */
export type Walk = () => AsyncGenerator<Input | Unreadable>;

/**
 * The files behind paths: a file itself, what a folder holds at any depth or a glob matches, but for what `.gitignore` names, and `-` for
 * standard input. No file comes twice.
 */
export function walkOf(paths: readonly string[], io: Io): Walk {
  let stdin: Promise<string> | undefined;
  return async function* () {
    // One path cannot come to a file twice.
    const seen = paths.length > 1 ? new Set<string>() : undefined;
    for (const path of paths) {
      if (path === '-') {
        stdin ??= io.readStdin();
        yield await read('-', true, () => stdin ?? '');
        continue;
      }
      for await (const found of await filesBehind(path, io)) {
        const key = absolute(found.file, io.cwd);
        if (seen?.has(key)) continue;
        seen?.add(key);
        if ('error' in found) yield found;
        else yield* readOne(found.file, found.file === path, io);
      }
    }
  };
}

/** Larger than any document that is analysed. */
const maxFileSize = 6_000_000;

async function* readOne(file: string, named: boolean, io: Io): AsyncGenerator<Input | Unreadable> {
  const size = await io.sizeOf(file).catch(() => 0);
  if (size <= maxFileSize) yield await read(file, named, () => io.readFile(file));
  else if (named) yield { file, error: `larger than ${maxFileSize / 1_000_000} MB` };
}

async function read(file: string, named: boolean, text: () => string | Promise<string>): Promise<Input | Unreadable> {
  try {
    return { file, text: await text(), named };
  } catch (error) {
    return { file, error: reasonOf(error) };
  }
}

type Found = AsyncGenerator<{ readonly file: string } | Unreadable>;

async function filesBehind(path: string, io: Io): Promise<Found> {
  const glob = /[*?[\]{}]/.test(path) && !(await isThere(path, io)) ? globIn(path) : undefined;
  return glob ? matching(path, glob, io) : filesBelow(path, isJsonOrYaml, io);
}

/** Files of the current folder have their plain names. */
async function* filesBelow(folder: string, isWanted: (name: string) => boolean, io: Io): Found {
  for await (const found of filesAt(folder, io, isWanted, await gitIgnored(folder, io.cwd, io)))
    yield folder === '.' ? { ...found, file: found.file.replace(/^\.\//, '') } : found;
}

/** A glob takes the files that it matches: those of other names than JSON's and YAML's where its own ending says so. */
async function* matching(path: string, { folder, rest }: Glob, io: Io): Found {
  const isWanted = /\.\w[\w.]*$/.test(rest) ? () => true : isJsonOrYaml;
  const start = folder === '.' ? 0 : folder.replace(/\/$/, '').length + 1;
  let matched = false;
  for await (const found of filesBelow(folder, isWanted, io)) {
    if (!('error' in found) && !globMatches(rest, found.file.slice(start))) continue;
    matched = true;
    yield found;
  }
  if (!matched) yield { file: path, error: 'no file matches' };
}

interface Glob {
  readonly folder: string;
  /** The pattern below the folder. */
  readonly rest: string;
}

function globIn(path: string): Glob {
  const steps = path.replace(/^\.\//, '').split('/');
  const first = steps.findIndex((step) => /[*?[\]{}]/.test(step));
  const folder = steps.slice(0, first).join('/');
  return { folder: folder || (path.startsWith('/') ? '/' : '.'), rest: steps.slice(first).join('/') };
}

function isThere(path: string, io: Io): Promise<boolean> {
  return io.sizeOf(path).then(
    () => true,
    () => false,
  );
}
