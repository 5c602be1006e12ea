import { secretArn } from '../../data/placeholder-arns';
import { isSecretReference, secretsIn } from '../../model/secrets';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'secret-value-from-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'A secret says where its value is kept',
  why: 'valueFrom is the ARN of a Secrets Manager secret, the ARN of a Systems Manager parameter, or the bare name of a parameter in the same region. Anything else is taken for a parameter name and refused.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "secrets": [{ "name": "DB_PASSWORD", "valueFrom": "db:password::" }]
//                                                      ^^^^^^^^^^^^^^^
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
      "secrets": [{ "name": "DB_PASSWORD", "valueFrom": "arn:aws:s3:::my-bucket/password" }]
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
      "secrets": [{ "name": "DB_PASSWORD", "valueFrom": "arn:aws:secretsmanager:<region>:<account-id>:secret:db:password::" }]
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
        { "name": "A", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf:password::" },
        { "name": "B", "valueFrom": "arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/app/token" },
        { "name": "C", "valueFrom": "/app/token" },
        { "name": "D", "valueFrom": "token" },
        { "name": "E", "valueFrom": "{{ token }}" }
      ]
    }
  ]
}`,
  ],

  *check(task) {
    for (const { name, valueFrom } of secretsIn(task)) {
      // Where it is blank, it is missing.
      if (!valueFrom.literal?.trim() || isSecretReference(valueFrom.literal)) continue;
      const arn = asSecretArn(valueFrom.literal);
      // The value itself stays out of the message: it may be the secret, put in the wrong place.
      yield report(
        valueFrom,
        `The value of secret ${name.literal ? `'${name.literal}'` : 'without a name'} is neither an ARN of Secrets Manager or Systems Manager nor the name of a parameter.${
          arn === undefined ? '' : ' A Secrets Manager secret is named by its full ARN.'
        }`,
        arn === undefined ? {} : { fix: suggestion('Write it as a Secrets Manager ARN', replace(valueFrom, arn)) },
      );
    }
  },
});

/** `name:key:stage:id` without the ARN in front, which is how people shorten it; all four parts are compulsory. */
function asSecretArn(text: string): string | undefined {
  const parts = text.split(':');
  const known = parts.length > 1 && parts.length <= 4 && parts[0] !== 'arn' && /^[\w/+=.@:-]+$/.test(text);
  return known && parts[0] ? secretArn(Object.assign(['', '', '', ''], parts).join(':')) : undefined;
}
