import { isIpAddress } from '../../model/ip-address';
import { limitRule } from '../limit-rule';
import { defineRule, report } from '../rule';

const domains = limitRule({
  id: 'dns-search-domain-invalid',
  title: 'DNS settings hold domain names and IP addresses',
  why: 'ECS refuses a search domain that is no domain name: letters, digits, dots and hyphens, a letter or digit last. A DNS server is given by its address, because there is nothing yet to resolve its name.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_network',
  at: 'containerDefinitions.dnsSearchDomains',
  message: ({ node }) =>
    `'${node.value}' is no search domain: use letters, digits, dots and hyphens, a letter or digit last.`,
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dnsSearchDomains": ["corp_local."],
//                         ^^^^^^^^^^^^^
      "dnsServers": ["ns1.example.com"]
//                   ^^^^^^^^^^^^^^^^^
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
      "dnsSearchDomains": ["corp.example.com", "\${DOMAIN}"],
      "dnsServers": ["10.0.0.2", "fd00:ec2::253", "\${DNS_SERVER}"]
    }
  ]
}`,
  ],
});

export const rule = defineRule({
  ...domains,

  *check({ containerDefinitions }) {
    for (const { dnsServers } of containerDefinitions.items) {
      for (const server of dnsServers.items) {
        if (server.literal === undefined || isIpAddress(server.literal)) continue;
        yield report(server, `'${server.literal}' is no IP address: a DNS server is given by its address.`);
      }
    }
  },
});
