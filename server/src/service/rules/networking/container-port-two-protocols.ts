import type { Container } from '../../model/container';
import type { MappedPort } from '../../model/ports';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'container-port-two-protocols',
  category: 'networking',
  severity: 'error',
  title: 'A container maps a port for one protocol',
  why: 'The API reference says that a container cannot expose one port for TCP and UDP. In practice ECS registers such a definition, but refuses a service whose load balancer uses the port, because it is in more than one mapping. Therefore this is a warning.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "dns",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "dns:2.1",
      "memory": 128,
      "portMappings": [
        { "containerPort": 53, "protocol": "tcp" },
        { "containerPort": 53, "protocol": "udp" }
//      ^
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "dns",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "dns:2.1",
      "memory": 128,
      "portMappings": [
        { "containerPort": 53, "protocol": "udp" },
        { "containerPort": 8080 },
        { "containerPort": 53, "protocol": "\${PROTOCOL}" }
      ]
    },
    { "name": "tcp", "image": "dns:2.1", "memory": 128, "portMappings": [{ "containerPort": 53 }] }
  ]
}`,
  ],

  *check(task) {
    const first = new Map<Container, Map<number, MappedPort>>();
    for (const port of task.ports) {
      const { container, mapping, protocol, ports } = port;
      if (!protocol || !ports || ports.isRange) continue;
      const seen = first.get(container) ?? new Map<number, MappedPort>();
      first.set(container, seen);
      const other = seen.get(ports.first);
      if (!other) seen.set(ports.first, port);
      if (!other || other.protocol === protocol) continue;
      yield report(
        mapping.at,
        `Port ${ports.first} is mapped for TCP and for UDP. AWS documents one protocol for each port of a container: a service cannot put this port behind a load balancer.`,
        { severity: 'warning', related: [{ place: other.mapping.at, message: 'The mapping for the other protocol' }] },
      );
    }
  },
});
