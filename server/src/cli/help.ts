import type { Command } from './command';
import { exitCodeWords } from './exit-codes';
import { widest, wrapped } from './layout';

/** What the tool can do, and how to begin. */
export function help(commands: readonly Command[]): string {
  return sections([
    ['', ['Checks Amazon ECS task definitions, services and runs in JSON, YAML and CloudFormation; and deploys them.']],
    ['usage', ['taskdef COMMAND [OPTION...]']],
    ['commands', columns(commands.map(({ name, summary }) => [name, summary]))],
    ['begin with', columns(begin)],
    ['exit codes', columns(exitCodeWords)],
    ['', ["'taskdef COMMAND --help' tells more about a command."]],
  ]);
}

const begin: readonly (readonly [string, string])[] = [
  ['taskdef lint .', 'check everything below this folder'],
  ['taskdef lint --fix web.json', 'mend what can be mended safely, report the rest'],
  ['taskdef explain image-tag-latest', 'why a rule is there, with examples'],
];

/** What a command does, takes and answers. */
export function helpFor(command: Command): string {
  const { name, usage, summary, about, options, examples, exitCodes = exitCodeWords } = command;
  return sections([
    ['', [`${summary}.`]],
    ['usage', usage.map((it) => `taskdef ${name}${it && ` ${it}`}`)],
    ['', about === undefined ? [] : wrapped(about)],
    ['options', columns(options.map(({ flag, words }) => [flag, words]))],
    ['examples', columns(examples.map(({ typed, words }) => [`taskdef ${typed}`, words]))],
    ['exit codes', columns(exitCodes)],
  ]);
}

const indent = '  ';

type Section = readonly [title: string, lines: readonly string[]];

function sections(all: readonly Section[]): string {
  const filled = all.filter(([, lines]) => lines.length > 0);
  const texts = filled.map(([title, lines]) =>
    title === '' ? lines.join('\n') : [`${title}:`, ...lines.map((line) => `${indent}${line}`)].join('\n'),
  );
  return `${texts.join('\n\n')}\n`;
}

/** Two columns; the second is wrapped. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([first]) => first.length)) + 3;
  const left = widest - indent.length - width;
  return rows.flatMap(([first, second]) => {
    const [line = '', ...more] = wrapped(second, left);
    return [`${first.padEnd(width)}${line}`, ...more.map((it) => ' '.repeat(width) + it)];
  });
}
