import { brokenLimit } from '../limit-rule';
import { defineRule, placeOf, report } from '../rule';

export const rule = defineRule({
  id: 'invalid-value',
  category: 'correctness',
  severity: 'error',
  title: 'Values are within the limits of ECS',
  why: 'ECS refuses a value outside the range, length or form that it documents for the member.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "healthCheck": { "command": ["CMD-SHELL", "exit 0"], "interval": 1 }
//                                                                     ^
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *checkSchema(findings) {
    for (const finding of findings) {
      if (finding.keyword !== 'limit') continue;
      yield report(placeOf(finding.node), brokenLimit(finding));
    }
  },
});
