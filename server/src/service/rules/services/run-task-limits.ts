import { runLimits } from '../../data/request-limits';
import type { RequestInput } from '../../model/request';
import { overridesLength } from '../../model/request-size';
import { runExample } from '../request-example';
import { defineRule, type Report, report } from '../rule';

const constraints = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `{ "type": "memberOf", "expression": "attribute:ecs.zone != ${index}" }`,
  ).join(', ');
const command = (length: number) =>
  `"overrides": { "containerOverrides": [{ "name": "app", "command": ["${'x'.repeat(length)}"] }] }`;

export const rule = defineRule({
  id: 'run-task-limits',
  category: 'correctness',
  severity: 'error',
  title: 'A run of a task keeps within the limits of RunTask',
  why: 'ECS refuses a run of more tasks, with more overrides, placement rules or a longer startedBy, and one that is to take the tags of a service.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
  about: 'request',
  notIn: { cloudformation: 'CloudFormation has no RunTask.' },
  bad: [
    runExample(`"count": 11
         ^^`),
    runExample(`"propagateTags": "SERVICE"
                 ^^^^^^^^^`),
    runExample(`"startedBy": "${'x'.repeat(129)}"
             ${'^'.repeat(131)}`),
    runExample(`"placementConstraints": [${constraints(11)}]
^^^^^^^^^^^^^^^^^^^^^^`),
    runExample(`${command(8192)}
^^^^^^^^^^^`),
  ],
  good: [
    runExample('"count": 10, "propagateTags": "TASK_DEFINITION"'),
    runExample('"count": "${COUNT}"'),
    runExample(`"startedBy": "${'x'.repeat(128)}"`),
    runExample(`"placementConstraints": [${constraints(10)}]`),
    runExample(command(8100)),
    runExample(command(8192).replace('"x', '"${SCRIPT} x')),
  ],

  *checkRequest(request, { action }) {
    if (action !== 'RunTask') return;
    const { count, propagateTags, startedBy } = request;
    const tasks = count.literal;
    if (tasks !== undefined && (tasks < 1 || tasks > runLimits.count))
      yield report(count, `A run starts 1 to ${runLimits.count} tasks, not ${tasks}. Start more in several runs.`);
    if (propagateTags.literal === 'SERVICE')
      yield report(propagateTags, "A run belongs to no service. Use 'TASK_DEFINITION', or remove 'propagateTags'.");
    const { length = 0 } = startedBy.literal ?? '';
    if (length > runLimits.startedBy)
      yield report(startedBy, `startedBy has ${length} characters; ECS takes ${runLimits.startedBy} at most.`);
    yield* tooLong(request);
  },
});

function* tooLong({ placementConstraints, placementStrategy, overrides }: RequestInput): Iterable<Report> {
  for (const [list, limit] of [
    [placementConstraints, runLimits.placementConstraints],
    [placementStrategy, runLimits.placementStrategy],
  ] as const) {
    const count = list.items.filter(({ at }) => at.node?.type === 'object').length;
    if (count > limit)
      yield report(list, `'${list.name}' has ${count} items; a run has ${limit} at most. Remove some.`);
  }
  const length = overridesLength(overrides.at) ?? 0;
  if (length > runLimits.overrides)
    yield report(
      overrides.at,
      `The overrides have ${length} characters as JSON; ECS takes ${runLimits.overrides} at most. Hand over large input in S3 or in the image.`,
    );
}
