import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'app-protocol-udp',
  category: 'networking',
  severity: 'error',
  title: 'Service Connect carries TCP only',
  why: 'An application protocol is for the proxy of Service Connect, which takes TCP ports only: all of http, http2 and grpc run over TCP.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
  bad: [
    `{
  "family": "dns",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "dns:2.1",
      "memory": 128,
      "portMappings": [{ "containerPort": 53, "protocol": "udp", "name": "dns", "appProtocol": "http" }]
//                                                        ^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "dns",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "dns:2.1",
      "memory": 128,
      "portMappings": [{ "containerPort": 53, "protocol": "tcp", "name": "dns", "appProtocol": "http" }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "dns",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "dns:2.1",
      "memory": 128,
      "portMappings": [
        { "containerPort": 53, "protocol": "udp", "name": "dns" },
        { "containerPort": 80, "protocol": "tcp", "name": "http", "appProtocol": "http" }
      ]
    }
  ]
}`,
  ],

  *check({ ports }) {
    for (const { mapping, protocol } of ports) {
      if (protocol !== 'udp' || !mapping.appProtocol.literal) continue;
      yield report(
        mapping.protocol,
        `${mapping.appProtocol.literal} runs over TCP, and Service Connect takes no UDP port. Change the protocol to tcp, or remove appProtocol.`,
        {
          fix: suggestion("Change to 'tcp'", replace(mapping.protocol, 'tcp')),
          related: [{ place: mapping.appProtocol, message: 'The application protocol' }],
        },
      );
    }
  },
});
