import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, fix, remove, report, suggestion } from '../rule';

const db =
  ',\n    { "name": "db", "image": "postgres:17", "memory": 128, "healthCheck": { "command": ["CMD", "pg_isready"] } }';
const waiting = (...dependencies: readonly string[]) =>
  example('EC2', '', `\n      "dependsOn": [\n${dependencies.join('\n')}\n      ],`, db);

export const rule = defineRule({
  id: 'depends-on-duplicate',
  category: 'correctness',
  severity: 'warning',
  title: 'A container depends on another one once',
  why: 'A second dependency on the same container adds nothing where it waits for the same, and where it waits for something else one of the two is likely meant for another container.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  bad: [
    waiting(
      '        { "containerName": "db", "condition": "START" },',
      '        { "containerName": "db", "condition": "HEALTHY" }',
      '//                         ^^^^',
    ),
  ],
  fixed: [waiting('        { "containerName": "db", "condition": "START" }')],
  good: [
    waiting('        { "containerName": "db", "condition": "START" }'),
    waiting(
      '        { "containerName": "${A}", "condition": "START" },',
      '        { "containerName": "${A}", "condition": "START" }',
    ),
  ],

  *check({ containerDefinitions }) {
    for (const container of containerDefinitions.items) {
      const seen = new Map<string, (typeof container.dependsOn.items)[number]>();
      for (const dependency of container.dependsOn.items) {
        const { at, containerName, condition } = dependency;
        const name = containerName.literal;
        if (name === undefined) continue;
        const first = seen.get(name);
        if (!first) {
          seen.set(name, dependency);
          continue;
        }
        const same = condition.literal !== undefined && condition.literal === first.condition.literal;
        const make = same ? fix : suggestion;
        yield report(
          containerName,
          `The container ${nameOf(container)} depends on '${name}' twice. Keep one of the dependencies.`,
          {
            fix: make('Remove this dependency', remove(at)),
            related: [{ place: first.containerName, message: `The first dependency on '${name}'` }],
          },
        );
      }
    }
  },
});
