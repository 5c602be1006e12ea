import { defineRule, fix, remove, report } from '../rule';

export const rule = defineRule({
  id: 'host-port-redundant',
  category: 'style',
  severity: 'hint',
  title: 'A host port in awsvpc mode is left out',
  why: 'In awsvpc mode the host port is always the container port. Written down it says nothing, and must be changed with the other.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80, "hostPort": 80, "protocol": "tcp" }]
//                                                        ^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }]
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
      "portMappings": [{ "containerPort": 80, "hostPort": 80 }]
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80 }]
    }
  ]
}`,
  ],

  *check(task) {
    if (task.effectiveNetworkMode !== 'awsvpc') return;
    for (const { mapping } of task.ports) {
      const { containerPort, hostPort } = mapping;
      if (!hostPort.literal || hostPort.literal !== containerPort.literal) continue;
      yield report(hostPort, 'In awsvpc mode the host port is the container port anyway: leave hostPort out.', {
        fix: fix('Remove hostPort', remove(hostPort)),
      });
    }
  },
});
