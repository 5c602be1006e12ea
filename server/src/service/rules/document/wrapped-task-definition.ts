import { isDescribed, unwrapping } from '../../model/wrapped';
import { defineRule, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'wrapped-task-definition',
  category: 'correctness',
  severity: 'error',
  title: 'What is registered is the task definition itself',
  why: "RegisterTaskDefinition takes the definition's members at the top: below taskDefinition, as describe-task-definition prints them, they are unknown to it. What ECS printed, a file that holds more than a task definition, and a list of containers alone, as Terraform takes it, are only hints.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  notIn: { cloudformation: 'The properties of a resource have no wrapper.' },
  bad: [
    `{
  "taskDefinition": {
//^^^^^^^^^^^^^^^^
    "family": "web",
    "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
  },
  "tags": []
}`,
    `{
  "taskDefinition": {
//^^^^^^^^^^^^^^^^
    "family": "web",
    "revision": 12,
    "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
  },
  "tags": []
}`,
    `  [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
//^`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "revision": 12,
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check(task, { shape }) {
    if (shape === 'containers') {
      yield report(
        task.at,
        "This is a list of containers, as Terraform takes it. To register it, give it a 'family' and put it below 'containerDefinitions'.",
        { severity: 'hint' },
      );
    } else if (shape === 'wrapped') {
      const steps = unwrapping(task);
      yield report(
        task.at,
        "RegisterTaskDefinition takes what is inside 'taskDefinition', not the member itself. Unwrap it before registering.",
        {
          severity: steps && !isDescribed(task) ? 'error' : 'hint',
          ...(steps && { fix: suggestion('Unwrap taskDefinition', ...steps) }),
        },
      );
    }
  },
});
