import { isKnown } from '../../model/known';
import type { TaskDefinition } from '../../model/task-definition';
import { example, marked } from '../example';
import { defineRule, remove, report, suggestion } from '../rule';

const timeout = '      "startTimeout": 60,';
const waiting = (name: string) =>
  `,\n    { "name": "web", "image": "nginx:1.27", "memory": 128, "dependsOn": [{ "containerName": "${name}", "condition": "START" }] }`;

export const rule = defineRule({
  id: 'start-timeout-unused',
  category: 'reliability',
  severity: 'hint',
  title: 'A container with a startTimeout has others that wait for it',
  why: 'startTimeout is how long other containers wait for this one to reach the condition of their dependency. Where none depends on it, it does nothing: it gives the container itself neither more nor less time.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [example('EC2', '', marked(timeout, '60'))],
  fixed: [example('EC2')],
  good: [example('EC2', '', `\n${timeout}`, waiting('app')), example('EC2', '', `\n${timeout}`, waiting('${NAME}'))],

  *check(task) {
    const awaited = awaitedIn(task);
    if (!awaited) return;
    for (const { name, startTimeout } of task.containerDefinitions.items) {
      if (startTimeout.literal === undefined || name.literal === undefined || awaited.has(name.literal)) continue;
      yield report(
        startTimeout,
        `No container depends on '${name.literal}', so its startTimeout does nothing. Remove it, or let the containers that need '${name.literal}' depend on it.`,
        { fix: suggestion("Remove 'startTimeout'", remove(startTimeout)) },
      );
    }
  },
});

/** The containers that others depend on; undefined when one is unknown. */
function awaitedIn({ containerDefinitions }: TaskDefinition): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { at, dependsOn } of containerDefinitions.items) {
    if (at.node?.type !== 'object' || !isKnown(dependsOn)) return undefined;
    for (const { containerName } of dependsOn.items) {
      if (containerName.literal === undefined) return undefined;
      names.add(containerName.literal);
    }
  }
  return names;
}
