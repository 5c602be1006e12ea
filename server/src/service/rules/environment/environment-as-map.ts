import { otherEnvironment } from '../../model/environment-map';
import { defineRule, fix, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'environment-as-map',
  category: 'correctness',
  severity: 'error',
  title: 'Environment is a list of names and values',
  why: 'Compose and Kubernetes take a map or texts such as NAME=value; ECS takes a list of objects with name and value, and the AWS CLI and the SDKs refuse anything else.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html',
  narrows: ['invalid-type'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": { "PORT": "80", "Debug": true }
//    ^^^^^^^^^^^^^
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
      "environment": ["PORT=80", "OPTS=-a=b"]
//    ^^^^^^^^^^^^^
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
      "environment": [{ "name": "PORT", "value": "80" }, { "name": "Debug", "value": "true" }]
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
      "environment": [{ "name": "PORT", "value": "80" }, { "name": "OPTS", "value": "-a=b" }]
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
      "environment": [{ "name": "PORT", "value": "80" }]
    },
    { "name": "side", "image": "nginx:1.27", "memory": 128, "environment": "\${ENVIRONMENT}" },
    { "name": "third", "image": "nginx:1.27", "memory": 128, "environment": ["\${VARIABLE}"] }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { environment } of containerDefinitions.items) {
      const other = otherEnvironment(environment);
      if (!other) continue;
      const { pairs, isExact, items } = other;
      const mend = isExact ? fix : suggestion;
      yield report(
        environment,
        `ECS takes a list of { "name", "value" } objects here, not ${items.length > 0 ? "texts such as 'NAME=value'" : 'a map of names to values'}.`,
        {
          covers: items,
          ...(pairs && { fix: mend('Write a list of names and values', replace(environment, pairs)) }),
        },
      );
    }
  },
});
