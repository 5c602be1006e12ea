import { parseImage } from '../../model/container';
import { isOnDockerHub, officialName } from '../../model/official-image';
import { defineRule, replace, report, suggestion } from '../rule';

const pulled = (image: string, more = '', marks = '') => `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "${image}", "memory": 512${more} }${marks}
  ]
}`;

export const rule = defineRule({
  id: 'docker-hub-rate-limit',
  category: 'reliability',
  severity: 'hint',
  title: 'Images of Docker Hub are pulled with credentials, or from a copy',
  why: 'Docker Hub limits the pulls without an account by IP address, and all tasks behind one NAT gateway share one. Beyond the limit tasks do not start: “CannotPullContainerError: … toomanyrequests”. The public ECR has copies of the official images.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
  bad: [
    pulled('redis:7', '', '\n//                            ^^^^^^^^^'),
    pulled('docker.io/library/redis:7', '', '\n//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^'),
    pulled('bitnami/kafka:3.9', '', '\n//                            ^^^^^^^^^^^^^^^^^^^'),
  ],
  fixed: [pulled('public.ecr.aws/docker/library/redis:7'), pulled('public.ecr.aws/docker/library/redis:7')],
  good: [
    pulled('public.ecr.aws/docker/library/redis:7'),
    pulled('ghcr.io/example/app:1.2'),
    pulled('localhost:5000/app:1.2'),
    pulled('${IMAGE}'),
    pulled(
      'redis:7',
      ', "repositoryCredentials": { "credentialsParameter": "arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf" }',
    ),
  ],

  *check({ containerDefinitions }) {
    for (const { image, repositoryCredentials } of containerDefinitions.items) {
      if (!image.literal || repositoryCredentials.present || !isOnDockerHub(image.literal)) continue;
      const { repository, tag, digest } = parseImage(image.literal);
      // Other names are no images, or are refused as they are.
      if (!/^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/i.test(repository)) continue;
      const name = officialName(image.literal);
      const copy =
        name &&
        `public.ecr.aws/docker/library/${name.toLowerCase()}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
      yield report(
        image,
        copy
          ? `'${image.literal}' is pulled from Docker Hub, which limits pulls without an account. Take the copy in the public ECR, or set repositoryCredentials.`
          : `'${image.literal}' is pulled from Docker Hub, which limits pulls without an account. Set repositoryCredentials, or keep a copy in Amazon ECR.`,
        copy ? { fix: suggestion(`Take '${copy}'`, replace(image, copy)) } : {},
      );
    }
  },
});
