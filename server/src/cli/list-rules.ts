import { parseArgs } from 'node:util';
import { createService, ruleUrl } from '../service';
import { exitCodes } from './exit-codes';
import type { Io } from './io';
import { readFormat } from './read-format';

/** `taskdef rules`: every rule with its level and documentation page. */
export function listRules(argv: readonly string[], io: Io): number {
  const { values } = parseArgs({ args: [...argv], options: { format: { type: 'string' } }, strict: true });
  const format = readFormat(values.format, io);
  if (!format) return exitCodes.usage;
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
    for (const { id, severity, title } of rules) io.out(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${title}\n`);
  }
  return exitCodes.clean;
}
