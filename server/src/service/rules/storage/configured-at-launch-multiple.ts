import { defineRule, report } from '../rule';
import { containerWith, definition } from '../storage-example';

const containers = containerWith(`"mountPoints": [
  { "sourceVolume": "data", "containerPath": "/data" },
  { "sourceVolume": "logs", "containerPath": "/logs" }
]`);

export const rule = defineRule({
  id: 'configured-at-launch-multiple',
  category: 'storage',
  severity: 'error',
  title: 'At most one volume is configured at launch',
  why: 'A task can have one EBS volume, which the service or the run configures. ECS refuses a task definition with two such volumes.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  bad: [
    definition({
      containers,
      volumes: `{ "name": "data", "configuredAtLaunch": true },
{ "name": "logs", "configuredAtLaunch": true }
//                                      ^^^^`,
    }),
  ],
  good: [
    definition({
      containers,
      volumes: `{ "name": "data", "configuredAtLaunch": true },
{ "name": "logs", "configuredAtLaunch": false }`,
    }),
    definition({
      containers,
      volumes: `{ "name": "data", "configuredAtLaunch": true },
{ "name": "logs", "configuredAtLaunch": "\${ebs}" }`,
    }),
  ],

  *check({ volumes }) {
    const [first, ...others] = volumes.items.filter(({ configuredAtLaunch }) => configuredAtLaunch.literal);
    if (!first) return;
    for (const { configuredAtLaunch } of others)
      yield report(
        configuredAtLaunch,
        'Another volume is configured at launch already, and a task definition can have one such volume. Use EFS or a plain volume for this one.',
        { related: [{ place: first.configuredAtLaunch, message: 'The first volume that is configured at launch' }] },
      );
  },
});
