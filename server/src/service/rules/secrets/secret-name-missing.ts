import type { Secret } from '../../model/container';
import { isMissing } from '../../model/known';
import { isSecretReference, secretsIn } from '../../model/secrets';
import type { Fix } from '../../problem';
import { defineRule, fix, rename, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'secret-name-missing',
  category: 'correctness',
  severity: 'error',
  title: 'A secret has a name, and says in valueFrom where its value is kept',
  why: 'The AWS CLI, the SDKs and CloudFormation refuse a secret without one of the two. `value` is for environment: a secret has none, so that nothing secret stands in the definition.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
  narrows: ['required-member-missing', 'unknown-property', 'invalid-type'],
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
        {
//      ^
          "name": "DB_PASSWORD",
          "value": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf"
        }
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
        { "valueFrom": "/app/token" },
//      ^
        { "name": "TOKEN", "valueFrom": "" },
//                                      ^^
        { "name": "KEY", "value": "not a secret any more" },
//      ^
        {}
//      ^
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
        {
          "name": "DB_PASSWORD",
          "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf"
        }
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
        { "name": "TOKEN", "valueFrom": "\${TOKEN}" },
        "\${SECRET}"
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const secret of secretsIn(task)) {
      const { at, name, valueFrom, value } = secret;
      if (at.node?.type !== 'object') continue;
      const lacking = [name, valueFrom].filter(isMissing);
      const [first, ...others] = lacking;
      if (!first) continue;
      if (value.present && isMissing(valueFrom)) {
        const mend = renamed(secret);
        yield report(
          at,
          "A secret has no 'value': write in 'valueFrom' where its value is kept, in Secrets Manager or Systems Manager.",
          { covers: [value], ...(mend && { fix: mend }) },
        );
      } else
        yield report(
          others.length > 0 ? at : first,
          `This secret has no ${lacking.map((member) => `'${member.name}'`).join(' and no ')}. ECS needs the name of the variable, and where its value is kept.`,
        );
    }
  },
});

/** What is written for a value may be where it is kept; a plain text is not renamed, as it would be a wrong name next. */
function renamed({ value, valueFrom }: Secret): Fix | undefined {
  const text = value.literal ?? '';
  if (valueFrom.present || !isSecretReference(text)) return undefined;
  const mend = text.startsWith('arn:') ? fix : suggestion;
  return mend("Rename 'value' to 'valueFrom'", ...rename(value, 'valueFrom'));
}
