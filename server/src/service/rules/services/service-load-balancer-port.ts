import { isKnown, named } from '../../model/known';
import { nearest } from '../../model/nearest';
import type { PortRange } from '../../model/ports';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, replace, report, suggestion } from '../rule';

const balancer = (port: string) =>
  serviceExample(`"loadBalancers": [
  {
    "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef",
    "containerName": "app",
    "containerPort": ${port}
  }
]`);

export const rule = defineRule({
  id: 'service-load-balancer-port',
  category: 'networking',
  severity: 'error',
  title: 'A load balancer of a service sends to a port that its container maps',
  why: 'CreateService and UpdateService refuse a port that the port mappings of the container do not have. ECS answers: “The container web did not have a container port 81 defined.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  about: 'request',
  beside: taskExample('', ', "portMappings": [{ "containerPort": 80 }]'),
  bad: [
    balancer(`81
                     ^^`),
  ],
  fixed: [balancer('80')],
  good: [
    balancer('80'),
    balancer('"${PORT}"'),
    serviceExample('"loadBalancers": [{ "containerName": "elsewhere", "containerPort": 81 }]'),
    `{ "serviceName": "other", "taskDefinition": "unknown-here", "loadBalancers": [{ "containerName": "app", "containerPort": 81 }] }`,
  ],

  *checkRequest({ loadBalancers }, { task }) {
    if (!task) return;
    for (const { containerName, containerPort } of loadBalancers.items) {
      const container = named(task.containerDefinitions, containerName.literal);
      const port = containerPort.literal;
      if (!container || port === undefined || !isKnown(container.portMappings)) continue;
      const mapped = task.ports.filter((it) => it.container === container).map(({ ports }) => ports);
      if (mapped.some((ports) => !ports || (ports.first <= port && port <= ports.last))) continue;
      const known = mapped.flatMap((ports) => ports ?? []);
      const meant = portMeant(port, known);
      yield report(
        containerPort,
        `The container '${containerName.literal}' has no container port ${port}. ${known.length === 0 ? 'It has no port mappings: add one.' : `It has ${known.map(written).join(', ')}.`}`,
        {
          ...(meant !== undefined && { fix: suggestion(`Change to ${meant}`, replace(containerPort, meant)) }),
          related: [
            {
              place: container.portMappings,
              message: `The port mappings of '${containerName.literal}'.`,
              elsewhere: true,
            },
          ],
        },
      );
    }
  },
});

function portMeant(port: number, known: readonly PortRange[]): number | undefined {
  const single = known.filter(({ first, last }) => first === last).map(({ first }) => first);
  if (known.length === 1) return single[0];
  const meant = nearest(String(port), single.map(String));
  return meant === undefined ? undefined : Number(meant);
}

function written({ first, last }: PortRange): string {
  return first === last ? String(first) : `${first}-${last}`;
}
