import { parseArgs } from 'node:util';
import { type LaunchType, type Level, launchTypes, levels, nearest } from '../service';
import { type Format, formats } from './formats/reporter';
import { choice, UsageError } from './usage-error';

/** What `taskdef lint` is asked to do. */
export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  /** Tells of errors alone. */
  readonly quiet: boolean;
  /** Most warnings that are no failure. */
  readonly maxWarnings: number;
  /** The configuration that holds instead of those around the files. */
  readonly config: string | undefined;
  /** Levels by rule id, before all configurations. */
  readonly rules: Readonly<Record<string, Level>>;
  /** What definitions are for that do not say; empty where that is left to the configurations. */
  readonly launchTypes: readonly LaunchType[];
  /** The file that standard input stands for. */
  readonly stdinFilename: string | undefined;
}

/** Understands the arguments; `rules` are the ids of the rules that there are. Throws UsageError for what cannot be meant. */
export function readLintOptions(argv: readonly string[], rules: readonly string[]): LintOptions {
  const { values, positionals: paths } = parseArgs({
    args: [...argv],
    options: {
      config: { type: 'string' },
      fix: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      'launch-type': { type: 'string', multiple: true, default: [] },
      'max-warnings': { type: 'string' },
      quiet: { type: 'boolean', default: false },
      rule: { type: 'string', multiple: true, default: [] },
      'stdin-filename': { type: 'string' },
    },
    allowPositionals: true,
    strict: true,
  });
  const options: LintOptions = {
    paths,
    format: choice('format', values.format, formats),
    fix: values.fix,
    quiet: values.quiet,
    maxWarnings: readCount(values['max-warnings']),
    config: values.config,
    rules: Object.fromEntries(values.rule.map((value) => readLevel(value, rules))),
    launchTypes: values['launch-type'].map((value) => choice('launch type', value.toUpperCase(), launchTypes)),
    stdinFilename: values['stdin-filename'],
  };
  if (paths.length === 0)
    throw new UsageError("name the files or folders to check ('.' is the current folder), or '-' for standard input.");
  if (options.fix && paths.includes('-'))
    throw new UsageError("'--fix' changes files: it cannot change standard input.");
  if (options.stdinFilename !== undefined && !paths.includes('-'))
    throw new UsageError("'--stdin-filename' says what standard input is: give '-' as the file.");
  return options;
}

/** The rule of an id; throws UsageError, with the name that may be meant, where there is none. */
export function knownRule(id: string, rules: readonly string[]): string {
  if (rules.includes(id)) return id;
  const meant = nearest(id, rules, 3, rules.length);
  const hint = meant === undefined ? "'taskdef rules' lists them." : `Did you mean '${meant}'?`;
  throw new UsageError(`there is no rule '${id}'. ${hint}`);
}

function readLevel(value: string, rules: readonly string[]): readonly [string, Level] {
  const [, id, level] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
  if (id === undefined || level === undefined)
    throw new UsageError(`--rule takes a rule and its level, as in 'image-tag-latest=error', not '${value}'.`);
  return [knownRule(id, rules), choice('level', level, levels)];
}

function readCount(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UsageError(`--max-warnings takes a whole number, not '${value}'.`);
}
