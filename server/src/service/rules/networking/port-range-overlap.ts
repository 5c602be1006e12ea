import { type Container, nameOf } from '../../model/container';
import { hasKnownPorts, type KnownPorts, overlaps } from '../../model/ports';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'port-range-overlap',
  category: 'networking',
  severity: 'error',
  title: 'Ranges of ports do not overlap',
  why: 'A port belongs to one mapping of its container, and in awsvpc mode to one of the whole task, whose containers share a network. ECS refuses ranges that overlap each other or hold the port of another mapping.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "media",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [
        { "containerPortRange": "8080-8090" },
        { "containerPortRange": "8085-8095" }
//                              ^^^^^^^^^^^
      ]
    }
  ]
}`,
    `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    { "name": "app", "image": "media:1.4", "memory": 128, "portMappings": [{ "containerPort": 8085 }] },
    { "name": "rtp", "image": "media:1.4", "memory": 128, "portMappings": [{ "containerPortRange": "8080-8090" }] }
//                                                                                                 ^^^^^^^^^^^
  ]
}`,
  ],
  good: [
    `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [
        { "containerPortRange": "8080-8090" },
        { "containerPortRange": "8091-8095" },
        { "containerPortRange": "8080-8090", "protocol": "udp" }
      ]
    }
  ]
}`,
    `{
  "family": "media",
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "app", "image": "media:1.4", "memory": 128, "portMappings": [{ "containerPortRange": "8080-8090" }] },
    { "name": "rtp", "image": "media:1.4", "memory": 128, "portMappings": [{ "containerPortRange": "8080-8090" }] }
  ]
}`,
  ],
  narrows: ['port-mapping-conflict'],

  *check(task) {
    if (!task.ports.some(({ ports }) => ports?.isRange)) return;
    for (const ports of sharedBy(task)) {
      for (const [later, earlier] of overlaps(ports)) {
        if (!later.ports.isRange && !earlier.ports.isRange) continue;
        yield report(
          later.ports.place,
          `${spelled(later)} overlaps ${spelled(earlier)} of container ${nameOf(earlier.container)}. Give each ${later.protocol.toUpperCase()} port to one mapping.`,
          { related: [{ place: earlier.ports.place, message: 'The other mapping' }] },
        );
      }
    }
  },
});

/** The mappings that must not overlap: all of the task in awsvpc mode, else those of each container. */
function sharedBy(task: TaskDefinition): readonly (readonly KnownPorts[])[] {
  const known = task.ports.filter(hasKnownPorts);
  if (task.onlyNetworkMode === 'awsvpc') return [known];
  const byContainer = new Map<Container, KnownPorts[]>();
  for (const port of known) {
    const others = byContainer.get(port.container);
    if (others) others.push(port);
    else byContainer.set(port.container, [port]);
  }
  return [...byContainer.values()];
}

function spelled({ ports: { first, last, isRange } }: KnownPorts): string {
  return isRange ? `'${first}-${last}'` : `Port ${first}`;
}
