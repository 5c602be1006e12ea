import type { StopGroup } from './cause';
import { connectivityPage, denied, executionRolePage, reach, unreachable } from './words';

const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html';

/** Images that could not be pulled. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html */
export const imageCauses: readonly StopGroup[] = [
  {
    begins:
      /^(?:CannotPull(?:ECR)?Container(?:Error|FromRegistry)?: |The task can(?:['’]t|not) pull (?:the image|['‘"]))/i,
    causes: [
      {
        id: 'image-rate-limit',
        severity: 'error',
        says: /toomanyrequests|reached your (?:unauthenticated )?pull rate limit/i,
        sentence: 'The registry has refused the image of {container}: too many pulls in a short time.',
        fix: 'Wait, take the copy in the public ECR (public.ecr.aws/docker/library/…) or in your own, or set repositoryCredentials.',
        url: page,
        at: 'image',
      },
      {
        id: 'image-platform',
        severity: 'error',
        says: /descriptor matching platform|no match(?:ing manifest)? for (?:platform|linux\/|windows)|cannot be used on this platform/i,
        sentence: 'The image of {container} was not built for the platform that the task runs on.',
        fix: 'Build it for that platform (docker buildx build --platform linux/amd64 or linux/arm64), or set runtimePlatform.cpuArchitecture to what it was built for.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
        at: 'image',
      },
      {
        id: 'image-no-space',
        severity: 'error',
        says: /no space left on device/i,
        sentence: 'The disk was full before the image of {container} was there.',
        fix: 'Make the image smaller, enlarge ephemeralStorage on Fargate, or free space on the container instance.',
        url: page,
        at: 'image',
      },
      {
        id: 'image-layers',
        severity: 'error',
        says: /httpReaderSeeker|error pulling image conf/i,
        sentence: 'The registry knows the image of {container}, but its layers could not be read.',
        fix: 'Layers of ECR lie in Amazon S3: let the endpoint, its policy, the routes and the security group lead there.',
        url: page,
        at: 'image',
      },
      {
        id: 'image-denied',
        severity: 'error',
        says: new RegExp(
          `${denied.source}|401 Unauthorized|pull access denied|no basic auth credentials|: (?:denied|unauthorized): |authorization failed`,
          'i',
        ),
        sentence:
          'The registry does not give out the image of {container}: access is denied, or there is no such repository.',
        fix: 'Check the name. For ECR the execution role needs ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer, and a repository of another account a policy; elsewhere set repositoryCredentials.',
        url: executionRolePage,
        at: 'image',
      },
      {
        id: 'image-host-unknown',
        severity: 'error',
        says: /no such host/i,
        sentence: 'The registry in the image of {container} has no address.',
        fix: 'Check its name, and that the VPC resolves names of DNS.',
        url: connectivityPage,
        at: 'image',
      },
      {
        id: 'image-unreachable',
        severity: 'error',
        says: unreachable,
        sentence: 'There is no way from the task to the registry of the image of {container}.',
        fix: `${reach} An image of Docker Hub needs the internet.`,
        url: connectivityPage,
        at: 'image',
      },
      {
        id: 'image-not-found',
        severity: 'error',
        says: /: not found(?:[\s,.]|$)|manifest unknown|name unknown|manifest for \S+ not found|repository \S+ not found|repository with name .{1,300} does not exist|404 Not Found/i,
        sentence: 'The image of {container} is not in its registry.',
        fix: 'Check repository, tag or digest, account and region, and that the image has been pushed.',
        url: page,
        at: 'image',
      },
      {
        id: 'image-reference',
        severity: 'error',
        says: /invalid reference format/i,
        sentence: 'The image of {container} is not written as an image reference.',
        fix: 'Write registry/repository:tag in small letters, without https://.',
        url: page,
        at: 'image',
      },
      {
        id: 'image-pull',
        severity: 'error',
        sentence: 'The image of {container} could not be pulled.',
        fix: 'Check that it exists, that the execution role may pull it, and that the task reaches the registry.',
        url: page,
        at: 'image',
      },
    ],
  },
];
