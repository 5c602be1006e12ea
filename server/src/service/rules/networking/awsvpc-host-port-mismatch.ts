import { defineRule, fix, remove, report } from '../rule';

export const rule = defineRule({
  id: 'awsvpc-host-port-mismatch',
  category: 'networking',
  severity: 'error',
  title: 'In awsvpc mode the host port equals the container port',
  why: 'With awsvpc the task has a network interface of its own, so ports are not mapped: a container is reached at the port it listens on. ECS refuses a host port that says otherwise; leave it out.',
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
      "portMappings": [
        {
          "containerPort": 8080,
          "hostPort": 80
//                    ^^
        }
      ]
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
      "portMappings": [
        {
          "containerPort": 8080
        }
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80 }, { "containerPort": 81, "hostPort": 81 }]
    }
  ]
}`,
    `{
  "family": "web",
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
    if (task.onlyNetworkMode !== 'awsvpc') return;
    for (const { mapping } of task.ports) {
      const { containerPort, hostPort } = mapping;
      if (!hostPort.literal || containerPort.literal === undefined) continue;
      if (hostPort.literal === containerPort.literal) continue;
      yield report(
        hostPort,
        `Host port ${hostPort.literal} differs from container port ${containerPort.literal}. In awsvpc mode ports are not mapped: leave hostPort out, or make both the same.`,
        {
          fix: fix('Remove hostPort', remove(hostPort)),
          related: [{ place: containerPort, message: 'The container listens on this port' }],
        },
      );
    }
  },
});
