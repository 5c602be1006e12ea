import { nameOf } from '../../model/container';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'disable-networking-with-ports',
  category: 'networking',
  severity: 'warning',
  title: 'A container without a network has no ports and links',
  why: 'With disableNetworking a container cannot be reached and reaches nothing, so its port mappings and links have no effect.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "disableNetworking": true,
//                         ^^^^
      "portMappings": [{ "containerPort": 80 }]
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
      "portMappings": [{ "containerPort": 80 }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "disableNetworking": true, "portMappings": [], "links": [] },
    {
      "name": "web",
      "image": "nginx:1.27",
      "memory": 128,
      "disableNetworking": false,
      "portMappings": [{ "containerPort": 80 }]
    }
  ]
}`,
  ],

  *check(task) {
    if (task.effectiveNetworkMode !== 'bridge') return;
    for (const container of task.containerDefinitions.items) {
      const { disableNetworking, portMappings, links } = container;
      if (disableNetworking.literal !== true) continue;
      const useless = [portMappings, links].filter(({ items }) => items.length > 0);
      if (useless.length === 0) continue;
      yield report(
        disableNetworking,
        `Container ${nameOf(container)} has no network, so its ${useless.map(({ name }) => name).join(' and ')} have no effect. Remove disableNetworking, or what needs a network.`,
        {
          fix: suggestion('Remove disableNetworking', remove(disableNetworking)),
          related: useless.map((place) => ({ place, message: 'This needs a network' })),
        },
      );
    }
  },
});
