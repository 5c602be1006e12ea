import { inDefinition } from '../in-definition';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, report, set } from '../rule';

export const rule = defineRule({
  id: 'service-exec-task-role',
  category: 'iam',
  severity: 'error',
  title: 'Tasks that ECS Exec opens have a task role',
  why: 'ECS Exec speaks to Systems Manager with the task role, which needs ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel. The execution role is of no use here: it serves only to start the task.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  about: 'request',
  beside: taskExample('\n  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",'),
  bad: [
    serviceExample(`"enableExecuteCommand": true
                        ^^^^`),
  ],
  good: [
    serviceExample('"enableExecuteCommand": false'),
    serviceExample('"enableExecuteCommand": "${EXEC}"'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "enableExecuteCommand": true }',
  ],

  *checkRequest({ at, enableExecuteCommand, overrides }, { task, action }) {
    if (!task || enableExecuteCommand.literal !== true) return;
    // A null is no role.
    const roles = [task.taskRoleArn, ...(action === 'RunTask' ? [overrides.taskRoleArn] : [])];
    if (roles.some(({ literal, unresolved }) => literal || unresolved)) return;
    const where = action === 'RunTask' ? "in the task definition or in 'overrides'" : 'in the task definition';
    yield report(
      enableExecuteCommand,
      `ECS Exec works with the task role, and the tasks have none. Set 'taskRoleArn' ${where}, with a role that may open ssmmessages channels.`,
      {
        ...inDefinition(at, task.at, "Insert 'taskRoleArn'", set(task.at, 'taskRoleArn', '<taskRoleArn>')),
        related: [{ place: task.taskRoleArn, message: 'The task definition.', elsewhere: true }],
      },
    );
  },
});
