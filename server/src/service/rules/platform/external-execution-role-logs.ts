import { executionRoleArn } from '../../data/placeholder-arns';
import { lacksRole } from '../../model/roles';
import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

const logs = `
      "logConfiguration": {
        "logDriver": "awslogs",
//                   ^^^^^^^^^
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "ecs"
        }
      },`;
const unmarked = logs.replace(/\n\/\/.*/, '');
const role = `
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",`;

export const rule = defineRule({
  id: 'external-execution-role-logs',
  category: 'iam',
  severity: 'error',
  title: 'Logs of external instances need an execution role',
  why: 'A server outside of AWS has no instance role that could write to CloudWatch Logs: the awslogs driver does it as the execution role, and without one the container does not start.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
  narrows: ['execution-role-required-awslogs'],
  bad: [example('EXTERNAL', '', logs)],
  fixed: [
    example('EXTERNAL', '', unmarked).replace(/ {2}\]\n}$/, `  ],\n  "executionRoleArn": "${executionRoleArn}"\n}`),
  ],
  good: [
    example('EXTERNAL', role, unmarked),
    example('EXTERNAL', '\n  "executionRoleArn": "${ROLE}",', unmarked),
    example('EC2', '', unmarked),
  ],

  *check(task) {
    const external = task.launchType('EXTERNAL');
    const { at, executionRoleArn: role, containerDefinitions } = task;
    if (!external || !lacksRole(role)) return;
    for (const { logConfiguration } of containerDefinitions.items) {
      if (logConfiguration.logDriver.literal !== 'awslogs') continue;
      yield report(
        logConfiguration.logDriver,
        'On an external instance the awslogs driver writes to CloudWatch Logs as the execution role: set executionRoleArn.',
        {
          fix: suggestion('Add executionRoleArn', set(at, 'executionRoleArn', executionRoleArn)),
          related: [{ place: external, message: 'The launch type' }],
        },
      );
    }
  },
});
