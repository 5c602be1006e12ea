import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'ulimit-incomplete',
  category: 'correctness',
  severity: 'error',
  title: 'A ulimit has a name, a soft and a hard limit',
  why: 'The AWS CLI and the SDKs refuse a ulimit that lacks one of them, before they call ECS.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html',
  narrows: ['required-member-missing'],
  bad: [
    example('EC2', '', '\n      "ulimits": [{ "name": "nofile", "softLimit": 4096 }],\n//                ^'),
    example('EC2', '', '\n      "ulimits": [{ "softLimit": 4096 }],\n//                ^'),
  ],
  fixed: [example('EC2', '', '\n      "ulimits": [{ "name": "nofile", "softLimit": 4096, "hardLimit": 4096 }],')],
  good: [
    example('EC2', '', '\n      "ulimits": [{ "name": "nofile", "softLimit": 4096, "hardLimit": 4096 }],'),
    example('EC2', '', '\n      "ulimits": ["${ULIMIT}"],'),
  ],

  *check({ containerDefinitions }) {
    for (const { ulimits } of containerDefinitions.items)
      for (const { at, name, softLimit, hardLimit } of ulimits.items) {
        if (at.node?.type !== 'object') continue;
        const missing = [name, softLimit, hardLimit].filter(({ present }) => !present);
        if (missing.length === 0) continue;
        const other = softLimit.literal ?? hardLimit.literal;
        const [limit] = missing;
        yield report(
          at,
          `This ulimit lacks ${missing.map((member) => `'${member.name}'`).join(' and ')}: ECS requires a name, a soft and a hard limit.`,
          missing.length === 1 && limit && limit.name !== 'name' && other !== undefined
            ? { fix: suggestion(`Insert "${limit.name}": ${other}`, set(at, limit.name, other)) }
            : {},
        );
      }
  },
});
