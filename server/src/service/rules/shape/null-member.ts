import { subjectOf } from '../../schema/finding';
import { defineRule, fix, placeOf, remove, report } from '../rule';

export const rule = defineRule({
  id: 'null-member',
  category: 'style',
  severity: 'warning',
  title: 'A member that is not set is absent rather than null',
  why: 'Some tools write null for what is not set. The AWS CLI and the SDKs for Python refuse it: they want a value of the right type, or no member.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  narrows: ['invalid-type'],
  bad: [
    `{
  "family": "web",
  "pidMode": null,
//           ^^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "links": null
//             ^^^^
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
      "memory": 128
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "links": [] }]
}`,
  ],

  *checkSchema(findings) {
    for (const finding of findings) {
      const { keyword, node, path, required } = finding;
      // What must be there cannot be removed.
      if (keyword !== 'type' || node.type !== 'null' || required || typeof path.at(-1) !== 'string') continue;
      const place = placeOf(node);
      yield report(place, `${subjectOf(finding)} is null, which the AWS CLI refuses. Remove the member.`, {
        fix: fix(`Remove ${subjectOf(finding)}`, remove(place)),
      });
    }
  },
});
