import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'host-mode-host-port-mismatch',
  category: 'networking',
  severity: 'error',
  title: 'In host mode the host port equals the container port',
  why: 'In host mode a container uses the network of its instance directly, so ports are not mapped. ECS refuses a host port that differs from the container port.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 80 }]
//                                                          ^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 8080 }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 8080 }, { "containerPort": 8081 }]
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 80 }]
    }
  ]
}`,
  ],

  *check(task) {
    if (task.effectiveNetworkMode !== 'host') return;
    for (const { mapping } of task.ports) {
      const { containerPort, hostPort } = mapping;
      if (!hostPort.literal || containerPort.literal === undefined) continue;
      if (hostPort.literal === containerPort.literal) continue;
      yield report(
        hostPort,
        `Host port ${hostPort.literal} differs from container port ${containerPort.literal}. In host mode ports are not mapped: give both the port that the container listens on.`,
        {
          fix: suggestion(`Change to ${containerPort.literal}`, replace(hostPort, containerPort.literal)),
          related: [{ place: containerPort, message: 'The container listens on this port' }],
        },
      );
    }
  },
});
