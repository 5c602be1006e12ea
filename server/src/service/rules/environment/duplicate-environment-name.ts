import type { Container } from '../../model/container';
import { defineRule, fix, type Report, remove, report, suggestion } from '../rule';

type Variable = Container['environment']['items'][number];

export const rule = defineRule({
  id: 'duplicate-environment-name',
  category: 'correctness',
  severity: 'warning',
  title: 'An environment variable is set once',
  why: 'A container has one value for each variable, so of two entries with one name only the last counts. CloudFormation refuses such a template, which makes this an error there.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['cfn-unique-items'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        { "name": "PORT", "value": "80" },
        { "name": "STAGE", "value": "dev" },
        { "name": "PORT", "value": "8080" }
//                ^^^^^^
      ]
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
      "environment": [
        { "name": "STAGE", "value": "dev" },
        { "name": "PORT", "value": "8080" }
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
        { "name": "PORT", "value": "80" },
        { "name": "Port", "value": "8080" },
        { "name": "\${NAME}", "value": "a" },
        { "name": "\${NAME}", "value": "b" }
      ]
    },
    { "name": "side", "image": "nginx:1.27", "memory": 128, "environment": [{ "name": "PORT", "value": "80" }] }
  ]
}`,
  ],

  *check({ containerDefinitions }, { shape }) {
    for (const { environment } of containerDefinitions.items) {
      const earlier = new Map<string, Variable>();
      for (const variable of environment.items) {
        const name = variable.name.literal;
        if (!name) continue;
        const twin = earlier.get(name);
        if (twin) yield repeated(variable, twin, shape === 'cloudformation');
        earlier.set(name, variable);
      }
    }
  },
});

function repeated({ at, name, value }: Variable, twin: Variable, isRefused: boolean): Report {
  const isSame = value.literal !== undefined && value.literal === twin.value.literal;
  const mend = isSame ? fix : suggestion;
  return report(
    name,
    isSame
      ? `'${name.literal}' is set to the same value above already. Remove one of the two.`
      : `'${name.literal}' is set above already, and only the last value counts. Remove one of the two.`,
    {
      severity: isRefused ? 'error' : 'warning',
      covers: [at],
      fix: mend(`Remove the '${name.literal}' above`, remove(twin.at)),
      related: [{ place: twin.name, message: 'Set here before' }],
    },
  );
}
