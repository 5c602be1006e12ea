import { maxIgnoredExitCodes } from '../../data/limits';
import type { Container } from '../../model/container';
import { example, marked } from '../example';
import { defineRule, type Report, remove, report, suggestion } from '../rule';

const ignoring = (codes: string, ...marks: readonly string[]) => {
  const line = `      "restartPolicy": { "enabled": true, "ignoredExitCodes": [${codes}] },`;
  return example('EC2', '', marks.length > 0 ? marked(line, ...marks) : `\n${line}`);
};
const codes = (count: number) => Array.from({ length: count }, (_, code) => code).join(', ');

export const rule = defineRule({
  id: 'restart-policy-exit-codes',
  category: 'correctness',
  severity: 'error',
  title: 'A restart policy ignores exit codes from 0 to 255, each once',
  why: `ECS takes ${maxIgnoredExitCodes} exit codes at most, after which a container is not restarted. A process cannot end with a code outside 0 to 255. A code that is listed twice is only a warning.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html',
  narrows: ['invalid-value'],
  bad: [
    ignoring('0, 256, -1', '256', '-1'),
    ignoring('143, 0, 143', '143'),
    ignoring(`${codes(maxIgnoredExitCodes)}, 100`, '100'),
  ],
  fixed: [ignoring('0'), ignoring('143, 0'), ignoring(codes(maxIgnoredExitCodes))],
  good: [
    ignoring('0, 143, 255'),
    ignoring('0, "${CODE}", "${CODE}"'),
    ignoring(codes(maxIgnoredExitCodes)),
    example('EC2', '', '\n      "restartPolicy": { "enabled": true, "ignoredExitCodes": "${CODES}" },'),
  ],

  *check({ containerDefinitions }) {
    for (const { restartPolicy } of containerDefinitions.items) yield* check(restartPolicy.ignoredExitCodes);
  },
});

function* check(ignored: Container['restartPolicy']['ignoredExitCodes']): Iterable<Report> {
  const [beyond] = ignored.items.slice(maxIgnoredExitCodes);
  if (beyond)
    yield report(
      beyond,
      `The restart policy lists ${ignored.items.length} exit codes; ECS takes ${maxIgnoredExitCodes} at most. Remove some.`,
      {
        covers: [ignored],
        fix: suggestion('Remove what is beyond', ...ignored.items.slice(maxIgnoredExitCodes).map(remove)),
      },
    );
  const seen = new Map<number, (typeof ignored.items)[number]>();
  for (const code of ignored.items.slice(0, maxIgnoredExitCodes)) {
    const { literal } = code;
    if (literal === undefined || !Number.isInteger(literal)) continue;
    const first = seen.get(literal);
    seen.set(literal, first ?? code);
    if (literal < 0 || literal > 255)
      yield report(code, `No container ends with the exit code ${literal}: they are 0 to 255.`, {
        fix: suggestion(`Remove ${literal}`, remove(code)),
      });
    else if (first)
      yield report(code, `The exit code ${literal} is listed already. Remove it here.`, {
        severity: 'warning',
        fix: suggestion(`Remove ${literal}`, remove(code)),
        related: [{ place: first, message: 'The first of the same code' }],
      });
  }
}
