import { defaultHealthCheckInterval } from '../../data/limits';
import { healthExample } from '../health-example';
import { defineRule, report } from '../rule';

const checked = (members: string, mark?: string) => healthExample(`"command": ["CMD", "/bin/check"], ${members}`, mark);

export const rule = defineRule({
  id: 'health-check-timeout-exceeds-interval',
  category: 'reliability',
  severity: 'warning',
  title: 'A health check ends before the next one is due',
  why: `The next check waits for the end of the one before. With a timeout above the interval a container that hangs is noticed later than the interval promises. The interval is ${defaultHealthCheckInterval} seconds where the member is missing.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  bad: [checked('"interval": 10, "timeout": 30', '30'), checked('"timeout": 60', '60')],
  good: [
    checked('"interval": 10, "timeout": 10'),
    checked('"timeout": 30'),
    checked('"interval": "${INTERVAL}", "timeout": 60'),
  ],

  *check({ containerDefinitions }) {
    for (const { healthCheck } of containerDefinitions.items) {
      const { interval, timeout } = healthCheck;
      const seconds = interval.present ? interval.literal : defaultHealthCheckInterval;
      if (seconds === undefined || timeout.literal === undefined || timeout.literal <= seconds) continue;
      yield report(
        timeout,
        `The check may take ${timeout.literal} seconds, longer than the ${seconds} seconds between two checks. Shorten the timeout or lengthen the interval.`,
        interval.present ? { related: [{ place: interval, message: 'The interval' }] } : {},
      );
    }
  },
});
