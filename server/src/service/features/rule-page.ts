import type { Rule } from '../rules/rule';

/** The documentation page of a rule, in Markdown. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    `${escapeText(rule.title)}.`.replace(/([.!?])\.$/, '$1'),
    `Severity: **${rule.severity}** · Category: **${rule.category}** · ${isFixable(rule) ? 'Has a quick fix' : 'No quick fix'}`,
    '## Why',
    escapeText(rule.why),
    ...(rule.controls ? [`AWS Security Hub checks it as ${rule.controls.map(controlLink).join(' and ')}.`] : []),
    ...(rule.optIn ? ['Off until a configuration gives it a level.'] : []),
    ...(rule.bad.length > 0 ? ['## Reported', 'The carets mark what is underlined.'] : []),
    ...(rule.beside === undefined ? [] : ['With this task definition beside it:', fence(rule.beside)]),
    ...(rule.beside === undefined || rule.bad.length === 0
      ? []
      : [`The ${rule.bad.length === 1 ? 'request' : 'requests'}:`]),
    ...rule.bad.flatMap((text, index) => {
      const after = rule.fixed?.[index];
      return [fence(text), ...(after === undefined ? [] : ['After the fix:', fence(after)])];
    }),
    '## Not reported',
    ...rule.good.map(fence),
    '## Source',
    `<${rule.source}>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Keeps what Markdown would take for HTML as the text it is; code in backticks stays code. */
export function escapeText(text: string): string {
  return text.replace(/(`[^`]*`)|[<*_]/g, (found, code: string | undefined) => code ?? `\\${found}`);
}

/** Whether a rule has fixes. */
export function isFixable({ fixed }: Rule): boolean {
  return (fixed?.length ?? 0) > 0;
}

const controlLink = (id: string): string =>
  `[${id}](https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#${id.toLowerCase().replace('.', '-')})`;

/** A code block, its fence longer than any run of backticks within. */
function fence(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}jsonc\n${text.replace(/\n$/, '').replace(/^.{400,}$/gm, shortened)}\n${ticks}`;
}

/** Nobody reads to the end of an example that is about length. */
function shortened(line: string): string {
  return `${line.slice(0, 150)}…${line.slice(-20)}`;
}
