import { lintCommand } from '../../../server/src/cli/lint-command';
import { absolute, uriOf } from '../../../server/src/cli/paths';
import { UsageError } from '../../../server/src/cli/usage-error';
import { createService, type DefinitionSummary, type Service, servicesFor } from '../../../server/src/service';
import type { Json } from '../live/change';
import type { Terminal } from './terminal';

/** A task definition as a file has it, free of errors. */
export interface Source {
  readonly file: string;
  readonly family: string;
  readonly definition: Json;
  /** What a service file says, where one was named. */
  readonly serviceFile?: Json;
}

/** What to read. */
export interface Named {
  readonly file: string;
  readonly family?: string | undefined;
  readonly serviceFile?: string | undefined;
  /** Which service of that file is meant; absent: its only one. */
  readonly service?: string | undefined;
}

/**
 * The task definition of a file, checked as `lint` checks it; undefined where it has errors, or cannot be registered as it stands, and the user was
 * told so. Throws UsageError where it is not said which of several is meant.
 */
export async function readSource(
  { file, family, serviceFile, service: wanted }: Named,
  terminal: Terminal,
): Promise<Source | undefined> {
  const files = [file, ...(serviceFile === undefined ? [] : [serviceFile])];
  // Findings are for people: standard output is the report of the plan or the deployment.
  const failed = await lintCommand.run(['--quiet', '--', ...files], { ...terminal, out: terminal.err });
  if (failed) return refuse(`${files.join(', ')}: errors were found, so nothing was sent.`, terminal);
  const service = createService({ onCrash: () => undefined });
  const open = async (path: string) => {
    const whole = absolute(path, terminal.cwd);
    return service.open(uriOf(whole), await terminal.readFile(whole));
  };
  const snapshot = await open(file);
  const chosen = choose(service.summarise(snapshot, []), file, family);
  if (!chosen) return refuse(`${file} holds no task definition that can be registered as it stands.`, terminal);
  if (chosen.family === undefined) {
    return refuse(`The family of the task definition in ${file} is missing or a placeholder.`, terminal);
  }
  const source = { file, family: chosen.family, definition: chosen.definition };
  if (serviceFile === undefined) return source;
  const input = serviceIn(snapshot, await open(serviceFile), chosen.index, wanted);
  return input
    ? { ...source, serviceFile: input }
    : refuse(
        `${serviceFile} holds no service${wanted === undefined ? '' : ` ${wanted}`} that could be made as it stands.`,
        terminal,
      );
}

type Snapshot = ReturnType<Service['open']>;

function serviceIn(snapshot: Snapshot, file: Snapshot, index: number, wanted: string | undefined): Json | undefined {
  const definition = snapshot.definitions[index];
  const found = definition ? servicesFor(snapshot, definition, { snapshots: [file] }, file.uri) : [];
  const [only, ...others] = found.filter(({ name }) => wanted === undefined || name === wanted);
  return others.length === 0 ? only?.input : undefined;
}

function choose(found: readonly DefinitionSummary[], file: string, family: string | undefined) {
  const named = family === undefined ? found : found.filter((it) => it.family === family);
  if (family !== undefined && named.length === 0) throw new UsageError(`there is no family '${family}' in ${file}.`);
  if (named.length > 1) {
    const families = found.map((it) => it.family ?? '?').join(', ');
    throw new UsageError(`${file} holds several task definitions: choose one with --family (${families}).`);
  }
  return named[0];
}

function refuse(sentence: string, terminal: Terminal): undefined {
  terminal.err(`taskdef: ${sentence}\n`);
}
