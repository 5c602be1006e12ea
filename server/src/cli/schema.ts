import { parseArgs } from 'node:util';
import { schemaNamed, schemaNames } from '../service';
import type { Command } from './command';
import { exitCodes } from './exit-codes';
import type { Io } from './io';
import { choice, UsageError } from './usage-error';

export const schemaCommand: Command = {
  name: 'schema',
  usage: [`[${schemaNames.join('|')}]`],
  summary: 'Print a JSON Schema: of task definitions, services, runs, or of .taskdef.json',
  options: [],
  examples: [{ typed: 'schema service > service.schema.json', words: 'for another editor' }],
  run: schema,
};

function schema(argv: readonly string[], io: Io): number {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, strict: true });
  const [name = 'task-definition', ...more] = positionals;
  if (more.length > 0) throw new UsageError('name one schema.');
  io.out(`${JSON.stringify(schemaNamed(choice('schema', name, schemaNames)), null, 2)}\n`);
  return exitCodes.clean;
}
