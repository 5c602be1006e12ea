import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'ulimit-duplicate',
  category: 'correctness',
  severity: 'warning',
  title: 'A container has each ulimit once',
  why: 'Of two ulimits with one name only one can hold, and no page of AWS says which.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html',
  bad: [
    example(
      'EC2',
      '',
      `
      "ulimits": [
        { "name": "nofile", "softLimit": 1024, "hardLimit": 4096 },
        { "name": "nofile", "softLimit": 2048, "hardLimit": 8192 }
//                ^^^^^^^^
      ],`,
    ),
  ],
  fixed: [
    example(
      'EC2',
      '',
      `
      "ulimits": [
        { "name": "nofile", "softLimit": 1024, "hardLimit": 4096 }
      ],`,
    ),
  ],
  good: [
    example(
      'EC2',
      '',
      `
      "ulimits": [
        { "name": "nofile", "softLimit": 1024, "hardLimit": 4096 },
        { "name": "nproc", "softLimit": 1024, "hardLimit": 4096 }
      ],`,
    ),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows) return;
    for (const container of containerDefinitions.items) {
      const seen = new Map<string, (typeof container.ulimits.items)[number]['name']>();
      for (const { at, name } of container.ulimits.items) {
        if (name.literal === undefined) continue;
        const first = seen.get(name.literal);
        if (!first) {
          seen.set(name.literal, name);
          continue;
        }
        yield report(
          name,
          `The container ${nameOf(container)} has the ulimit '${name.literal}' twice, and only one can hold. Keep one of them.`,
          {
            fix: suggestion('Remove this ulimit', remove(at)),
            related: [{ place: first, message: `The first ulimit '${name.literal}'` }],
          },
        );
      }
    }
  },
});
