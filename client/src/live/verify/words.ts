import type { Translate } from '../ports';
import type { Check } from './check';
import type { Report } from './verify';

/** How many checks went how, as `9 well, 1 not, 3 not checked`. */
export function summaryOf(checks: readonly Check[], t: Translate): string {
  const count = (state: Check['state']): number => checks.filter((it) => it.state === state).length;
  if (checks.length === 0) return t('Nothing of this can be checked in an account');
  return t('{0} well, {1} not, {2} not checked', count('ok'), count('failed'), count('skipped'));
}

/** What was wrong, and what to do about it. */
export function adviceOf({ sentence, fix }: Check): string {
  return fix === undefined ? sentence : `${sentence} ${fix}`;
}

/** All that was checked, a line a check, with where it stands; `mark` may colour how it went. */
export function reportLines(
  { identity, connection, checks }: Report,
  t: Translate,
  mark: (label: string, state: Check['state']) => string = (label) => label,
): readonly string[] {
  return [
    t('Account: {0} ({1})', identity.account, identity.arn),
    t('Region: {0}', connection.region),
    '',
    ...checks.flatMap((check) => [
      `${mark(labels[check.state], check.state)}  ${check.sentence}`,
      ...(check.fix === undefined ? [] : [`      ${check.fix}`]),
      ...(check.state === 'failed' && check.path !== '' ? [`      ${check.path}`] : []),
    ]),
    ...(checks.length === 0 ? [] : ['']),
    `${summaryOf(checks, t)}.`,
  ];
}

/** Of one width. */
const labels: Readonly<Record<Check['state'], string>> = { ok: 'OK  ', failed: 'FAIL', skipped: 'SKIP' };
