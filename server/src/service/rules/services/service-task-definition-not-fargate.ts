import { isKnown } from '../../model/known';
import { launchTypeOf } from '../../model/request';
import type { TaskDefinition } from '../../model/task-definition';
import { inDefinition } from '../in-definition';
import { serviceExample, taskExample } from '../request-example';
import { append, defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'service-task-definition-not-fargate',
  category: 'compatibility',
  severity: 'error',
  title: 'What is started on Fargate has a task definition for Fargate',
  why: 'ECS knows which launch types a task definition fits and refuses the others: “Task definition does not support launch_type FARGATE.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  about: 'request',
  beside: taskExample('\n  "requiresCompatibilities": ["EC2"],'),
  bad: [
    `{
  "serviceName": "web",
  "taskDefinition": "web",
  //                ^^^^^
  "launchType": "FARGATE"
}`,
    `{
  "serviceName": "web",
  "taskDefinition": "web:3",
  //                ^^^^^^^
  "capacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT" }]
}`,
  ],
  good: [
    serviceExample('"launchType": "EC2"'),
    serviceExample('"launchType": "${LAUNCH_TYPE}"'),
    serviceExample('"capacityProviderStrategy": [{ "capacityProvider": "our-instances" }]'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "launchType": "FARGATE" }',
  ],

  *checkRequest(request, { task }) {
    if (!task || launchTypeOf(request) !== 'FARGATE') return;
    const { requiresCompatibilities: list } = task;
    // Without a list the definition is checked for the launch types of its services, and told there what it lacks.
    if (!list.present || !isKnown(list) || task.launchType('FARGATE')) return;
    if (list.items.some(({ literal }) => literal === undefined)) return;
    const lacks = lackedOnFargate(task);
    if (lacks.length === 0) return;
    const name =
      task.family.literal === undefined ? 'The task definition' : `The task definition '${task.family.literal}'`;
    const listed = list.items.map(({ literal }) => `'${literal}'`).join(', ');
    yield report(
      request.taskDefinition,
      `${name} cannot run on Fargate: 'requiresCompatibilities' has ${listed || 'nothing'}, and it has no ${lacks.join(', no ')}. Add 'FARGATE' and these, or choose another launch type.`,
      {
        ...inDefinition(request.at, task.at, "Add 'FARGATE' to the task definition", append(list, 'FARGATE')),
        related: [{ place: list, message: 'The launch types of the task definition.', elsewhere: true }],
      },
    );
  },
});

/** A definition that has all of this fits Fargate as well, whatever it lists. */
function lackedOnFargate({ networkMode, cpu, memory }: TaskDefinition): readonly string[] {
  const hasOtherMode = networkMode.present
    ? networkMode.literal !== undefined && networkMode.literal !== 'awsvpc'
    : true;
  return [
    ...(hasOtherMode ? ["network mode 'awsvpc'"] : []),
    ...(cpu.present ? [] : ["'cpu'"]),
    ...(memory.present ? [] : ["'memory'"]),
  ];
}
