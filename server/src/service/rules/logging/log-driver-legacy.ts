import { logDrivers, refusedLogDrivers } from '../../data/log-drivers';
import { example } from '../example';
import { logToCloudWatch } from '../log-to-cloudwatch';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'log-driver-legacy',
  category: 'logging',
  severity: 'error',
  title: 'Containers log with a driver that ECS still has',
  why: 'Docker has more log drivers than ECS takes, and ECS has dropped some that older guides name. It refuses all others. A log router of FireLens sends to the same services.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  narrows: ['invalid-enum-value', 'fargate-log-driver', 'managed-instances-log-driver'],
  bad: [mark(example('EC2', '', logging('sumologic')), '"sumologic"')],
  fixed: [
    example('EC2', '', logging('awslogs', { ...awslogs, 'awslogs-region': '<region>', 'max-buffer-size': '25m' })),
  ],
  good: [example('EC2', '', logging('syslog')), example('EC2', '', logging('${DRIVER}'))],

  *check(task, context) {
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver } = logConfiguration;
      if (!refusedLogDrivers.includes(logDriver.literal ?? '')) continue;
      yield report(logDriver, `ECS has no log driver '${logDriver.literal}'. Use ${logDrivers.join(', ')}.`, {
        fix: logToCloudWatch(task, logConfiguration, context),
      });
    }
  },
});
