import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'port-range-network-mode',
  category: 'networking',
  severity: 'error',
  title: 'Ranges of ports are mapped in bridge and awsvpc mode only',
  why: 'ECS takes a range of container ports in the network modes bridge and awsvpc. In host mode a container has all ports of its instance anyway.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "media",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [{ "containerPort": 80 }, { "containerPortRange": "8080-8090" }]
//                                                                      ^^^^^^^^^^^
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    { "name": "app", "image": "media:1.4", "memory": 128, "portMappings": [{ "containerPortRange": "8080-8090" }] }
  ]
}`,
    `{
  "family": "media",
  "networkMode": "\${MODE}",
  "containerDefinitions": [
    { "name": "app", "image": "media:1.4", "memory": 128, "portMappings": [{ "containerPortRange": "8080-8090" }] }
  ]
}`,
  ],
  narrows: ['port-range-overlap', 'port-mapping-conflict'],

  *check(task) {
    const mode = task.effectiveNetworkMode;
    if (mode !== 'host' && mode !== 'none') return;
    for (const { mapping } of task.ports) {
      if (!mapping.containerPortRange.literal) continue;
      yield report(
        mapping.containerPortRange,
        `A range of ports cannot be mapped in ${mode} mode. ${mode === 'host' ? 'Map single ports, or use bridge or awsvpc mode.' : 'Remove it, or use bridge or awsvpc mode.'}`,
        { related: [{ place: task.networkMode, message: 'The network mode' }] },
      );
    }
  },
});
