import { type Config, fileKey, type LaunchType, type ReadConfig, readConfig } from '../service';
import type { Files } from './files';
import { globMatches } from './glob';
import { reasonOf } from './walk';

/** The name of the files that a project's configuration is in. */
export const configName = '.taskdef.json';

/** True for the address of a configuration. */
export function isConfig(path: string): boolean {
  return /(?:^|[/\\])\.taskdef\.json$/.test(path);
}

/** A configuration, and where it stands. */
export interface ConfigFile extends ReadConfig {
  readonly path: string;
  readonly text: string;
}

/** A configuration that is there and cannot be read, with the reason in words. */
export interface UnreadableConfig {
  readonly path: string;
  readonly error: string;
}

/** The configurations that hold for a file, nearest first, and those that would if they could be read. */
export interface NearestConfigs {
  readonly found: readonly ConfigFile[];
  readonly unreadable: readonly UnreadableConfig[];
}

/** Finds configurations: each is read once, until it is forgotten. */
export interface Configs {
  /** Those in the folder of a file and in all folders above it. The file is an absolute path or a URI, as the port takes them. */
  of(file: string): Promise<NearestConfigs>;
  /** Reads what has changed again. */
  forget(): void;
}

/** Finds the configurations of files; `rules` are the ids of the rules that there are. */
export function createConfigs(files: Pick<Files, 'readFile'>, rules: readonly string[]): Configs {
  const byFolder = new Map<string, Promise<NearestConfigs>>();
  const ofFolder = (folder: string): Promise<NearestConfigs> => {
    const known = byFolder.get(folder);
    if (known) return known;
    const found = nearestIn(folder);
    byFolder.set(folder, found);
    return found;
  };
  const nearestIn = async (folder: string): Promise<NearestConfigs> => {
    const outer = folderOf(folder);
    const [own, above] = await Promise.all([
      readAt(join(folder, configName)),
      outer === undefined ? none : ofFolder(outer),
    ]);
    if (!own) return above;
    return 'error' in own
      ? { ...above, unreadable: [own, ...above.unreadable] }
      : { ...above, found: [own, ...above.found] };
  };
  const readAt = async (path: string): Promise<ConfigFile | UnreadableConfig | undefined> => {
    try {
      const text = (await files.readFile(path)).replace(/^\ufeff/, '');
      return { path, text, ...readConfig(text, rules) };
    } catch (error) {
      return isMissing(error) ? undefined : { path, error: reasonOf(error) };
    }
  };
  return {
    of: async (file) => {
      const folder = folderOf(file);
      return folder === undefined ? none : ofFolder(folder);
    },
    forget: () => byFolder.clear(),
  };
}

/** The launch types that configurations give a file: of the nearest that names it, by the last of its globs that matches. */
export function launchTypesIn(configs: readonly ConfigFile[], file: string): readonly LaunchType[] | undefined {
  for (const { path, config } of configs) {
    const folder = folderOf(path) ?? '';
    const below = nameOf(file)
      .slice(nameOf(folder).length)
      .replace(/^[/\\]/, '');
    const found = lastMatch(config, below);
    if (found) return found;
  }
  return undefined;
}

function lastMatch({ launchTypes = {} }: Config, path: string): readonly LaunchType[] | undefined {
  return Object.entries(launchTypes).findLast(([glob]) => globMatches(glob, path))?.[1];
}

const none: NearestConfigs = { found: [], unreadable: [] };

/** URIs encode what globs name as it is. */
function nameOf(file: string): string {
  return file.startsWith('file:') ? fileKey(file) : file;
}

/** Undefined for what is in no folder. */
function folderOf(path: string): string | undefined {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const root = /^(?:[a-z][\w+.-]+:\/\/[^/]*\/|[A-Za-z]:[/\\]|\/)?/i.exec(path)?.[0] ?? '';
  if (path === root || end < 0) return undefined;
  return path.slice(0, Math.max(end, root.length));
}

function join(folder: string, name: string): string {
  return /[/\\]$/.test(folder) ? folder + name : `${folder}${folder.includes('\\') ? '\\' : '/'}${name}`;
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
