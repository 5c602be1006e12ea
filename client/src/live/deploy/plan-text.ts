import type { Json } from '../change';
import type { Translate } from '../ports';
import { differenceLine, placeLines } from './lines';
import type { ActionPlan, Plan } from './plan';

/** A plan to read and keep: everything that would be sent but the definition itself, and all differences; no value of a variable or secret. */
export function planText(title: string, lines: readonly string[], plan: ActionPlan | Plan, t: Translate): string {
  const differences = 'differences' in plan ? plan.differences : [];
  return [
    title,
    '',
    // All changes are listed below.
    ...(lines.length > 0 ? lines.filter((line) => !line.startsWith('  ')) : placeLines(plan.place, t)),
    ...(differences.length > 0 ? ['', t('All changes'), ''] : []),
    ...differences.map((it) => `  ${differenceLine(it, t)}`),
    ...plan.changes.flatMap(({ operation, input }) => ['', `ecs:${operation}`, '', indented(withoutValues(input))]),
    '',
    t('Nothing was sent.'),
    '',
  ].join('\n');
}

function indented(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll(/^/gm, '  ');
}

// The definition is in the file; overrides may hold values.
function withoutValues(input: Json): Json {
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, HIDDEN.has(key) && value != null ? '…' : value]),
  );
}

const HIDDEN: ReadonlySet<string> = new Set([
  'containerDefinitions',
  'volumes',
  'proxyConfiguration',
  'overrides',
  'serviceConnectConfiguration',
]);
