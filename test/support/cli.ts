import { isAbsolute, join } from 'node:path';
import { runCli } from '../../server/src/cli/cli';
import type { Io } from '../../server/src/cli/io';
import { nodeFiles } from '../../server/src/files/node-files';
import { replaceFile } from '../../server/src/files/replace-file';

/** What a run of the command wrote, and how it ended. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command over files in memory, by their paths from the current folder; `-` is standard input. */
export function run(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Run> {
  return runWith(memory(files), argv);
}

/** Runs the command in a folder of this machine. */
export function runIn(folder: string, argv: readonly string[], more: Partial<Io> = {}): Promise<Run> {
  const at = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  const io = {
    cwd: folder,
    readFile: (path: string) => nodeFiles.readFile(at(path)),
    readFolder: (path: string) => nodeFiles.readFolder(at(path)),
    sizeOf: (path: string) => nodeFiles.sizeOf(at(path)),
    replaceFile,
    readStdin: async () => '',
  };
  return runWith({ ...io, ...more }, argv);
}

type Input = Omit<Io, 'out' | 'err' | 'env' | 'isTerminal'> & Partial<Io>;

/** Runs the command on what is given, beside a pipe for its output. */
export async function runWith(io: Input, argv: readonly string[]): Promise<Run> {
  let out = '';
  let err = '';
  const code = await runCli(argv, {
    env: {},
    isTerminal: { out: false, err: false },
    ...io,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** Files in memory, below `/repo`. */
export function memory(files: Readonly<Record<string, string>>): Input {
  const all = new Map(Object.entries(files).map(([path, text]) => [absolute(path), text]));
  const missing = () => Object.assign(new Error('gone'), { code: 'ENOENT' });
  const readFile = async (path: string): Promise<string> => {
    const text = all.get(absolute(path));
    if (text === undefined) throw missing();
    return text;
  };
  return {
    cwd: '/repo',
    readFile,
    sizeOf: async (path) => (await readFile(path)).length,
    async readFolder(path) {
      const folder = absolute(path);
      if (all.has(folder)) return undefined;
      const below = [...all.keys()].filter((file) => file.startsWith(`${folder}/`));
      const names = new Set(below.map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''));
      if (names.size === 0) throw missing();
      return Array.from(names, (name) => ({ name, folder: !all.has(`${folder}/${name}`) }));
    },
    readStdin: () => readFile('-'),
    replaceFile: () => Promise.reject(new Error('these files cannot be changed')),
  };
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : join('/repo', path).replace(/\/$/, '');
}
