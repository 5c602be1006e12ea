import { nameOf } from '../../model/container';
import { hasKnownPorts, type KnownPorts, overlaps } from '../../model/ports';
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
  "family": "dns",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "dns:2.1",
      "memory": 128,
      "portMappings": [
        { "containerPort": 53, "protocol": "udp" },
        { "containerPort": 53, "protocol": "udp" }
//                         ^^
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
    const mode = task.onlyNetworkMode;
    if (mode !== 'awsvpc' && mode !== 'host') return;
    for (const [later, earlier] of overlaps(task.ports.filter(hasKnownPorts))) yield conflict(later, earlier, mode);
  },
});

function conflict(later: KnownPorts, earlier: KnownPorts, mode: string): Report {
  const port = Math.max(later.ports.first, earlier.ports.first);
  const taken = `${later.protocol.toUpperCase()} port ${port} is already taken by container ${nameOf(earlier.container)}`;
  return report(
    later.ports.place,
    later.container === earlier.container
      ? `${taken}, in another of its mappings. Remove one of them.`
      : `${taken}. In ${mode} mode the containers of a task share one network: let one of them listen on another port.`,
    { related: [{ place: earlier.ports.place, message: `Container ${nameOf(earlier.container)} takes it here` }] },
  );
}
