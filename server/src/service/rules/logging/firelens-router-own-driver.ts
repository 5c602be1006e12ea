import { nameOf } from '../../model/container';
import { logToCloudWatch } from '../log-to-cloudwatch';
import { mark, routed } from '../logging-example';
import { defineRule, report } from '../rule';

const router = (logging: string) => `"memoryReservation": 50,
"firelensConfiguration": { "type": "fluentbit" },
"logConfiguration": ${logging}`;
const toItself = `{
  "logDriver": "awsfirelens"
}`;
const toCloudWatch = `{
  "logDriver": "awslogs",
  "options": {
    "awslogs-group": "/ecs/web",
    "awslogs-region": "<region>",
    "awslogs-stream-prefix": "ecs",
    "awslogs-create-group": "true",
    "mode": "non-blocking",
    "max-buffer-size": "25m"
  }
}`;

export const rule = defineRule({
  id: 'firelens-router-own-driver',
  category: 'logging',
  severity: 'error',
  title: 'The log router does not log through itself',
  why: 'What the router writes tells why it cannot deliver logs. Sent to the router itself it is lost just then, and each line that it prints can make another one.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  bad: [mark(routed({ app: '"logConfiguration": "${LOGGING}"', router: router(toItself) }), '"awsfirelens"')],
  fixed: [routed({ app: '"logConfiguration": "${LOGGING}"', router: router(toCloudWatch) })],
  good: [routed({}), routed({ router: router('{ "logDriver": "${DRIVER}" }') })],

  *check(task, context) {
    for (const router of task.logRouting.routers) {
      const { logConfiguration } = router;
      if (logConfiguration.logDriver.literal !== 'awsfirelens') continue;
      yield report(
        logConfiguration.logDriver,
        `The log router ${nameOf(router)} logs through itself: what it says of its own failures is lost with it. Log with awslogs.`,
        { fix: logToCloudWatch(task, logConfiguration, context) },
      );
    }
  },
});
