import { example, marked } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

const db = ',\n    { "name": "db", "image": "postgres:17", "memory": 128 }';
const waiting = (dependency: string) => `      "dependsOn": [${dependency}],`;

export const rule = defineRule({
  id: 'depends-on-condition-missing',
  category: 'correctness',
  severity: 'error',
  title: 'A dependency says what it waits for',
  why: 'The AWS CLI and the SDKs refuse a dependency without a condition before they call ECS: START, COMPLETE, SUCCESS or HEALTHY.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  narrows: ['required-member-missing'],
  bad: [example('EC2', '', marked(waiting('{ "containerName": "db" }'), '{'), db)],
  fixed: [example('EC2', '', `\n${waiting('{ "containerName": "db", "condition": "START" }')}`, db)],
  good: [
    example('EC2', '', `\n${waiting('{ "containerName": "db", "condition": "START" }')}`, db),
    example('EC2', '', `\n${waiting('{ "containerName": "db", "condition": "${CONDITION}" }')}`, db),
    example('EC2', '', `\n${waiting('"${DEPENDENCY}"')}`, db),
  ],

  *check({ containerDefinitions }) {
    for (const { dependsOn } of containerDefinitions.items)
      for (const { at, containerName, condition } of dependsOn.items) {
        // Where the container is missing as well, required-member-missing names both.
        if (condition.present || !containerName.present) continue;
        const name = containerName.literal === undefined ? 'this container' : `'${containerName.literal}'`;
        yield report(
          at,
          `The dependency on ${name} has no condition. Wait for START, or for COMPLETE, SUCCESS or HEALTHY.`,
          { fix: suggestion('Wait for START', set(at, 'condition', 'START')) },
        );
      }
  },
});
