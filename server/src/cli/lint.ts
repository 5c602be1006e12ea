import { parseArgs } from 'node:util';
import { createService, launchTypes as known, type LaunchType, type Service } from '../service';
import { exitCodes } from './exit-codes';
import { fixFile } from './fix';
import { formatJson } from './formats/json';
import { formatText } from './formats/text';
import type { Io } from './io';
import { readFormat } from './read-format';
import type { FileResult } from './result';
import { type Input, walk } from './walk';

/** `taskdef lint`: checks files, folders or standard input. */
export async function lint(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      fix: { type: 'boolean', default: false },
      format: { type: 'string' },
      'launch-type': { type: 'string', multiple: true },
      'max-warnings': { type: 'string' },
    },
    allowPositionals: true,
    strict: true,
  });
  const format = readFormat(values.format, io);
  const most = readCount(values['max-warnings'], io);
  const launchTypes = readLaunchTypes(values['launch-type'], io);
  if (!format || most === undefined || !launchTypes) return exitCodes.usage;
  if (positionals.length === 0) {
    io.err("taskdef: name the files or folders to check, or '-' for standard input.\n");
    return exitCodes.usage;
  }
  if (values.fix && positionals.includes('-')) {
    io.err("taskdef: '--fix' changes files: it cannot change standard input.\n");
    return exitCodes.usage;
  }

  const service = createService({
    onCrash: (rule, error) =>
      io.err(`taskdef: rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}\n`),
  });
  const results: FileResult[] = [];
  let failed = false;
  for await (const input of walk(positionals, io)) {
    if ('error' in input) {
      io.err(`taskdef: ${input.file}: ${input.error}\n`);
      failed = true;
    } else {
      const found = await check(service, input, launchTypes);
      const fixed = values.fix ? await fixFile(service, found, io) : found;
      const failure = 'error' in fixed ? fixed.error : undefined;
      if (failure !== undefined) io.err(`taskdef: ${input.file}: ${failure}\n`);
      failed ||= failure !== undefined;
      const result = 'error' in fixed ? found : fixed;
      const { snapshot, problems } = result;
      const isOurs = snapshot.definitions.length + snapshot.requests.length > 0;
      if (input.named && !isOurs && problems.length === 0) io.err(`taskdef: ${input.file}: holds no task definition\n`);
      // In a folder only what is ours counts; a file that is named is answered for in any case.
      if (input.named || isOurs) results.push(result);
    }
  }
  io.out(format === 'json' ? formatJson(results) : formatText(results));
  if (failed) return exitCodes.failure;
  const problems = results.flatMap((result) => result.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  return errors > 0 || warnings > most ? exitCodes.findings : exitCodes.clean;
}

async function check(service: Service, { file, text }: Input, launchTypes: readonly LaunchType[]): Promise<FileResult> {
  const snapshot = service.open(`file:///${file === '-' ? stdinName(text) : file}`, text, {
    ...(launchTypes.length > 0 && { launchTypes }),
  });
  return { file, snapshot, problems: await service.diagnose(snapshot) };
}

function readLaunchTypes(values: readonly string[] = [], io: Io): readonly LaunchType[] | undefined {
  const named = values.map((value) => known.find((name) => name === value.toUpperCase()) ?? value);
  const wrong = named.find((name) => !known.some((it) => it === name));
  if (wrong === undefined) return known.filter((name) => named.includes(name));
  io.err(`taskdef: '${wrong}' is no launch type; there are ${known.join(', ')}.\n`);
  return undefined;
}

function readCount(value: string | undefined, io: Io): number | undefined {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(value)) return Number(value);
  io.err(`taskdef: --max-warnings takes a whole number, not '${value}'.\n`);
  return undefined;
}

/** Standard input has no name that says its syntax: JSON begins with a bracket or a comment. */
function stdinName(text: string): string {
  return /^\uFEFF?\s*(?:[{[]|\/[/*]|$)/.test(text) ? 'stdin.task-definition.json' : 'stdin.task-definition.yaml';
}
