import { asksFor } from '../../model/known';
import { refusesMember } from '../../model/support';
import { example } from '../example';
import { logToCloudWatch } from '../log-to-cloudwatch';
import { defineRule, remove, report, suggestion } from '../rule';

const awslogs = `
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
      },`;

export const rule = defineRule({
  id: 'windows-firelens',
  category: 'compatibility',
  severity: 'error',
  title: 'A task on Windows does not log through FireLens',
  why: 'The log router of FireLens is a Linux container; the containers of one task have one operating system.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  narrows: ['firelens-router-missing'],
  bad: [
    example(
      'WINDOWS',
      '',
      `
      "logConfiguration": {
        "logDriver": "awsfirelens"
//                   ^^^^^^^^^^^^^
      },`,
    ),
    example('WINDOWS', '', '\n      "firelensConfiguration": { "type": "fluentbit" },\n//    ^^^^^^^^^^^^^^^^^^^^^^^'),
  ],
  fixed: [example('WINDOWS', '', awslogs), example('WINDOWS')],
  good: [
    example('WINDOWS', '', awslogs),
    example('EC2', '', '\n      "logConfiguration": { "logDriver": "awsfirelens" },'),
  ],

  *check(task, context) {
    if (!refusesMember('WINDOWS', 'containerDefinitions.firelensConfiguration', task)) return;
    for (const { firelensConfiguration, logConfiguration } of task.containerDefinitions.items) {
      if (asksFor(firelensConfiguration.at))
        yield report(
          firelensConfiguration.at,
          'FireLens is for Linux containers only: no container of this task can be a log router. Log to CloudWatch Logs with awslogs.',
          { fix: suggestion("Remove 'firelensConfiguration'", remove(firelensConfiguration.at)) },
        );
      const { logDriver } = logConfiguration;
      if (logDriver.literal === 'awsfirelens')
        yield report(logDriver, 'FireLens is for Linux containers only. Log to CloudWatch Logs with awslogs.', {
          fix: logToCloudWatch(task, logConfiguration, context),
        });
    }
  },
});
