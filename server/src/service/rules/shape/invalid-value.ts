import { brokenLimit } from '../limit-rule';
import { serviceExample } from '../request-example';
import { defineRule, placeOf, report } from '../rule';

export const rule = defineRule({
  id: 'invalid-value',
  category: 'correctness',
  severity: 'error',
  title: 'Values are within the limits of ECS',
  why: 'ECS refuses a value outside the range, length or form that it documents for the member.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  about: 'request',
  notIn: { cloudformation: 'CloudFormation has limits of its own for services' },
  bad: [
    serviceExample(`"capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1001 }]
                                                                        ^^^^`),
  ],
  good: [
    serviceExample('"capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": 1000, "base": 1 }]'),
    serviceExample('"capacityProviderStrategy": [{ "capacityProvider": "FARGATE", "weight": "${WEIGHT}" }]'),
  ],

  *checkSchema(findings) {
    for (const finding of findings) {
      if (finding.keyword !== 'limit') continue;
      yield report(placeOf(finding.node), brokenLimit(finding));
    }
  },
});
