import { parseArn, parseSecret } from '../../model/resource-names';
import { secretsIn } from '../../model/secrets';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'secret-arn-suffix',
  category: 'correctness',
  severity: 'hint',
  title: 'The ARN of a secret ends with its six random characters',
  why: 'Secrets Manager ends the name in an ARN with a hyphen and six random characters. ECS documents the full ARN only; a policy that allows the full ARN does not allow this one.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [
        { "name": "S1", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db:password::" },
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        { "name": "S2", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-secret" }
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ]
    }
  ]
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
      "secrets": [
        { "name": "S1", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password::" },
        { "name": "S2", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-secret-a1b2c3" },
        { "name": "S3", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:\${SECRET}" },
        { "name": "S4", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/db" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const { valueFrom } of secretsIn(task)) {
      const arn = parseArn(valueFrom.literal ?? '');
      const secret = arn && parseSecret(arn);
      if (!secret?.name || secret.suffix) continue;
      yield report(
        valueFrom,
        `The name '${secret.name}' seems to lack the hyphen and six characters with which Secrets Manager ends it. Copy the full ARN of the secret.`,
      );
    }
  },
});
