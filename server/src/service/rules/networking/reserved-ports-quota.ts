import { mostReservedPorts, mostTaskPorts } from '../../data/host-ports';
import { mayRunOn } from '../../model/launch-type';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'reserved-ports-quota',
  category: 'networking',
  severity: 'warning',
  title: `A task reserves at most ${mostTaskPorts} ports of its instance`,
  why: `An instance has up to ${mostReservedPorts} reserved ports at a time, its own included. A task with more fixed host ports than that leaves is never placed; dynamic ports do not count.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [example(mostTaskPorts + 1, '\n//    ^^^^^^^^^^^^^^')],
  good: [example(mostTaskPorts)],

  *check(task) {
    if (task.ports.length <= mostTaskPorts || !mayRunOn(task, 'EC2')) return;
    const distinct = new Set<number>();
    const over = task.ports.find(({ host }) => host && distinct.add(host.port).size > mostTaskPorts);
    if (!over) return;
    yield report(
      over.container.portMappings,
      `This task has more than ${mostTaskPorts} fixed host ports, and an instance has only ${mostReservedPorts} reserved ports, its own included. Let it choose ports (hostPort 0), or split the task.`,
    );
  },
});

function example(count: number, carets = ''): string {
  const mappings = Array.from({ length: count }, (_, index) => 2100 + index).map(
    (port) => `{ "containerPort": ${port}, "hostPort": ${port} }`,
  );
  return `{
  "family": "media",
  "networkMode": "bridge",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [${carets}
        ${mappings.join(',\n        ')}
      ]
    }
  ]
}`;
}
