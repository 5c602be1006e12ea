import type { Fix } from '../../problem';
import { type SchemaFinding, subjectOf } from '../../schema/finding';
import { defineRule, placeOf, replace, report, set, suggestion } from '../rule';

/** Members whose absence has a rule of its own, by the path of the object that lacks them. */
const ownRule: readonly (readonly [RegExp, string])[] = [[/^containerDefinitions\/\d+$/, 'image']];

export const rule = defineRule({
  id: 'required-member-missing',
  category: 'correctness',
  severity: 'error',
  title: 'Objects have the members that ECS requires',
  why: 'The AWS CLI, the SDKs or ECS refuse the task definition when a required member is missing.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [
        {
//      ^
          "value": "arn:aws:s3:::my-bucket/app.env"
        }
      ]
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "extraHosts": [{}]
//                   ^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [
        {
          "value": "arn:aws:s3:::my-bucket/app.env",
          "type": "s3"
        }
      ]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environmentFiles": [{ "type": "s3", "value": "arn:aws:s3:::my-bucket/app.env" }]
    }
  ]
}`,
  ],

  *check(_task, findings) {
    const missing = findings.filter((finding) => finding.keyword === 'required' && !hasOwnRule(finding));
    const first = (finding: SchemaFinding) => missing.find(({ node }) => node === finding.node);
    for (const finding of missing.filter((it) => it === first(it))) {
      const group = missing.filter(({ node }) => node === finding.node);
      const place = placeOf(finding.node);
      const names = group.map(({ member }) => `'${member}'`).join(' and ');
      yield report(
        place,
        `${names} ${group.length === 1 ? 'is' : 'are'} missing in ${subjectOf(finding)}: ECS requires ${group.length === 1 ? 'it' : 'them'}.`,
        insert(group),
      );
    }
  },
});

/** Fills an empty object; one that holds something already gets its first missing member. */
function insert(group: readonly SchemaFinding[]): { readonly fix?: Fix } {
  const [first] = group;
  const samples = group.flatMap(({ member, sample }) =>
    member === undefined || sample === undefined ? [] : [[member, sample] as const],
  );
  const [sample] = samples;
  if (!first || !sample) return {};
  const place = placeOf(first.node);
  if (first.node.children?.length === 0 && samples.length === group.length)
    return { fix: suggestion('Insert what is missing', replace(place, Object.fromEntries(samples))) };
  return { fix: suggestion(`Insert '${sample[0]}'`, set(place, ...sample)) };
}

function hasOwnRule({ path, member }: SchemaFinding): boolean {
  return ownRule.some(([object, name]) => name === member && object.test(path.join('/')));
}
