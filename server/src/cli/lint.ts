import { reasonOf } from '../files/walk';
import { createService, isOurs, type Service } from '../service';
import { type Checking, checkFile } from './check';
import { createDocuments } from './documents';
import { exitCodes } from './exit-codes';
import { reporters } from './formats/formats';
import type { Io } from './io';
import { type LintOptions, readLintOptions } from './options';
import { paintFor } from './paint';
import { rootOf } from './paths';
import { createProgress, type Progress } from './progress';
import { readRelated } from './related';
import { nothing, plus, type Totals } from './result';
import { createSettings, type SettingsOf } from './settings';
import { version } from './version';
import { walkOf } from './walk';

/** `taskdef lint`: checks files, folders, globs or standard input, and tells of each file as soon as it is checked. */
export async function lint(argv: readonly string[], terminal: Io): Promise<number> {
  const progress = createProgress(terminal);
  const { io } = progress;
  let failed = false;
  const tell = (message: string): void => {
    failed = true;
    io.err(`taskdef: ${message}\n`);
  };
  const service = createService({
    onCrash: (rule, error) => tell(`rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}`),
  });
  const ids = service.rules.map(({ id }) => id);
  const options = readLintOptions(argv, ids);
  const settingsOf = await createSettings(options, ids, io, tell).catch(reasonOf);
  if (typeof settingsOf === 'string') {
    tell(`${options.config}: ${settingsOf}`);
    return exitCodes.failure;
  }
  const totals = await report(options, service, settingsOf, progress, tell, () => failed);
  progress.clear();
  if (failed) return exitCodes.failure;
  return totals.errors > 0 || totals.warnings > options.maxWarnings ? exitCodes.findings : exitCodes.clean;
}

/** Checks and reports all files; resolves to the sums of what was found, told or not. */
async function report(
  { paths, format, fix, quiet, stdinFilename }: LintOptions,
  service: Service,
  settingsOf: SettingsOf,
  { io, show }: Progress,
  tell: (message: string) => void,
  hasFailed: () => boolean,
): Promise<Totals> {
  const walk = walkOf(paths, io);
  const documents = createDocuments(service, settingsOf, io, stdinFilename);
  show('Looking for task definitions…');
  const related = await readRelated(walk, documents);
  const checking: Checking = { service, documents, related, io, fix, tell };
  const { rules } = service;
  const root = rootOf(io.cwd, io.env);
  const reporter = reporters[format]({ paint: paintFor(io), cwd: io.cwd, root, rules, version, quiet });
  const foreign: string[] = [];
  let totals = nothing;
  io.out(reporter.begin());
  for await (const input of walk()) {
    show(`${totals.files} checked: ${input.file}`);
    if ('error' in input) {
      tell(`${input.file}: ${input.error}`);
      continue;
    }
    const result = await checkFile(input, checking);
    if (!result) continue;
    totals = plus(totals, result.problems);
    if (result.problems.length === 0 && !isOurs(result.snapshot)) foreign.push(input.file);
    const told = quiet ? result.problems.filter(({ severity }) => severity === 'error') : result.problems;
    const file = input.file === '-' ? (stdinFilename ?? '-') : input.file;
    io.out(reporter.file({ ...result, file, problems: told }));
  }
  io.out(reporter.end({ ...totals, failed: hasFailed() }));
  const [first, ...more] = foreign;
  // Hooks name whatever was changed: one line for all.
  if (first !== undefined)
    io.err(
      more.length === 0
        ? `taskdef: ${first}: holds no task definition\n`
        : `taskdef: ${foreign.length} files hold no task definition, such as ${first}\n`,
    );
  return totals;
}
