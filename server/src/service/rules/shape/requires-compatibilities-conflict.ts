import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'requires-compatibilities-conflict',
  category: 'compatibility',
  severity: 'error',
  title: 'A task definition is for FARGATE or for EXTERNAL, not for both',
  why: 'Fargate takes the network mode awsvpc only, and ECS Anywhere takes every mode but that one.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
  bad: [
    `{
  "family": "web",
  "cpu": "256",
  "memory": "512",
  "requiresCompatibilities": ["FARGATE", "EXTERNAL"],
//^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "cpu": "256",
  "memory": "512",
  "requiresCompatibilities": ["FARGATE"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2", "EXTERNAL"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "requiresCompatibilities": ["FARGATE", "\${LAUNCH_TYPE}"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
  ],

  *check(task) {
    const { requiresCompatibilities, networkMode } = task;
    const has = (name: string) => requiresCompatibilities.items.find(({ literal }) => literal === name);
    const [fargate, external] = [has('FARGATE'), has('EXTERNAL')];
    if (!fargate || !external) return;
    const isExternal = networkMode.literal !== undefined && networkMode.literal !== 'awsvpc';
    const [gone, name] = isExternal ? [fargate, 'FARGATE'] : [external, 'EXTERNAL'];
    yield report(
      requiresCompatibilities,
      "FARGATE needs the network mode 'awsvpc', which EXTERNAL does not have. Keep one of them, and make a second task definition for the other.",
      { fix: suggestion(`Remove ${name}`, remove(gone)) },
    );
  },
});
