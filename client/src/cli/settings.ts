import { dirname, join, relative, sep } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { absolute, shown } from '../../../server/src/cli/paths';
import { UsageError } from '../../../server/src/cli/usage-error';
import type { Target } from '../live/deploy/target';
import { plain } from '../live/plain';
import { readProtected, readTargets } from '../live/targets/read';
import type { Terminal } from './terminal';

/** What the settings of a workspace say about deploying. */
export interface DeploySettings {
  /** The folder that files of targets are relative to. */
  readonly folder: string;
  readonly targets: readonly Target[];
  readonly protectedTargets: readonly string[];
}

/**
 * The targets of the nearest `.vscode/settings.json` that says something about deploying, from the current folder upwards; what is
 * protected adds up over all of them. What is wrong in the nearest is told. Without one there are no targets. Throws UsageError where
 * one cannot be read: it may protect something.
 */
export async function readSettings(terminal: Terminal): Promise<DeploySettings> {
  const all: DeploySettings[] = [];
  for (let folder = absolute('.', terminal.cwd); ; folder = dirname(folder)) {
    const path = join(folder, '.vscode', 'settings.json');
    const text = await terminal.readFile(path).catch((error: unknown) => absent(error, path));
    const tell = all.length === 0 ? terminal.err : ignore;
    const found = text === undefined ? undefined : understood(text, shown(path, terminal.cwd), tell);
    if (found) all.push({ folder, ...found });
    if (dirname(folder) === folder) break;
  }
  const [nearest = { folder: absolute('.', terminal.cwd), targets: [] }] = all;
  return { ...nearest, protectedTargets: all.flatMap(({ protectedTargets }) => protectedTargets) };
}

function absent(error: unknown, path: string): undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return;
  throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
}

const ignore = (): void => undefined;

/** The path of a file as targets write it: relative to the folder of the settings, with `/`. */
export function inFolder(file: string, { folder }: DeploySettings, terminal: Terminal): string {
  return relative(folder, absolute(file, terminal.cwd)).split(sep).join('/');
}

/** The path of a target's file as the user wants to read it. */
export function fileOf(file: string, { folder }: DeploySettings, terminal: Terminal): string {
  return shown(join(folder, file), terminal.cwd);
}

function understood(text: string, path: string, err: Terminal['err']): Omit<DeploySettings, 'folder'> | undefined {
  const mistakes: ParseError[] = [];
  const settings: unknown = parse(text, mistakes, { allowTrailingComma: true });
  const tell = (what: string): void => err(`taskdef: ${path}: ${what}\n`);
  if (mistakes.length > 0) throw new UsageError(`${path} is no JSON with comments: correct it first.`);
  if (typeof settings !== 'object' || settings === null) return undefined;
  const { 'taskdef.targets': given, 'taskdef.protectedTargets': patterns } = settings as Readonly<
    Record<string, unknown>
  >;
  if (given === undefined && patterns === undefined) return undefined;
  const { targets, problems } = readTargets(given, plain);
  for (const { sentence } of problems) tell(sentence);
  return { targets, protectedTargets: readProtected(patterns) };
}
