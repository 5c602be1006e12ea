import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'ulimit-soft-exceeds-hard',
  category: 'correctness',
  severity: 'error',
  title: 'The soft limit of a ulimit is at most its hard limit',
  why: 'A process may raise its limit from the soft to the hard one. ECS answers: “Soft limit exceeds hard limit for ulimit nofile”. A limit of -1 is none at all.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html',
  bad: [
    ulimit(`"softLimit": 9000,
//                     ^^^^
          "hardLimit": 4096`),
    ulimit(`"softLimit": -1,
//                     ^^
          "hardLimit": 4096`),
  ],
  fixed: [
    ulimit('"softLimit": 4096,\n          "hardLimit": 4096'),
    ulimit('"softLimit": 4096,\n          "hardLimit": 4096'),
  ],
  good: [
    ulimit('"softLimit": 4096, "hardLimit": 4096'),
    ulimit('"softLimit": 4096, "hardLimit": -1'),
    ulimit('"softLimit": -1, "hardLimit": -1'),
    ulimit('"softLimit": 4096, "hardLimit": "${LIMIT}"'),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows) return;
    for (const container of containerDefinitions.items)
      for (const { name, softLimit, hardLimit } of container.ulimits.items) {
        const [soft, hard] = [softLimit.literal, hardLimit.literal];
        if (soft === undefined || hard === undefined || amount(soft) <= amount(hard)) continue;
        yield report(
          softLimit,
          `The soft limit of the ulimit ${nameOf({ name })} in the container ${nameOf(container)} is ${soft === -1 ? 'unlimited' : soft}, above its hard limit of ${hard}. Lower it, or raise the hard limit.`,
          {
            fix: suggestion(`Lower softLimit to ${hard}`, replace(softLimit, hard)),
            related: [{ place: hardLimit, message: `The hard limit of ${hard}` }],
          },
        );
      }
  },
});

function amount(limit: number): number {
  return limit === -1 ? Number.POSITIVE_INFINITY : limit;
}

function ulimit(limits: string): string {
  return example(
    'EC2',
    '',
    `\n      "ulimits": [\n        {\n          "name": "nofile",\n          ${limits}\n        }\n      ],`,
  );
}
