import { nameOf } from '../../model/container';
import { isPort } from '../../model/ports';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'container-port-invalid',
  category: 'networking',
  severity: 'error',
  title: 'A port mapping says which port of the container it maps',
  why: 'ECS refuses a mapping without a container port between 1 and 65535 or a range of them.',
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
      "portMappings": [{ "hostPort": 80 }, { "containerPort": 80800 }]
//                     ^                                      ^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "portMappings": [{ "containerPort": 0 }] }
//                                                                                             ^
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
        { "containerPort": 1 },
        { "containerPort": 65535 },
        { "containerPortRange": "8000-8010" },
        { "containerPort": "\${PORT}" }
      ]
    }
  ]
}`,
  ],
  narrows: ['invalid-value'],

  *check(task) {
    for (const { container, mapping } of task.ports) {
      const { containerPort, containerPortRange, at } = mapping;
      if (containerPort.literal !== undefined) {
        if (!Number.isInteger(containerPort.literal) || isPort(containerPort.literal)) continue;
        yield report(
          containerPort,
          `${containerPort.literal} is no port: the container port must be a number from 1 to 65535.`,
        );
      } else if (at.node?.type === 'object' && !containerPort.present && !containerPortRange.present) {
        yield report(
          at,
          `This mapping of container ${nameOf(container)} has no container port. Set containerPort to the port that the container listens on.`,
        );
      }
    }
  },
});
