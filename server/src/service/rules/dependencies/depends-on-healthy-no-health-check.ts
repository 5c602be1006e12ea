import { byName } from '../../model/known';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'depends-on-healthy-no-health-check',
  category: 'correctness',
  severity: 'error',
  title: 'A container that others wait to be healthy has a health check',
  why: 'Only the health check of the task definition makes a container healthy; a HEALTHCHECK in the image does not count. ECS refuses to wait for what never comes.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "containerName": "db", "condition": "HEALTHY" }]
//                                                        ^^^^^^^^^
    },
    { "name": "db", "image": "postgres:17", "memory": 128 }
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
      "dependsOn": [{ "containerName": "db", "condition": "START" }]
    },
    { "name": "db", "image": "postgres:17", "memory": 128 }
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
      "dependsOn": [{ "containerName": "db", "condition": "HEALTHY" }]
    },
    { "name": "db", "image": "postgres:17", "memory": 128, "healthCheck": { "command": ["CMD", "pg_isready"] } }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    const containers = byName(containerDefinitions);
    for (const container of containerDefinitions.items) {
      for (const { containerName, condition } of container.dependsOn.items) {
        if (condition.literal !== 'HEALTHY') continue;
        const target = containers.get(containerName.literal);
        if (!target || target === container || target.healthCheck.present) continue;
        yield report(
          condition,
          `'${target.name.literal}' has no healthCheck, so it never becomes healthy. Give it one, or wait for START.`,
          {
            fix: suggestion('Wait for START', replace(condition, 'START')),
            related: [{ place: target.name, message: 'The container without a health check' }],
          },
        );
      }
    }
  },
});
