import { isPrivateEcr, parseImage } from '../../model/container';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'repository-credentials-ecr',
  category: 'correctness',
  severity: 'warning',
  title: 'Images of Amazon ECR need no credentials',
  why: 'ECS pulls from a private repository of ECR as the execution role, and from the public gallery without any. Credentials are for registries outside of AWS.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  bad: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.2",
      "memory": 128,
      "repositoryCredentials": { "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf" }
//    ^^^^^^^^^^^^^^^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "public.ecr.aws/nginx/nginx:1.27",
      "memory": 128,
      "repositoryCredentials": { "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf" }
//    ^^^^^^^^^^^^^^^^^^^^^^^
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
      "image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.2",
      "memory": 128
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
      "image": "registry.example.com/web:1.2",
      "memory": 128,
      "repositoryCredentials": { "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf" }
    }
  ]
}`,
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "\${REGISTRY}/web:1.2",
      "memory": 128,
      "repositoryCredentials": { "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf" }
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { image, repositoryCredentials } of containerDefinitions.items) {
      const { at } = repositoryCredentials;
      if (at.node?.type !== 'object' || image.literal === undefined) continue;
      const isPrivate = isPrivateEcr(image.literal);
      if (!isPrivate && parseImage(image.literal).host !== 'public.ecr.aws') continue;
      yield report(
        at,
        isPrivate
          ? 'The image is in Amazon ECR, from where ECS pulls it as the execution role: these credentials serve for nothing. Remove them, and let the execution role pull the image.'
          : 'The image is in the public gallery of Amazon ECR, which asks for no credentials. Remove them.',
        {
          fix: suggestion("Remove 'repositoryCredentials'", remove(at)),
          related: [{ place: image, message: 'The image' }],
        },
      );
    }
  },
});
