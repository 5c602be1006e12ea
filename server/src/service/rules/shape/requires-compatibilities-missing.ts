import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'requires-compatibilities-missing',
  category: 'style',
  severity: 'hint',
  title: 'A task definition says for which launch types it is',
  why: 'ECS checks the task definition against the launch types that it lists. Without the list what does not fit is found only when a task or a service starts: "Task definition does not support launch_type FARGATE."',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `  { "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }] }
//^`,
    `  {
//^
    "family": "web",
    "networkMode": "awsvpc",
    "cpu": "256",
    "memory": "512",
    "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
  }`,
    `{
  "family": "web",
  "requiresCompatibilities": [],
//^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `  { "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }], "requiresCompatibilities": ["EC2"] }`,
  ],
  good: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "requiresCompatibilities": "{{ launchTypes }}",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check(task) {
    const { at, requiresCompatibilities } = task;
    const { node, items } = requiresCompatibilities;
    if (node && (node.type !== 'array' || items.length > 0)) return;
    const names = likelyLaunchTypes(task);
    yield report(
      requiresCompatibilities,
      "'requiresCompatibilities' names no launch type, so ECS does not check that the task definition fits one.",
      {
        fix: suggestion(
          `Set 'requiresCompatibilities' to ${names.join(' and ')}`,
          set(at, 'requiresCompatibilities', names),
        ),
      },
    );
  },
});

function likelyLaunchTypes({ launchTypes, networkMode, cpu, memory }: TaskDefinition): readonly string[] {
  if (launchTypes.length > 0) return launchTypes;
  return networkMode.literal === 'awsvpc' && cpu.present && memory.present ? ['FARGATE'] : ['EC2'];
}
