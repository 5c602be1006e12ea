import { nearest } from '../../model/nearest';
import { defineRule, fix, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'protocol-invalid',
  category: 'networking',
  severity: 'warning',
  title: 'The protocol of a port mapping is tcp or udp',
  why: 'ECS minds upper and lower case, and takes any other value for tcp: what was meant for UDP is mapped for TCP. CloudFormation refuses the template, so there it is an error.',
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
      "portMappings": [
        { "containerPort": 80, "protocol": "TCP" },
//                                         ^^^^^
        { "containerPort": 53, "protocol": "udpx" }
//                                         ^^^^^^
      ]
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
      "portMappings": [{ "containerPort": 80, "protocol": "http" }]
//                                                        ^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "portMappings": [
        { "containerPort": 80, "protocol": "tcp" },
        { "containerPort": 53, "protocol": "udp" }
      ]
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
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }]
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
      "portMappings": [
        { "containerPort": 80 },
        { "containerPort": 81, "protocol": "tcp" },
        { "containerPort": 82, "protocol": "udp" },
        { "containerPort": 83, "protocol": "\${PROTOCOL}" }
      ]
    }
  ]
}`,
  ],

  *check({ ports }, { shape }) {
    for (const { mapping, protocol } of ports) {
      const stated = mapping.protocol.literal;
      if (protocol || stated === undefined) continue;
      const meant = nearest(stated, ['tcp', 'udp']) ?? 'tcp';
      const sameButCase = meant === stated.toLowerCase();
      const refused = shape === 'cloudformation';
      yield report(
        mapping.protocol,
        refused
          ? `'${stated}' is no protocol of a port mapping: CloudFormation accepts 'tcp' and 'udp' only.`
          : `'${stated}' is no protocol of a port mapping, and ECS takes it for tcp. Use 'tcp' or 'udp'.`,
        {
          ...(refused && { severity: 'error' }),
          fix: (sameButCase ? fix : suggestion)(`Change to '${meant}'`, replace(mapping.protocol, meant)),
        },
      );
    }
  },
});
