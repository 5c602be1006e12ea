import { executionRoleArn } from '../../data/placeholder-arns';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'execution-role-required-secrets',
  category: 'iam',
  severity: 'error',
  title: 'Secrets need an execution role',
  why: 'ECS reads the secrets before the container starts, as the execution role; the task role is for the calls of your own code. ECS refuses a definition with secrets and without executionRoleArn.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [{ "name": "TOKEN", "valueFrom": "/app/token" }]
//    ^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "logConfiguration": {
        "logDriver": "splunk",
        "options": { "splunk-url": "https://splunk.example.com:8088" },
        "secretOptions": [{ "name": "splunk-token", "valueFrom": "/app/splunk" }]
//      ^^^^^^^^^^^^^^^
      }
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [{ "name": "TOKEN", "valueFrom": "/app/token" }]
    }
  ],
  "executionRoleArn": "arn:aws:iam::<account-id>:role/ecsTaskExecutionRole"
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [{ "name": "TOKEN", "valueFrom": "/app/token" }]
    }
  ]
}`,
  ],

  *check({ at, executionRoleArn: role, containerDefinitions }) {
    if (role.present && role.literal !== '') return;
    for (const { secrets, logConfiguration } of containerDefinitions.items) {
      const needy = [secrets, logConfiguration.secretOptions].find(({ items }) => items.length > 0);
      if (!needy) continue;
      yield report(
        needy,
        'ECS needs an execution role to read these secrets: set executionRoleArn. (taskRoleArn is another role, for the calls of your own code.)',
        { fix: suggestion('Add executionRoleArn', set(at, 'executionRoleArn', executionRoleArn)) },
      );
    }
  },
});
