import { aboutReference, aboutReferenceInCamelCase } from '../../data/secret-names';
import { moveToSecrets } from '../../model/move-to-secrets';
import { defineRule, report, suggestion } from '../rule';

const head = `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,`;

const tail = `
    }
  ]
}`;

export const rule = defineRule({
  id: 'environment-secret-name-as-arn',
  category: 'correctness',
  severity: 'warning',
  title: 'The ARN of a secret stands in secrets, not in environment',
  why: 'ECS puts what stands in environment into the container as it is: the application gets the text of the ARN, and not the secret behind it.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  bad: [
    `${head}
      "environment": [
        { "name": "DB_PASSWORD", "value": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" },
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        { "name": "PORT", "value": "8080" }
      ],
      "secrets": [{ "name": "A", "valueFrom": "/a" }]${tail}`,
    `${head}
      "environment": [{ "name": "API_TOKEN", "value": "arn:aws:ssm:us-east-1:111122223333:parameter/app/token" }]
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^${tail}`,
  ],
  fixed: [
    `${head}
      "environment": [
        { "name": "PORT", "value": "8080" }
      ],
      "secrets": [{ "name": "A", "valueFrom": "/a" }, { "name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" }]${tail}`,
    `${head}
      "secrets": [{ "name": "API_TOKEN", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/app/token" }]${tail}`,
  ],
  good: [
    `${head}
      "environment": [
        { "name": "DB_SECRET_ARN", "value": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" },
        { "name": "dbSecretArn", "value": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" },
        { "name": "Db__SecretName", "value": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" },
        { "name": "SECRET_ID", "value": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" },
        { "name": "CONFIG_PARAMETER", "value": "arn:aws:ssm:us-east-1:111122223333:parameter/app/config" },
        { "name": "TOPIC", "value": "arn:aws:sns:us-east-1:111122223333:alarms" },
        { "name": "DB_PASSWORD", "value": "arn:aws:secretsmanager:us-east-1:\${ACCOUNT}:secret:db-AbCdEf" }
      ]${tail}`,
  ],

  *check(task) {
    for (const container of task.containerDefinitions.items) {
      for (const variable of container.environment.items) {
        const { name, value } = variable;
        if (!value.literal?.startsWith('arn:') || !secretReference.test(value.literal) || !name.literal) continue;
        // Then the application itself reads the secret.
        if (aboutReference.test(name.literal) || aboutReferenceInCamelCase.test(name.literal)) continue;
        const move = moveToSecrets(task, container, variable, value.literal);
        yield report(
          value,
          `The container gets this ARN as it is in '${name.literal}', not what it leads to. Name it in 'secrets', and ECS puts the value of the secret into the variable.`,
          move && { fix: suggestion(`Move '${name.literal}' to secrets`, ...move) },
        );
      }
    }
  },
});

const secretReference = /^arn:aws[a-z-]*:(?:secretsmanager:[^:]*:\d{12}:secret:|ssm:[^:]*:\d{12}:parameter\/)/;
