import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'host-mode-multiple-copies',
  category: 'networking',
  severity: 'information',
  title: 'A task with ports in host mode runs once on an instance',
  why: 'In host mode a container listens on the port of the instance itself, so a second copy of the task does not fit on the instance, and a deployment needs another one. Bridge mode with dynamic ports and awsvpc mode have no such limit.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "host",
//               ^^^^^^
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 80 }] }
  ]
}`,
  ],
  good: [
    `{
  "family": "agent",
  "networkMode": "host",
  "containerDefinitions": [{ "name": "app", "image": "agent:5.1", "memory": 128, "portMappings": [] }]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 80 }] }
  ]
}`,
  ],

  *check(task) {
    const [port] = task.ports;
    if (!port || task.effectiveNetworkMode !== 'host') return;
    yield report(
      task.networkMode,
      'In host mode this task takes ports of its instance, so each instance runs one copy of it at most.',
      { related: [{ place: port.mapping.at, message: 'A port that it takes' }] },
    );
  },
});
