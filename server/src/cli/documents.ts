import type { Service, Settings, Snapshot } from '../service';
import type { Io } from './io';
import { absolute, uriOf } from './paths';
import type { SettingsOf } from './settings';
import type { Input } from './walk';

/** A document with what holds for it. */
export interface Opened {
  readonly path: string;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
}

/** Opens what is checked. */
export interface Documents {
  uriOf(input: Input): string;
  open(input: Input): Promise<Opened>;
  /** The document at a path; undefined when it cannot be read. */
  read(path: string): Promise<Snapshot | undefined>;
}

/** `stdinFilename` is the file that standard input stands for. */
export function createDocuments(
  service: Service,
  settingsOf: SettingsOf,
  io: Io,
  stdinFilename: string | undefined,
): Documents {
  let stdin: { readonly path: string; readonly text: string } | undefined;
  const pathOf = ({ file, text }: Input): string =>
    absolute(file === '-' ? (stdinFilename ?? nameForStdin(text)) : file, io.cwd);
  const openAt = async (path: string, text: string): Promise<Opened> => {
    const { settings, launchTypes } = await settingsOf(path);
    const snapshot = service.open(uriOf(path), text, launchTypes.length > 0 ? { launchTypes } : {});
    return { path, snapshot, settings };
  };
  return {
    uriOf: (input) => uriOf(pathOf(input)),
    open(input) {
      const path = pathOf(input);
      if (input.file === '-') stdin = { path, text: input.text };
      return openAt(path, input.text);
    },
    async read(path) {
      try {
        const text = stdin?.path === path ? stdin.text : await io.readFile(path);
        return (await openAt(path, text)).snapshot;
      } catch {
        return undefined;
      }
    },
  };
}

/** Standard input has no name that says its syntax: JSON begins with a bracket or a comment. */
export function nameForStdin(text: string): string {
  return /^\uFEFF?\s*(?:[{[]|\/[/*]|$)/.test(text) ? 'stdin.task-definition.json' : 'stdin.task-definition.yaml';
}
