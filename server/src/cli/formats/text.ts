import type { FileResult } from '../result';

/** One line a finding, as compilers print them (1-based), and a line that counts. */
export function formatText(results: readonly FileResult[]): string {
  const lines = results.flatMap(({ file, snapshot: { document }, problems }) =>
    problems.map(({ rule, severity, message, span }) => {
      const { line, character } = document.positionAt(span.offset);
      return `${file}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule}]`;
    }),
  );
  const count = (level: string) =>
    results.flatMap(({ problems }) => problems).filter(({ severity }) => severity === level).length;
  const files = plural(results.length, 'file');
  lines.push(`${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')} in ${files}`);
  return `${lines.join('\n')}\n`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
