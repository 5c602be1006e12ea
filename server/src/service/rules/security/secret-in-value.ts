import { awsAccessKey } from '../../data/credential-forms';
import type { Credential } from '../../model/credentials';
import { moveToSecrets } from '../../model/move-to-secrets';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'secret-in-value',
  category: 'security',
  severity: 'warning',
  title: 'No value, command or label holds a credential',
  why: 'Passwords in addresses, private keys and the tokens of services tell by their form what they are. In a task definition everyone reads them who may describe it, and every old revision keeps them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [{ "name": "DATABASE_URL", "value": "postgres://app:hunter2@db.example.com/app" }]
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "command": ["worker", "--queue=amqp://worker:hunter2@queue.example.com"],
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      "dockerLabels": { "com.example.key": "-----BEGIN PRIVATE KEY-----\\nMII" }
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [{ "name": "DATABASE_URL", "valueFrom": "arn:aws:secretsmanager:<region>:<account-id>:secret:<secret-name>" }]
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "command": ["sh", "-c", "curl http://app:$(cat /run/password)@localhost:8080/me"],
      "environment": [
        { "name": "DATABASE_URL", "value": "postgres://db.example.com:5432/app?user=app@example.com" },
        { "name": "CACHE_URL", "value": "redis://app:\${CACHE_PASSWORD}@cache.example.com" },
        { "name": "SSH_URL", "value": "ssh://git@git.example.com:22/app.git" },
        { "name": "DOCUMENTATION", "value": "postgres://user:***@host/db" },
        { "name": "SAMPLE", "value": "-----BEGIN CERTIFICATE-----" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const credential of task.credentials) {
      const { field, form, of } = credential;
      // Keys of AWS in an environment have a rule of their own.
      if (of && form === awsAccessKey) continue;
      const move = moving(task, credential);
      // The value stays out of the message: messages end up in logs and reports.
      yield report(
        field,
        `This looks like ${form.what}, which everyone reads who may describe the task definition. Keep it in Secrets Manager or Systems Manager, and give it to the container as a secret.`,
        move && { fix: move },
      );
    }
  },
});

function moving(task: TaskDefinition, { of }: Credential) {
  const edits = of && moveToSecrets(task, of.container, of.variable);
  return edits && suggestion(`Move '${of.variable.name.literal}' to secrets`, ...edits);
}
