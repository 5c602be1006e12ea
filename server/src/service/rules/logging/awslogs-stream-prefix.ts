import { logOptionsOf } from '../../data/log-options';
import { isKnown } from '../../model/known';
import { hasOption } from '../../model/option-names';
import { defineRule, fix, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'awslogs-stream-prefix',
  category: 'logging',
  severity: 'error',
  title: 'The awslogs driver has a stream prefix',
  why: 'Fargate refuses awslogs without a stream prefix. On EC2 the stream is then named by the container ID alone: the console cannot show it with the task.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
//      ^^^^^^^^^
          "awslogs-group": "/ecs/web",
          "awslogs-region": "us-east-1"
        }
      }
    }
  ]
}`,
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": { "awslogs-group": "/ecs/web", "awslogs-region": "us-east-1" }
//      ^^^^^^^^^
      }
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "us-east-1",
          "awslogs-stream-prefix": "ecs"
        }
      }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": { "awslogs-group": "/ecs/web", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web" }
      }
    }
  ]
}`,
  ],

  *check(task) {
    const onFargate = task.launchType('FARGATE') !== undefined;
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      // Without any options, awslogs-required-options asks for all of them.
      if (logDriver.literal !== 'awslogs' || !options.present || !isKnown(options)) continue;
      if (options.get('awslogs-stream-prefix').present || hasOption(options, 'awslogs-stream-prefix', known)) continue;
      const insert = set(options, 'awslogs-stream-prefix', 'ecs');
      yield report(
        options,
        onFargate
          ? "Fargate requires awslogs-stream-prefix with the awslogs driver. Add it, for example 'ecs'."
          : 'Without awslogs-stream-prefix the log stream is named by the container ID alone, and the console cannot show it with the task.',
        {
          severity: onFargate ? 'error' : 'hint',
          fix: onFargate ? fix('Add awslogs-stream-prefix', insert) : suggestion('Add awslogs-stream-prefix', insert),
        },
      );
    }
  },
});

const known = logOptionsOf('awslogs').options;
