import { nameOf } from '../../model/container';
import { example, marked } from '../example';
import { logToCloudWatch } from '../log-to-cloudwatch';
import { awslogs, executionRole, logging } from '../logging-example';
import { defineRule, report } from '../rule';

const filled = { ...awslogs, 'awslogs-region': '<region>', 'max-buffer-size': '25m' };

export const rule = defineRule({
  id: 'missing-log-configuration',
  category: 'logging',
  severity: 'warning',
  title: 'Every container has a log configuration',
  why: 'On Fargate the output of a container without logConfiguration is lost, also that which would tell why the task stopped. On an instance it stays in a file of the container engine, and is gone with the instance.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9',
  controls: ['ECS.9'],
  bad: [
    example('FARGATE', executionRole).replace('\n      "name": "app",', marked('      "name": "app",', '"app"')),
    example('EC2').replace('\n      "name": "app",', marked('      "name": "app",', '"app"')),
  ],
  fixed: [
    example('FARGATE', executionRole).replace(
      '"memory": 512\n',
      `"memory": 512,${logging('awslogs', filled).replace(/,$/, '')}\n`,
    ),
  ],
  good: [
    example('FARGATE', executionRole, logging('awslogs', awslogs)),
    example('FARGATE', '', '\n      "logConfiguration": "${LOGGING}",'),
    example('EC2', '', logging('json-file', { 'max-size': '10m' })),
  ],

  *check(task, context) {
    const onFargate = task.launchType('FARGATE') !== undefined;
    for (const container of task.containerDefinitions.items) {
      if (container.at.node?.type !== 'object' || container.logConfiguration.present) continue;
      const name = nameOf(container);
      yield report(
        container.name,
        onFargate
          ? `The container ${name} has no logConfiguration: Fargate keeps nothing of what it writes, not even why it failed.`
          : `The container ${name} has no logConfiguration: what it writes stays on its instance, as the container engine there is set up.`,
        {
          severity: onFargate ? 'warning' : 'information',
          fix: logToCloudWatch(task, container.logConfiguration, context),
        },
      );
    }
  },
});
