import { nameOf } from '../../model/container';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fargate-privileged',
  category: 'compatibility',
  severity: 'error',
  title: 'No container on Fargate is privileged',
  why: 'Fargate gives no access to the host, and ECS refuses a privileged container in a task definition for Fargate.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  narrows: ['windows-unsupported-parameter'],
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "privileged": true
//                  ^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "privileged": false }]
}`,
    `{
  "family": "agent",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "privileged": true }]
}`,
  ],

  *check({ launchType, containerDefinitions }) {
    if (!launchType('FARGATE')) return;
    for (const container of containerDefinitions.items) {
      const { privileged } = container;
      if (privileged.literal !== true) continue;
      yield report(
        privileged,
        `The container ${nameOf(container)} cannot be privileged on Fargate. Remove 'privileged', or run this task on EC2.`,
        { fix: suggestion("Remove 'privileged'", remove(privileged)) },
      );
    }
  },
});
