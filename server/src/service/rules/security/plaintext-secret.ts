import { aboutSecret, secretName } from '../../data/secret-names';
import { moveToSecrets } from '../../model/move-to-secrets';
import { defineRule, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'plaintext-secret',
  category: 'security',
  severity: 'warning',
  title: 'A secret is not written in environment',
  why: 'Everyone who may describe the task definition reads its environment, and every old revision keeps it. Keep the value in Secrets Manager or Systems Manager and name it in secrets.',
  narrows: ['secret-in-value'],
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
      "environment": [{ "name": "DB_PASSWORD", "value": "hunter2" }]
//                                                      ^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "environment": [
        { "name": "ConnectionString", "value": "postgres://app:hunter2@db.example.com/app" },
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        { "name": "PORT", "value": "8080" }
      ],
      "secrets": [
        { "name": "API_TOKEN", "valueFrom": "/app/token" }
      ]
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
      "secrets": [{ "name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:<region>:<account-id>:secret:<secret-name>" }]
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
      "environment": [
        { "name": "DB_PASSWORD", "value": "\${DB_PASSWORD}" },
        { "name": "DB_PASSWORD_FILE", "value": "/run/secrets/db" },
        { "name": "SECRET_ARN", "value": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" },
        { "name": "TOKEN_TYPE", "value": "bearer" },
        { "name": "TOKEN_ENDPOINT", "value": "https://login.example.com/token" },
        { "name": "ALLOW_EMPTY_PASSWORD", "value": "no" },
        { "name": "API_KEY", "value": "" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const container of task.containerDefinitions.items) {
      for (const variable of container.environment.items) {
        const { name, value } = variable;
        if (!name.literal || !value.literal || !secretName.test(name.literal) || aboutSecret.test(name.literal))
          continue;
        if (isReference(value.literal)) continue;
        const move = moveToSecrets(task, container, variable);
        // The value stays out of the message: messages end up in logs and reports.
        yield report(
          value,
          `'${name.literal}' looks like a secret, and environment is plain text for everyone who may read the task definition. Keep the value in Secrets Manager or Systems Manager and name it in secrets.`,
          move && { fix: suggestion(`Move '${name.literal}' to secrets`, ...move) },
        );
      }
    }
  },
});

/** A switch, an ARN, a path, or an address without a password in it: where a secret is rather than what it is. */
function isReference(value: string): boolean {
  if (/^(?:true|false|yes|no|on|off|none|null|0|1)$/i.test(value)) return true;
  if (/^arn:aws[a-z-]*:|^(?:\.{0,2}|~)\/|^[a-z]:\\/i.test(value)) return true;
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && !/:\/\/[^/:]*:[^/]*@/.test(value);
}
