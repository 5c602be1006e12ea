import { knownNames } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import { append, defineRule, type Json, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'firelens-router-missing',
  category: 'logging',
  severity: 'error',
  title: 'The awsfirelens driver has a log router',
  why: 'awsfirelens hands the logs to a router, a container of the same task with a firelensConfiguration. ECS refuses the driver without one.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }
//                                       ^^^^^^^^^^^^^
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "memory": 128
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "memory": 128
    },
    {
      "name": "log_router",
      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      "essential": true,
      "memoryReservation": 50,
      "firelensConfiguration": {
        "type": "fluentbit"
      }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }
    },
    {
      "name": "log_router",
      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      "memory": 128,
      "firelensConfiguration": { "type": "fluentbit" }
    }
  ]
}`,
  ],

  *check(task) {
    const { containerDefinitions } = task;
    const names = knownNames(containerDefinitions);
    if (task.isWindows !== false || !names) return;
    if (containerDefinitions.items.some(({ firelensConfiguration }) => firelensConfiguration.present)) return;
    for (const { logConfiguration } of containerDefinitions.items) {
      if (logConfiguration.logDriver.literal !== 'awsfirelens') continue;
      yield report(
        logConfiguration.logDriver,
        'The awsfirelens driver needs a log router: one container of the task must have a firelensConfiguration.',
        names.includes(router.name) ? {} : { fix: addRouter(task) },
      );
    }
  },
});

const router = {
  name: 'log_router',
  image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
  essential: true,
  memoryReservation: 50,
  firelensConfiguration: { type: 'fluentbit' },
} satisfies Json;

function addRouter({ containerDefinitions }: TaskDefinition) {
  return suggestion(`Add a '${router.name}' container`, append(containerDefinitions, router));
}
