import { memberSupport } from '../../data/launch-type-matrix';
import { refusesValue } from '../../model/support';
import { example } from '../example';
import { logToCloudWatch } from '../log-to-cloudwatch';
import { defineRule, report, shown } from '../rule';

const drivers = memberSupport.get('containerDefinitions.logConfiguration.logDriver')?.linux.MANAGED_INSTANCES;

export const rule = defineRule({
  id: 'managed-instances-log-driver',
  category: 'logging',
  severity: 'error',
  title: 'Containers on Managed Instances log with awslogs, splunk, awsfirelens or json-file',
  why: 'The other drivers need something on the instance that you cannot set up there.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  bad: [
    example(
      'MANAGED_INSTANCES',
      '',
      `
      "logConfiguration": {
        "logDriver": "syslog"
//                   ^^^^^^^^
      },`,
    ),
  ],
  fixed: [
    example(
      'MANAGED_INSTANCES',
      '',
      `
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "<region>",
          "awslogs-stream-prefix": "ecs",
          "awslogs-create-group": "true",
          "mode": "non-blocking",
          "max-buffer-size": "25m"
        }
      },`,
    ),
  ],
  good: [
    example('MANAGED_INSTANCES', '', '\n      "logConfiguration": { "logDriver": "json-file" },'),
    example('EC2', '', '\n      "logConfiguration": { "logDriver": "syslog" },'),
  ],

  *check(task, context) {
    if (!task.launchType('MANAGED_INSTANCES')) return;
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver } = logConfiguration;
      if (!refusesValue('MANAGED_INSTANCES', 'logDriver', logDriver.literal, task)) continue;
      yield report(logDriver, `Managed Instances have no log driver ${shown(logDriver)}. Use ${drivers}.`, {
        fix: logToCloudWatch(task, logConfiguration, context),
      });
    }
  },
});
