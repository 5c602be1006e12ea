import { isMissing } from '../../model/known';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'environment-name-missing',
  category: 'correctness',
  severity: 'error',
  title: 'An environment variable has a name and a value',
  why: 'ECS refuses a variable without a name: “Environment variable name cannot be null or blank.” One without a value is a warning: the container has it with an empty value or not at all.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_environment',
  narrows: ['invalid-type'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        { "value": "80" },
//      ^
        { "name": " ", "value": "80" },
//                ^^^
        { "name": "PORT" }
//      ^
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
      "environment": [
        { "name": "PORT", "value": "" },
        { "name": "\${NAME}", "value": "80" },
        "\${VARIABLE}"
      ]
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { environment } of containerDefinitions.items) {
      for (const { at, name, value, valueFrom } of environment.items) {
        if (at.node?.type !== 'object') continue;
        if (isMissing(name)) yield report(name, 'This environment variable has no name, so ECS refuses it. Name it.');
        // With `valueFrom` it has a value, in a member that is not known here.
        else if (!value.present && !valueFrom.present)
          yield report(
            value,
            `${name.literal ? `'${name.literal}'` : 'This variable'} has no value. Set value, to an empty text if that is meant.`,
            { severity: 'warning' },
          );
      }
    }
  },
});
