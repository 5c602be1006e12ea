import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'none-mode-port-mappings',
  category: 'networking',
  severity: 'error',
  title: 'A task without a network maps no ports',
  why: 'In the network mode none the containers have no connection to the outside, and ECS does not let them map ports.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "batch",
  "networkMode": "none",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "busybox:1.36",
      "memory": 128,
      "portMappings": [{ "containerPort": 80 }]
//    ^^^^^^^^^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "batch",
  "networkMode": "none",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "busybox:1.36",
      "memory": 128
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "batch",
  "networkMode": "none",
  "containerDefinitions": [{ "name": "app", "image": "busybox:1.36", "memory": 128, "portMappings": [] }]
}`,
    `{
  "family": "batch",
  "networkMode": "host",
  "containerDefinitions": [
    { "name": "app", "image": "busybox:1.36", "memory": 128, "portMappings": [{ "containerPort": 80 }] }
  ]
}`,
  ],

  *check(task) {
    if (task.effectiveNetworkMode !== 'none') return;
    for (const { portMappings } of task.containerDefinitions.items) {
      if (portMappings.items.length === 0) continue;
      yield report(
        portMappings,
        'Ports cannot be mapped in the network mode none: the containers have no network. Remove the mappings, or choose another mode.',
        {
          fix: suggestion('Remove portMappings', remove(portMappings)),
          related: [{ place: task.networkMode, message: 'The network mode' }],
        },
      );
    }
  },
});
