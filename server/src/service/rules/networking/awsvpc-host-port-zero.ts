import { defineRule, fix, remove, report } from '../rule';

export const rule = defineRule({
  id: 'awsvpc-host-port-zero',
  category: 'networking',
  severity: 'warning',
  title: 'Only bridge mode lets the instance choose a host port',
  why: 'A host port of 0 asks for any free port of the instance. In awsvpc and host mode ports are not mapped, so there is nothing to choose: ECS may refuse the definition. Leave the host port out.',
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
      "portMappings": [{ "containerPort": 8080, "hostPort": 0 }]
//                                                          ^
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 0, "protocol": "udp" }]
//                                                          ^
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
      "portMappings": [{ "containerPort": 8080 }]
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "protocol": "udp" }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 0 }]
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
      "portMappings": [{ "containerPort": 8080 }]
    }
  ]
}`,
  ],

  *check(task) {
    const mode = task.onlyNetworkMode;
    if (mode !== 'awsvpc' && mode !== 'host') return;
    for (const { mapping } of task.ports) {
      const { hostPort } = mapping;
      if (hostPort.literal !== 0) continue;
      yield report(hostPort, `A dynamic host port (0) does not exist in ${mode} mode. Leave hostPort out.`, {
        fix: fix('Remove hostPort', remove(hostPort)),
      });
    }
  },
});
