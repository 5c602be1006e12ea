import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'port-range-and-single-port',
  category: 'networking',
  severity: 'error',
  title: 'A port mapping has a range of ports or a single one',
  why: 'ECS refuses a mapping that has both. The host ports of a range follow from the range, so it has no host port either.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "media",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [
        { "containerPortRange": "8000-8010", "containerPort": 8000 },
//                                                            ^^^^
        { "containerPortRange": "9000-9010", "hostPort": 9000 }
//                                                       ^^^^
      ]
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "media",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [
        { "containerPortRange": "8000-8010" },
        { "containerPortRange": "9000-9010" }
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "media",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [{ "containerPortRange": "8000-8010", "protocol": "udp" }, { "containerPort": 80, "hostPort": 80 }]
    }
  ]
}`,
  ],

  *check(task) {
    for (const { mapping } of task.ports) {
      const { containerPort, containerPortRange, hostPort } = mapping;
      if (!containerPortRange.literal) continue;
      const single = [containerPort, hostPort].filter(({ literal }) => literal);
      const [first] = single;
      if (!first) continue;
      const names = single.map(({ name }) => name).join(' and ');
      yield report(
        first,
        `A mapping with containerPortRange has no ${first.name}. Remove it here, and give a single port a mapping of its own.`,
        {
          fix: suggestion(`Remove ${names}`, ...single.map(remove)),
          related: [{ place: containerPortRange, message: 'The range' }],
        },
      );
    }
  },
});
