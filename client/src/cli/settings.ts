import { dirname, join, relative, sep } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { absolute, shown } from '../../../server/src/cli/paths';
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
 * The nearest `.vscode/settings.json` that says something about deploying, from the current folder upwards; what is wrong in it is told. Without
 * one there are no targets.
 */
export async function readSettings(terminal: Terminal): Promise<DeploySettings> {
  for (let folder = absolute('.', terminal.cwd); ; folder = dirname(folder)) {
    const path = join(folder, '.vscode', 'settings.json');
    const text = await terminal.readFile(path).catch(() => undefined);
    const found = text === undefined ? undefined : understood(text, path, terminal);
    if (found) return { folder, ...found };
    if (dirname(folder) === folder) return { folder: absolute('.', terminal.cwd), targets: [], protectedTargets: [] };
  }
}

/** The path of a file as targets write it: relative to the folder of the settings, with `/`. */
export function inFolder(file: string, { folder }: DeploySettings, terminal: Terminal): string {
  return relative(folder, absolute(file, terminal.cwd)).split(sep).join('/');
}

/** The path of a target's file as the user wants to read it. */
export function fileOf(file: string, { folder }: DeploySettings, terminal: Terminal): string {
  return shown(join(folder, file), terminal.cwd);
}

function understood(text: string, path: string, terminal: Terminal): Omit<DeploySettings, 'folder'> | undefined {
  const mistakes: ParseError[] = [];
  const settings: unknown = parse(text, mistakes, { allowTrailingComma: true });
  const tell = (what: string): void => terminal.err(`taskdef: ${shown(path, terminal.cwd)}: ${what}\n`);
  if (mistakes.length > 0) tell('is no JSON with comments; what could be read of it is taken.');
  if (typeof settings !== 'object' || settings === null) return undefined;
  const { 'taskdef.targets': given, 'taskdef.protectedTargets': patterns } = settings as Readonly<
    Record<string, unknown>
  >;
  if (given === undefined && patterns === undefined) return undefined;
  const { targets, problems } = readTargets(given, plain);
  for (const { sentence } of problems) tell(sentence);
  return { targets, protectedTargets: readProtected(patterns) };
}
