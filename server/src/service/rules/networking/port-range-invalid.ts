import { isPort, parsePortRange } from '../../model/ports';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'port-range-invalid',
  category: 'networking',
  severity: 'error',
  title: 'A range of ports goes from a lower to a higher port',
  why: 'ECS refuses a range that is not written as first-last, whose ports are not between 1 and 65535, or whose first port is not below the last.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  bad: [
    `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [{ "containerPortRange": "9000-8000" }]
//                                             ^^^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [
        { "containerPortRange": "8080" },
//                              ^^^^^^
        { "containerPortRange": "8080-8080" },
//                              ^^^^^^^^^^^
        { "containerPortRange": "65000-66000" }
//                              ^^^^^^^^^^^^^
      ]
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [{ "containerPortRange": "8000-9000" }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "media",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "media:1.4",
      "memory": 128,
      "portMappings": [{ "containerPortRange": "1-2" }, { "containerPortRange": "\${FIRST}-\${LAST}" }]
    }
  ]
}`,
  ],
  narrows: ['invalid-value'],

  *check(task) {
    for (const { mapping } of task.ports) {
      const { containerPortRange } = mapping;
      const text = containerPortRange.literal;
      if (text === undefined) continue;
      const range = parsePortRange(text);
      if (!range) {
        yield report(
          containerPortRange,
          `'${text}' is no range of ports: write the first and the last one with a hyphen between, such as '8080-8090'.`,
        );
      } else if (!isPort(range.first) || !isPort(range.last)) {
        yield report(containerPortRange, `The ports of '${text}' must be from 1 to 65535.`);
      } else if (range.first >= range.last) {
        const swapped = `${range.last}-${range.first}`;
        yield report(
          containerPortRange,
          range.first === range.last
            ? `'${text}' is a single port: use containerPort, or a range of several.`
            : `'${text}' runs backwards: the first port must be below the last.`,
          range.first === range.last
            ? {}
            : { fix: fix(`Change to '${swapped}'`, replace(containerPortRange, swapped)) },
        );
      }
    }
  },
});
