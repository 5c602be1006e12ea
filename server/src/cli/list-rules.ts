import { parseArgs } from 'node:util';
import { createService, ruleUrl } from '../service';
import type { Command } from './command';
import { exitCodes } from './exit-codes';
import type { Io } from './io';
import { choice } from './usage-error';

export const rulesCommand: Command = {
  name: 'rules',
  usage: ['[--format text|json]'],
  summary: 'List the rules',
  about: 'A rule that is off is reported once a configuration, or --rule, gives it a level.',
  options: [{ flag: '--format text|json', words: 'how to list them; text when not given' }],
  examples: [{ typed: 'rules --format json', words: 'for programs' }],
  run: listRules,
};

function listRules(argv: readonly string[], io: Io): number {
  const { values } = parseArgs({
    args: [...argv],
    options: { format: { type: 'string', default: 'text' } },
    strict: true,
  });
  const format = choice('format', values.format, ['text', 'json']);
  const { rules } = createService({ onCrash: () => undefined });
  if (format === 'json') {
    const listed = rules.map(({ id, category, severity, title, fixed }) => ({
      id,
      category,
      severity,
      title,
      url: ruleUrl(id),
      fixable: fixed !== undefined,
    }));
    io.out(`${JSON.stringify(listed, null, 2)}\n`);
  } else {
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, severity, title, optIn } of rules)
      io.out(`${id.padEnd(width)}  ${(optIn ? 'off' : severity).padEnd(11)}  ${title}\n`);
  }
  return exitCodes.clean;
}
