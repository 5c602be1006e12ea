import { healthExample } from '../health-example';
import { clamp, type LimitRow, limitRule } from '../limit-rule';
import { defineRules } from '../rule';

interface Row extends Pick<LimitRow, 'id' | 'title' | 'why'> {
  readonly member: 'interval' | 'timeout' | 'retries' | 'startPeriod';
  /** A value beyond the range, the nearest within it, and one at its other end. */
  readonly beyond: number;
  readonly nearest: number;
  readonly other: number;
}

/** Ranges of the schema on the numbers of a health check. */
const table: readonly Row[] = [
  {
    id: 'health-check-interval-range',
    title: 'A health check runs every 5 to 300 seconds',
    why: 'ECS refuses any other interval: “Health check interval must be less than or equal to the maximum allowed value 300”. The help of the console says 5 to 30, which is wrong.',
    member: 'interval',
    beyond: 301,
    nearest: 300,
    other: 5,
  },
  {
    id: 'health-check-timeout-range',
    title: 'A health check may take 2 to 60 seconds',
    why: 'ECS refuses any other timeout: “Health check timeout must be less than or equal to the maximum allowed value 60”. It is 5 seconds where the member is missing.',
    member: 'timeout',
    beyond: 1,
    nearest: 2,
    other: 30,
  },
  {
    id: 'health-check-retries-range',
    title: 'A container is unhealthy after 1 to 10 failed checks',
    why: 'ECS refuses any other number of retries: “Health check retries must be less than or equal to the maximum allowed value 10”. It is 3 where the member is missing.',
    member: 'retries',
    beyond: 11,
    nearest: 10,
    other: 1,
  },
  {
    id: 'health-check-start-period-range',
    title: 'The start period of a health check is 300 seconds at most',
    why: 'ECS refuses a longer one: “Health check startPeriod must be less than or equal to the maximum allowed value 300”. A container that needs longer to start can have more retries or a longer interval as well.',
    member: 'startPeriod',
    beyond: 301,
    nearest: 300,
    other: 0,
  },
];

export const rules = defineRules(table, ({ member, beyond, nearest, other, ...row }) =>
  limitRule({
    ...row,
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
    at: `containerDefinitions.healthCheck.${member}`,
    message: ({ node, limit }) => `ECS does not accept ${node.value} for '${member}' of a health check: ${limit}`,
    fix: clamp,
    bad: [healthExample(checked(member, beyond), String(beyond))],
    fixed: [healthExample(checked(member, nearest))],
    good: [nearest, other, '"${VALUE}"'].map((value) => healthExample(checked(member, value))),
  }),
);

function checked(member: string, value: number | string): string {
  return `"command": ["CMD", "/bin/check"], "${member}": ${value}`;
}
