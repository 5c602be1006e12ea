import { nameOf } from '../../model/container';
import { freeName } from '../../model/free-name';
import type { MappedPort } from '../../model/ports';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'port-mapping-name-duplicate',
  category: 'networking',
  severity: 'error',
  title: 'Each port mapping of a task has a name of its own',
  why: 'Service Connect and VPC Lattice find a port of the task by this name alone. ECS refuses a name that is used twice.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8080, "name": "http" }]
    },
    {
      "name": "admin",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8081, "name": "http" }, { "containerPort": 8082, "name": "http" }]
//                                                      ^^^^^^                                     ^^^^^^
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
      "portMappings": [{ "containerPort": 8080, "name": "http" }]
    },
    {
      "name": "admin",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 8081, "name": "http-2" }, { "containerPort": 8082, "name": "http-3" }]
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
      "portMappings": [
        { "containerPort": 8080, "name": "http" },
        { "containerPort": 8081, "name": "admin" },
        { "containerPort": 8082, "name": "\${NAME}" },
        { "containerPort": 8083, "name": "\${NAME}" },
        { "containerPort": 8084 },
        { "containerPort": 8085 }
      ]
    }
  ]
}`,
  ],

  *check({ ports }) {
    const first = new Map<string, MappedPort>();
    const next = new Map<string, number>();
    const taken = new Set(ports.map(({ mapping }) => mapping.name.literal));
    for (const port of ports) {
      const { name } = port.mapping;
      if (!name.literal) continue;
      const other = first.get(name.literal);
      if (!other) {
        first.set(name.literal, port);
        continue;
      }
      const free = freeName(name.literal, next.get(name.literal) ?? 2, taken);
      next.set(name.literal, Number(free.slice(name.literal.length + 1)) + 1);
      yield report(
        name,
        `The name '${name.literal}' is already that of a port mapping of container ${nameOf(other.container)}. Give this one another name.`,
        {
          ...(free.length <= 64 && { fix: suggestion(`Change to '${free}'`, replace(name, free)) }),
          related: [{ place: other.mapping.name, message: 'The first mapping with this name' }],
        },
      );
    }
  },
});
