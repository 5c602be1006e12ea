import { isKnown } from '../../model/known';
import { serviceExample } from '../request-example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'service-launch-type-and-strategy',
  category: 'correctness',
  severity: 'error',
  title: 'A request has a launch type or a capacity provider strategy',
  why: 'ECS refuses both: “Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.” Managed Instances are always reached through a capacity provider.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  about: 'request',
  bad: [
    serviceExample(`"launchType": "FARGATE",
              ^^^^^^^^^
"capacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT", "weight": 1 }]`),
    serviceExample(`"launchType": "MANAGED_INSTANCES"
              ^^^^^^^^^^^^^^^^^^^`),
  ],
  fixed: [serviceExample('"capacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT", "weight": 1 }]')],
  good: [
    serviceExample('"launchType": "FARGATE"'),
    serviceExample('"launchType": "FARGATE", "capacityProviderStrategy": []'),
    serviceExample('"launchType": "FARGATE", "capacityProviderStrategy": "${STRATEGY}"'),
    serviceExample('"launchType": "${LAUNCH_TYPE}", "capacityProviderStrategy": [{ "capacityProvider": "FARGATE" }]'),
  ],

  *checkRequest({ launchType, capacityProviderStrategy }) {
    if (!launchType.literal) return;
    const isBoth = isKnown(capacityProviderStrategy) && capacityProviderStrategy.items.length > 0;
    if (isBoth)
      yield report(
        launchType,
        `A request has a launch type or capacity providers, not both. Remove 'launchType', or 'capacityProviderStrategy' to start tasks on ${launchType.literal}.`,
        {
          fix: suggestion("Remove 'launchType'", remove(launchType)),
          related: [{ place: capacityProviderStrategy, message: 'The capacity providers.' }],
        },
      );
    else if (launchType.literal === 'MANAGED_INSTANCES')
      yield report(
        launchType,
        "Managed Instances are no launch type of a request. Remove 'launchType' and name their capacity provider in 'capacityProviderStrategy'.",
      );
  },
});
