import { parseArn } from '../../model/resource-names';
import { secretsIn } from '../../model/secrets';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'secret-json-key-format',
  category: 'correctness',
  severity: 'error',
  title: 'Behind the ARN of a secret stand its key, stage and version, each with its colon',
  why: 'A part of a secret is named by `:json-key:version-stage:version-id` behind the ARN. Parts may be empty, but all three colons have to be there, and a version is named by its stage or by its ID, not by both.',
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
        { "name": "S1", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password" },
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        { "name": "S2", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf::AWSPREVIOUS" }
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      ]
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
      "secrets": [
        { "name": "S1", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:user:AWSCURRENT:0a1b2c3d" },
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        { "name": "S2", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:a:b:c:d" }
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
      "secrets": [
        { "name": "S1", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password::" },
        { "name": "S2", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf::AWSPREVIOUS:" }
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
        { "name": "S1", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf" },
        { "name": "S2", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password::" },
        { "name": "S3", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf::AWSPREVIOUS:" },
        { "name": "S4", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:::0a1b2c3d" },
        { "name": "S5", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:\${KEY}" },
        { "name": "S6", "valueFrom": "/app/token" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const { valueFrom } of secretsIn(task)) {
      const parts = partsOf(valueFrom.literal);
      const fault = parts && faultIn(parts);
      if (!parts || fault === undefined) continue;
      const missing = allParts - parts.length;
      const padded = `${valueFrom.literal}${':'.repeat(Math.max(0, missing))}`;
      yield report(
        valueFrom,
        fault,
        missing > 0 ? { fix: fix(`Append '${':'.repeat(missing)}'`, replace(valueFrom, padded)) } : {},
      );
    }
  },
});

/** `secret`, name, key, stage, ID. */
const allParts = 5;

function partsOf(text = ''): readonly string[] | undefined {
  const { service, resource = '' } = parseArn(text) ?? {};
  return service === 'secretsmanager' && resource.startsWith('secret:') ? resource.split(':') : undefined;
}

function faultIn(parts: readonly string[]): string | undefined {
  if (parts.length === 2) return undefined;
  if (parts.length > allParts)
    return 'Behind the name of a secret stand three parts at most: a JSON key, a version stage and a version ID. Remove the others.';
  if (parts.length < allParts)
    return 'Behind the name of a secret stand three parts, empty or not: write `:json-key:version-stage:version-id` with all its colons.';
  return parts[3] && parts[4]
    ? 'A version of a secret is named by its stage or by its ID. Leave one of the two empty.'
    : undefined;
}
