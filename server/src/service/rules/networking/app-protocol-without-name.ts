import type { MappedPort } from '../../model/ports';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'app-protocol-without-name',
  category: 'networking',
  severity: 'warning',
  title: 'A port mapping with an application protocol has a name',
  why: 'Only Service Connect looks at the application protocol, and it finds a port by the name of its mapping. Without a name the protocol has no effect.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [{ "containerPort": 80, "appProtocol": "http" }]
//                                                           ^^^^^^
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
      "portMappings": [{ "containerPort": 80, "appProtocol": "http", "name": "http-80" }]
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
        { "containerPort": 80, "appProtocol": "http", "name": "http" },
        { "containerPort": 81, "appProtocol": "http", "name": "\${NAME}" },
        { "containerPort": 82, "name": "admin" }
      ]
    }
  ]
}`,
  ],

  *check({ ports }) {
    for (const port of ports) {
      const { appProtocol, name } = port.mapping;
      if (!appProtocol.literal || name.present) continue;
      yield report(
        appProtocol,
        `The application protocol ${appProtocol.literal} has no effect: only Service Connect uses it, and it needs a name for the port.`,
        nameIt(port),
      );
    }
  },
});

function nameIt({ mapping, ports }: MappedPort) {
  const name = ports && !ports.isRange && `${mapping.appProtocol.literal}-${ports.first}`;
  return name ? { fix: suggestion(`Name it '${name}'`, set(mapping.at, 'name', name)) } : {};
}
