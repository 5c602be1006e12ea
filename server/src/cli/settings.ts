import { basename } from 'node:path';
import { type ConfigFile, createConfigs, launchTypesIn, type NearestConfigs } from '../files/configs';
import { type LaunchType, readConfig, type Settings } from '../service';
import type { Io } from './io';
import type { LintOptions } from './options';
import { absolute, below, shown } from './paths';

/** What holds for a file: by the command line, then by the configurations around it. */
export interface FileSettings {
  readonly settings: Settings;
  readonly launchTypes: readonly LaunchType[];
}

/** What holds for a file, an absolute path; settings that are the same are the same object. */
export type SettingsOf = (file: string) => Promise<FileSettings>;

/**
 * Finds what holds for files; `rules` are the ids of the rules that there are. What is wrong in a configuration is told once. Rejects where
 * the configuration that is asked for cannot be read.
 */
export async function createSettings(
  { config, rules: levels, launchTypes }: LintOptions,
  rules: readonly string[],
  io: Io,
  tell: (message: string) => void,
): Promise<SettingsOf> {
  const given = config === undefined ? undefined : await readGiven(config, rules, io);
  const configs = createConfigs(io, rules);
  const told = new Set<string>();
  const made = new WeakMap<NearestConfigs, Settings>();

  const make = ({ found, unreadable }: NearestConfigs): Settings => {
    const messages = [
      ...unreadable.map(({ path, error }) => `${shown(path, io.cwd)}: ${error}`),
      ...found.flatMap((it) => mistakesOf(it, io.cwd)),
    ];
    for (const message of messages) if (!told.has(message)) tell(message);
    for (const message of messages) told.add(message);
    return { configs: [{ rules: levels }, ...found.map((it) => it.config)] };
  };
  return async (file) => {
    const nearest = given ?? (await configs.of(file));
    const settings = made.get(nearest) ?? make(nearest);
    made.set(nearest, settings);
    if (launchTypes.length > 0) return { settings, launchTypes };
    const around = nearest.found.filter(({ path }) => below(folderOf(path), file) !== undefined);
    return { settings, launchTypes: launchTypesIn(around, file) ?? [] };
  };
}

async function readGiven(config: string, rules: readonly string[], io: Io): Promise<NearestConfigs> {
  const text = (await io.readFile(config)).replace(/^\ufeff/, '');
  const path = absolute(config, io.cwd);
  return { found: [{ path, text, ...readConfig(text, rules) }], unreadable: [] };
}

function mistakesOf({ path, text, problems }: ConfigFile, cwd: string): readonly string[] {
  return problems
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => {
      const before = text.slice(0, offset).split(/\r\n|\r|\n/);
      return `${shown(path, cwd)}:${before.length}:${(before.at(-1) ?? '').length + 1}: ${message}`;
    });
}

function folderOf(path: string): string {
  return path.slice(0, -basename(path).length);
}
