import type { Field } from '../../model/field';
import type { Template } from '../../model/resources';
import { roleIn } from '../../model/roles';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'same-role-for-task-and-execution',
  category: 'security',
  severity: 'warning',
  title: 'The task role and the execution role are two roles',
  why: 'The execution role may read the secrets of the task and pull its images. As the task role, it gives these permissions to whatever runs in the containers.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/web",
  "taskRoleArn": "web",
//               ^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/web",
  "taskRoleArn": "\${TASK_ROLE}",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ executionRoleArn, taskRoleArn }, { template }) {
    if (!isSame(executionRoleArn, taskRoleArn, template)) return;
    yield report(
      taskRoleArn,
      'This is the execution role too, so the containers get the permissions with which ECS pulls their images and reads their secrets. Give the task role only what your own code needs, or leave it out.',
      {
        fix: suggestion('Remove taskRoleArn', remove(taskRoleArn)),
        related: [{ place: executionRoleArn, message: 'The execution role' }],
      },
    );
  },
});

/** True for two ARNs, or an ARN and its name, and for two references to one resource of a template. */
function isSame(execution: Field<string>, task: Field<string>, template: Template | undefined): boolean {
  if (execution.literal && execution.literal === task.literal) return true;
  const [a, b] = [roleIn(execution), roleIn(task)];
  if (a && b) return a.name === b.name && (a.account === undefined || b.account === undefined);
  const resource = template?.referred(execution);
  return resource !== undefined && resource === template?.referred(task);
}
