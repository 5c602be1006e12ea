import { nameOf } from '../../model/container';
import { defineRule, report } from '../rule';

const most = 100;

export const rule = defineRule({
  id: 'port-range-count',
  category: 'networking',
  severity: 'error',
  title: `A container maps at most ${most} ranges of ports`,
  why: `ECS refuses a container with more than ${most} ranges. Neighbouring ranges can be joined.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    example(
      most,
      `,
        { "containerPortRange": "9000-9001" }
//      ^`,
    ),
  ],
  good: [example(most, '')],

  *check(task) {
    if (task.ports.length <= most) return;
    for (const container of task.containerDefinitions.items) {
      const ranges = container.portMappings.items.filter(({ containerPortRange }) => containerPortRange.present);
      const over = ranges[most];
      if (!over) continue;
      yield report(
        over.at,
        `Container ${nameOf(container)} maps ${ranges.length} ranges of ports: ECS accepts ${most}. Join some of them.`,
      );
    }
  },
});

function example(ranges: number, more: string): string {
  const mappings = Array.from({ length: ranges }, (_, index) => 2000 + 10 * index).map(
    (first) => `{ "containerPortRange": "${first}-${first + 4}" }`,
  );
  return `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [
        ${mappings.join(',\n        ')}${more}
      ]
    }
  ]
}`;
}
