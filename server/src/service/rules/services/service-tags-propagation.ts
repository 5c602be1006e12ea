import { asksFor } from '../../model/known';
import { isStartedElsewhere } from '../../model/request';
import { taskExample } from '../request-example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'service-tags-propagation',
  category: 'cost',
  severity: 'hint',
  title: 'The tags of a task definition reach its tasks',
  why: 'Tasks have the tags of their task definition only where the service says so. Without tags their costs cannot be told apart.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html',
  about: 'request',
  beside: taskExample('\n  "tags": [{ "key": "team", "value": "web" }],'),
  bad: [
    `  { "serviceName": "web", "taskDefinition": "web" }
//^`,
  ],
  fixed: ['  { "serviceName": "web", "taskDefinition": "web", "propagateTags": "TASK_DEFINITION" }'],
  good: [
    '{ "serviceName": "web", "taskDefinition": "web", "propagateTags": "TASK_DEFINITION" }',
    '{ "serviceName": "web", "taskDefinition": "web", "propagateTags": "NONE" }',
    '{ "serviceName": "web", "taskDefinition": "web", "propagateTags": "${TAGS}" }',
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "desiredCount": 1 }',
  ],

  *checkRequest(request, { task, action }) {
    const { at, propagateTags } = request;
    if (!task || action !== 'CreateService' || isStartedElsewhere(request)) return;
    if (propagateTags.present || !asksFor(task.tags)) return;
    yield report(
      at,
      "The task definition has tags, and the tasks of this service do not get them. Set 'propagateTags' to 'TASK_DEFINITION'.",
      {
        fix: suggestion("Insert 'propagateTags'", set(at, 'propagateTags', 'TASK_DEFINITION')),
        related: [{ place: task.tags, message: 'The tags.', elsewhere: true }],
      },
    );
  },
});
