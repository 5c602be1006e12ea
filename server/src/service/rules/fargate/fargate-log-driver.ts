import { fargateLogDrivers } from '../../data/log-drivers';
import { logToCloudWatch } from '../log-to-cloudwatch';
import { defineRule, report, shown } from '../rule';

export const rule = defineRule({
  id: 'fargate-log-driver',
  category: 'logging',
  severity: 'error',
  title: 'Containers on Fargate log with awslogs, splunk or awsfirelens',
  why: 'The other drivers write to the host or need a daemon there, which Fargate does not have; ECS refuses them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  narrows: ['invalid-enum-value', 'managed-instances-log-driver'],
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "executionRoleArn": "arn:aws:iam::111122223333:role/webExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "logConfiguration": {
        "logDriver": "json-file"
//                   ^^^^^^^^^^^
      }
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "side"
        }
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
  "executionRoleArn": "arn:aws:iam::111122223333:role/webExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "ecs",
          "awslogs-create-group": "true",
          "mode": "non-blocking",
          "max-buffer-size": "25m"
        }
      }
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "side"
        }
      }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "logConfiguration": { "logDriver": "json-file" } }
  ]
}`,
  ],

  *check(task, context) {
    if (!task.launchType('FARGATE')) return;
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { logDriver } = logConfiguration;
      if (logDriver.literal === undefined || fargateLogDrivers.includes(logDriver.literal)) continue;
      yield report(logDriver, `Fargate has no log driver ${shown(logDriver)}. Use ${fargateLogDrivers.join(', ')}.`, {
        fix: logToCloudWatch(task, logConfiguration, context),
      });
    }
  },
});
