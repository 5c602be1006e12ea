import { parseArgs } from 'node:util';
import { reasonOf } from '../files/walk';
import { createService, type Snapshot } from '../service';
import type { Command } from './command';
import { nameForStdin } from './documents';
import { exitCodes } from './exit-codes';
import type { Io } from './io';
import { absolute, uriOf } from './paths';
import { choice, UsageError } from './usage-error';

export const convertCommand: Command = {
  name: 'convert',
  usage: ['[--to json|yaml] FILE', '[--to json|yaml] -'],
  summary: 'Print a task definition in the other syntax, its comments kept',
  about:
    'Takes task definitions as they are registered or described, and lists of containers. Nothing is written to the file.',
  options: [{ flag: '--to json|yaml', words: 'the syntax to print; the other one when not given' }],
  examples: [
    { typed: 'convert web.json > web.yaml', words: 'to YAML' },
    { typed: 'convert --to json - < web.yaml', words: 'to JSON, from a pipe' },
  ],
  run: convert,
};

async function convert(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { to: { type: 'string' } },
    allowPositionals: true,
    strict: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("name one file, or '-' for standard input.");
  const wanted = values.to === undefined ? undefined : choice('syntax', values.to, ['json', 'yaml']);
  const service = createService({ onCrash: () => undefined });
  let text: string;
  try {
    text = await (file === '-' ? io.readStdin() : io.readFile(file));
  } catch (error) {
    return fail(io, file, reasonOf(error));
  }
  // What is named is taken for a task definition, so that a list of containers is one.
  const snapshot = service.open(uriOf(absolute(file === '-' ? nameForStdin(text) : file, io.cwd)), text, {
    claimed: true,
  });
  const to = wanted ?? (snapshot.syntax === 'json' ? 'yaml' : 'json');
  const converted = service.convert(snapshot, to);
  if (converted === undefined) return fail(io, file, await reasonAgainst(snapshot, to));
  io.out(converted);
  return exitCodes.clean;
}

function fail(io: Io, file: string, reason: string): number {
  io.err(`taskdef: ${file}: ${reason}\n`);
  return exitCodes.failure;
}

/** Why a document cannot be said in a syntax. */
async function reasonAgainst(
  { syntax, tree, document, definitions }: Snapshot,
  to: Snapshot['syntax'],
): Promise<string> {
  const [mistake] = (await tree?.syntaxProblems()) ?? [];
  if (mistake) {
    const { line, character } = document.positionAt(mistake.span.offset);
    return `line ${line + 1}, column ${character + 1}: ${mistake.message}`;
  }
  const [definition, ...others] = definitions;
  if (!definition) return 'holds no task definition';
  if (definition.shape === 'cloudformation') return 'is a CloudFormation template; most of it is not about the task';
  if (others.length > 0) return 'holds several task definitions';
  if (syntax === to) return `is ${names[to]} already`;
  return `says something that ${names[to]} has no words for, such as tags or keys that are no text`;
}

const names = { json: 'JSON', yaml: 'YAML' } as const;
