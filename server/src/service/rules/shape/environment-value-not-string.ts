import type { Field } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, quote, report } from '../rule';

export const rule = defineRule({
  id: 'environment-value-not-string',
  category: 'correctness',
  severity: 'error',
  title: 'Values of environment variables, labels and options are strings',
  why: 'The API takes strings only, for numbers and switches too; the AWS CLI and the SDKs refuse anything else.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html',
  narrows: ['invalid-type'],
  notIn: { cloudformation: 'CloudFormation converts scalars to strings.' },
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "PORT", "value": 8080 }],
//                                               ^^^^
      "dockerLabels": { "traefik.enable": true }
//                                        ^^^^
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
      "environment": [{ "name": "PORT", "value": "8080" }],
      "dockerLabels": { "traefik.enable": "true" }
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
      "environment": [{ "name": "PORT", "value": "8080" }]
    }
  ]
}`,
  ],

  *check(task) {
    for (const value of values(task)) {
      const type = value.node?.type;
      if (type !== 'number' && type !== 'boolean' && type !== 'null') continue;
      const mend = quote(value);
      yield report(
        value,
        type === 'null'
          ? `'${value.name}' must be a string, not null: write a string or remove the member.`
          : `'${value.name}' must be a string, not ${type === 'number' ? 'a number' : 'true or false'}: put the value in quotes.`,
        mend && { fix: mend },
      );
    }
  },
});

function* values({ containerDefinitions, volumes, proxyConfiguration }: TaskDefinition): Iterable<Field<string>> {
  for (const container of containerDefinitions.items) {
    for (const list of [container.environment, container.systemControls, container.resourceRequirements])
      for (const { value } of list.items) yield value;
    yield* container.dockerLabels.values;
    yield* container.logConfiguration.options.values;
  }
  for (const { dockerVolumeConfiguration } of volumes.items) {
    yield* dockerVolumeConfiguration.driverOpts.values;
    yield* dockerVolumeConfiguration.labels.values;
  }
  for (const { value } of proxyConfiguration.properties.items) yield value;
}
