import { isEssential } from '../../model/container';
import { byName } from '../../model/known';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'depends-on-complete-essential',
  category: 'correctness',
  severity: 'error',
  title: 'A container that others wait to end is not essential',
  why: 'When an essential container ends, the whole task stops, so nothing could start after it. A container is essential unless it says otherwise.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "containerName": "migrate", "condition": "SUCCESS" }]
//                                                             ^^^^^^^^^
    },
    {
      "name": "migrate",
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
      "dependsOn": [{ "containerName": "migrate", "condition": "SUCCESS" }]
    },
    {
      "name": "migrate",
      "image": "busybox:1.36",
      "memory": 128,
      "essential": false
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
      "dependsOn": [{ "containerName": "migrate", "condition": "COMPLETE" }]
    },
    { "name": "migrate", "image": "busybox:1.36", "memory": 128, "essential": false }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "containerName": "side", "condition": "START" }]
    },
    { "name": "side", "image": "busybox:1.36", "memory": 128 }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    const containers = byName(containerDefinitions);
    for (const container of containerDefinitions.items) {
      for (const { containerName, condition } of container.dependsOn.items) {
        if (condition.literal !== 'COMPLETE' && condition.literal !== 'SUCCESS') continue;
        const target = containers.get(containerName.literal);
        if (!target || target === container || !isEssential(target)) continue;
        const name = target.name.literal;
        yield report(
          condition,
          `'${name}' is essential${target.essential.present ? '' : ' by default'}: when it ends, the whole task stops, so nothing can wait for ${condition.literal}. Set "essential": false on it.`,
          {
            ...(isEssential(container) && {
              fix: suggestion(`Make '${name}' not essential`, set(target.at, 'essential', false)),
            }),
            related: [
              { place: target.essential.present ? target.essential : target.name, message: 'The essential container' },
            ],
          },
        );
      }
    }
  },
});
