import type { SchemaFinding } from '../../schema/finding';
import { type LimitRow, limitRule } from '../limit-rule';
import { defineRules, placeOf, replace, suggestion } from '../rule';

const source = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html';

const rows: readonly LimitRow[] = [
  {
    id: 'host-port-invalid',
    category: 'networking',
    title: 'A host port is a port',
    why: 'ECS refuses a host port outside 0 to 65535; 0 stands for any free port of the instance.',
    source,
    at: 'containerDefinitions.portMappings.hostPort',
    message: ({ node }) =>
      `${node.value} is no port: the host port must be a number from 1 to 65535, or 0 for any free one.`,
    narrows: ['awsvpc-host-port-mismatch', 'host-mode-host-port-mismatch'],
    bad: [
      `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80, "hostPort": 70000 }, { "containerPort": 81, "hostPort": -1 }]
//                                                        ^^^^^                                       ^^
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
      "portMappings": [{ "containerPort": 80, "hostPort": 0 }, { "containerPort": 81, "hostPort": 65535 }]
    }
  ]
}`,
    ],
  },
  {
    id: 'port-mapping-name-invalid',
    category: 'networking',
    title: 'Names of port mappings are in lower case',
    why: 'Service Connect and VPC Lattice find a port by this name. ECS refuses one with other characters than lower-case letters, digits, underscores and hyphens, one that begins with a hyphen, and one of more than 64 characters.',
    source,
    at: 'containerDefinitions.portMappings.name',
    message: ({ node, limit }) => `'${node.value}' cannot be the name of a port mapping. ${limit ?? ''}`.trimEnd(),
    fix: lowerCase,
    bad: [
      `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80, "name": "Web" }]
//                                                    ^^^^^
    }
  ]
}`,
      `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80, "name": "-http" }, { "containerPort": 81, "name": "web.admin" }]
//                                                    ^^^^^^^                                   ^^^^^^^^^^^
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
      "portMappings": [{ "containerPort": 80, "name": "web" }]
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
      "portMappings": [{ "containerPort": 80, "name": "_web-1" }, { "containerPort": 81, "name": "\${NAME}" }]
    }
  ]
}`,
    ],
  },
];

export const rules = defineRules(rows, limitRule);

/** Offered only where case is all that is wrong; services may use the name, so it is for the user to decide. */
function lowerCase({ node }: SchemaFinding) {
  const name = node.type === 'string' ? node.value.toLowerCase() : '';
  if (!/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name)) return undefined;
  return suggestion(`Change to '${name}'`, replace(placeOf(node), name));
}
