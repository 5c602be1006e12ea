import { type Container, nameOf, type PortMapping } from '../../model/container';
import type { Place } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, type Report, report } from '../rule';

export const rule = defineRule({
  id: 'port-mapping-conflict',
  category: 'networking',
  severity: 'error',
  title: 'A port is used by one container only',
  why: 'In awsvpc and host mode all containers of a task share one network, so two of them cannot listen on the same port. ECS refuses the definition.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 8080 }] },
    { "name": "admin", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 8080 }] }
//                                                                                               ^^^^
  ]
}`,
    `{
  "family": "media",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [
        { "containerPort": 8085, "protocol": "udp" },
        { "containerPortRange": "8080-8090", "protocol": "udp" }
//                              ^^^^^^^^^^^
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "dns",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 53, "protocol": "tcp" }] },
    { "name": "udp", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 53, "protocol": "udp" }] }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 8080 }] },
    { "name": "admin", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 8080 }] }
  ]
}`,
  ],

  *check(task) {
    const mode = task.effectiveNetworkMode;
    if (mode !== 'awsvpc' && mode !== 'host') return;
    const uses = usesOf(task);
    for (const protocol of ['tcp', 'udp'] as const) {
      for (const [later, earlier] of overlaps(uses.filter((use) => use.protocol === protocol))) {
        yield conflict(later, earlier, mode);
      }
    }
  },
});

/** The ports that one mapping takes, both ends included. */
interface Use {
  readonly index: number;
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
  readonly place: Place;
  readonly container: Container;
}

function usesOf({ containerDefinitions }: TaskDefinition): readonly Use[] {
  const mappings = containerDefinitions.items.flatMap((container) =>
    container.portMappings.items.map((mapping) => ({ container, mapping })),
  );
  return mappings.flatMap(({ container, mapping }, index) => {
    const protocol = mapping.protocol.present ? mapping.protocol.literal : 'tcp';
    const ports = portsOf(mapping);
    return ports && protocol ? [{ index, protocol, container, ...ports }] : [];
  });
}

function portsOf({
  containerPort,
  containerPortRange,
}: PortMapping): Pick<Use, 'first' | 'last' | 'place'> | undefined {
  if (containerPort.literal !== undefined)
    return { first: containerPort.literal, last: containerPort.literal, place: containerPort };
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(containerPortRange.literal ?? '') ?? [];
  return first && last ? { first: Number(first), last: Number(last), place: containerPortRange } : undefined;
}

/** Each mapping that takes a port of an earlier one. A sweep over the ports: never all pairs. */
function overlaps(uses: readonly Use[]): ReadonlyMap<Use, Use> {
  const found = new Map<Use, Use>();
  const byPort = uses.toSorted((a, b) => a.first - b.first || a.index - b.index);
  byPort.reduce<Use | undefined>((widest, use) => {
    if (!widest || use.first > widest.last) return use;
    if (use.index > widest.index) found.set(use, widest);
    else found.set(widest, use);
    return use.last > widest.last ? use : widest;
  }, undefined);
  return found;
}

function conflict(later: Use, earlier: Use, mode: string): Report {
  const port = Math.max(later.first, earlier.first);
  const taken = `${later.protocol.toUpperCase()} port ${port} is already taken by container ${nameOf(earlier.container)}`;
  return report(
    later.place,
    later.container === earlier.container
      ? `${taken}, in another of its mappings. Remove one of them.`
      : `${taken}. In ${mode} mode the containers of a task share one network: let one of them listen on another port.`,
    { related: [{ place: earlier.place, message: `Container ${nameOf(earlier.container)} takes it here` }] },
  );
}
