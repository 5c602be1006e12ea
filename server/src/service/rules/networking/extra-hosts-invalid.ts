import { isIpAddress } from '../../model/ip-address';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'extra-hosts-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'An extra host has a name and an IP address',
  why: 'An extra host becomes a line of the hosts file of the container, which maps a name to an IPv4 or IPv6 address. Names are not resolved there.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostEntry.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "extraHosts": [
        { "hostname": "db", "ipAddress": "db.example.com" },
//      ^
        { "hostname": "cache" },
//      ^
        { "ipAddress": "10.0.0.5" }
//      ^
      ]
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
      "extraHosts": [
        { "hostname": "db", "ipAddress": "10.0.0.5" },
        { "hostname": "cache", "ipAddress": "fd00:ec2::253" },
        { "hostname": "mapped", "ipAddress": "::ffff:10.0.0.5" },
        { "hostname": "queue", "ipAddress": "\${QUEUE_IP}" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const { extraHosts } of task.containerDefinitions.items) {
      for (const { at, hostname, ipAddress } of extraHosts.items) {
        if (at.node?.type !== 'object') continue;
        const missing = [hostname, ipAddress].filter(({ present }) => !present).map(({ name }) => name);
        if (missing.length > 0)
          yield report(
            at,
            `This extra host has no ${missing.join(' and no ')}: ECS requires both a name and an address.`,
          );
        else if (hostname.literal === '') yield report(at, 'This extra host has an empty hostname.');
        else if (ipAddress.literal !== undefined && !isIpAddress(ipAddress.literal))
          yield report(
            at,
            `'${ipAddress.literal}' is no IP address: ipAddress must be an IPv4 or IPv6 address, since names are not resolved here.`,
          );
      }
    }
  },
});
