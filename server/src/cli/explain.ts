import { parseArgs } from 'node:util';
import { createService, type Rule, ruleUrl } from '../service';
import type { Command } from './command';
import { exitCodes } from './exit-codes';
import { severityStyles } from './formats/text';
import type { Io } from './io';
import { indented, wrapped } from './layout';
import { knownRule } from './options';
import { type Paint, paintFor } from './paint';
import { UsageError } from './usage-error';

export const explainCommand: Command = {
  name: 'explain',
  usage: ['RULE...'],
  summary: 'Tell why a rule is there, with examples and what mends them',
  options: [],
  examples: [{ typed: 'explain image-tag-latest', words: 'about one rule' }],
  run: explain,
};

function explain(argv: readonly string[], io: Io): number {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, strict: true });
  if (positionals.length === 0) throw new UsageError("name a rule; 'taskdef rules' lists them.");
  const { rules } = createService({ onCrash: () => undefined });
  const ids = rules.map(({ id }) => id);
  const named = positionals.map((id) => knownRule(id, ids));
  const paint = paintFor(io);
  io.out(named.flatMap((id) => rules.filter((rule) => rule.id === id).map((rule) => page(rule, paint))).join('\n\n'));
  return exitCodes.clean;
}

function page(rule: Rule, paint: Paint): string {
  const { id, severity, category, title, why, bad, fixed, good, beside, controls, optIn, source } = rule;
  const level = paint(severityStyles[severity], severity);
  const notes = [
    ...(controls ? [`AWS Security Hub: ${controls.join(', ')}`] : []),
    ...(optIn ? ['Off until a configuration gives it a level.'] : []),
  ];
  const heading = (text: string) => paint('bold', text);
  const parts = [
    `${heading(id)}  ${level} ${paint('dim', `· ${category}`)}`,
    `${title}.`.replace(/([.!?])\.$/, '$1'),
    wrapped(why).join('\n'),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    ...(beside === undefined ? [] : [`${heading('With this task definition beside it')}\n${indented(beside)}`]),
    ...bad.flatMap((text, index) => {
      const after = fixed?.[index];
      return [
        `${heading('Reported')}\n${indented(text).replace(/^ *\/\/ *\^.*$/gm, (carets) => paint('red', carets))}`,
        ...(after === undefined ? [] : [`${heading('After the fix')}\n${indented(after)}`]),
      ];
    }),
    ...good.map((text) => `${heading('Not reported')}\n${indented(text)}`),
    `${heading('Source')}  ${source}`,
    `${heading('Page')}    ${ruleUrl(id)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
