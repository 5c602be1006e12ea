import { nameOf } from '../../model/container';
import type { MappedPort } from '../../model/ports';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'host-port-conflict',
  category: 'networking',
  severity: 'error',
  title: 'A port of the instance is mapped once',
  why: 'In bridge mode two mappings of a task cannot have the same port of the instance: nothing but one of them can be bound to it, so the task is refused or never placed.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 80 }]
    },
    {
      "name": "admin",
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
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 80 }]
    },
    {
      "name": "admin",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "hostPort": 0 }]
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
      "portMappings": [
        { "containerPort": 80, "hostPort": 0 },
        { "containerPort": 81, "hostPort": 0 },
        { "containerPort": 82, "hostPort": 5353 },
        { "containerPort": 83, "hostPort": 5353, "protocol": "udp" }
      ]
    }
  ]
}`,
  ],
  narrows: ['reserved-host-port', 'ephemeral-host-port', 'public-database-port', 'static-host-port'],

  *check(task) {
    if (task.effectiveNetworkMode !== 'bridge') return;
    const first = new Map<string, MappedPort>();
    for (const port of task.ports) {
      const { host, protocol } = port;
      if (!host || !protocol) continue;
      const key = `${protocol} ${host.port}`;
      const other = first.get(key);
      if (!other) first.set(key, port);
      else
        yield report(
          host.place,
          `${protocol.toUpperCase()} port ${host.port} of the instance is already mapped by container ${nameOf(other.container)}. Use another one, or 0 for any free port.`,
          {
            fix: suggestion('Change to 0, any free port', replace(host.place, 0)),
            related: [{ place: other.mapping.hostPort, message: `Container ${nameOf(other.container)} maps it here` }],
          },
        );
    }
  },
});
