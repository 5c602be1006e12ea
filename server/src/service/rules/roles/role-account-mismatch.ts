import { roleIn } from '../../model/roles';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'role-account-mismatch',
  category: 'iam',
  severity: 'warning',
  title: 'Both roles are in the account of the task',
  why: 'A task takes on roles of its own account only, so of two roles in two accounts one cannot be taken on: “ECS was unable to assume the role”. For resources of another account the task role may take on a role there.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::444455556666:role/webTaskRole",
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "taskRoleArn": "webTaskRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::\${ACCOUNT}:role/webTaskRole",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check({ executionRoleArn, taskRoleArn }) {
    const execution = roleIn(executionRoleArn)?.account;
    const task = roleIn(taskRoleArn)?.account;
    if (execution === undefined || task === undefined || execution === task) return;
    yield report(
      taskRoleArn,
      `The task role is in account ${task} and the execution role in ${execution}. Both have to be in the account where the task runs.`,
      { related: [{ place: executionRoleArn, message: 'The execution role' }] },
    );
  },
});
