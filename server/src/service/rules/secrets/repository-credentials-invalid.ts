import { isMissing } from '../../model/known';
import { parseArn } from '../../model/resource-names';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'repository-credentials-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'Credentials for a registry are a secret of Secrets Manager',
  why: 'ECS reads the user name and the password of the registry from Secrets Manager: by the ARN of the secret, or by its name in the same region. It takes no parameter of Systems Manager.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html',
  narrows: ['required-member-missing', 'invalid-type'],
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "repositoryCredentials": {
        "credentialsParameter": "arn:aws:ssm:us-east-1:111122223333:parameter/hub"
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      }
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
      "repositoryCredentials": {}
//    ^^^^^^^^^^^^^^^^^^^^^^^
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
      "repositoryCredentials": {
        "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf"
      }
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
      "repositoryCredentials": {
        "credentialsParameter": "prod/hub"
      }
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
      "repositoryCredentials": {
        "credentialsParameter": "\${CREDENTIALS}"
      }
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { repositoryCredentials } of containerDefinitions.items) {
      const { at, credentialsParameter: secret } = repositoryCredentials;
      if (at.node?.type !== 'object') continue;
      if (isMissing(secret))
        yield report(
          secret,
          "These credentials name no secret: write the ARN of one of Secrets Manager in 'credentialsParameter'.",
        );
      // The value stays out of the message: it may be the password, put in the wrong place.
      else if (secret.literal !== undefined && !isSecret(secret.literal))
        yield report(
          secret,
          'Credentials for a registry are named by the ARN of a secret of Secrets Manager, or by its name; this is neither.',
        );
    }
  },
});

/** The ARN of a secret, or what Secrets Manager takes for a name. Letters for an account are still to be filled in. */
function isSecret(text: string): boolean {
  if (!text.startsWith('arn:')) return /^[A-Za-z0-9/_+=.@-]{1,512}$/.test(text);
  const { service, resource = '' } = parseArn(text) ?? {};
  return service === undefined
    ? text.includes(':secretsmanager:')
    : service === 'secretsmanager' && /^secret:./.test(resource);
}
