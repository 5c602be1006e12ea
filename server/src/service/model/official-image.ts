import { parseImage } from './container';

/** The hosts that mean Docker Hub, as no host does. */
const dockerHub = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

/** True for an image that is pulled from Docker Hub. https://docs.docker.com/docker-hub/usage/pulls/ */
export function isOnDockerHub(image: string): boolean {
  const { host } = parseImage(image);
  return host === undefined || dockerHub.includes(host);
}

/** The name of an official image of Docker Hub, be it from there or from its copy in the public ECR; undefined for any other. */
export function officialName(image: string): string | undefined {
  const { host, repository } = parseImage(image);
  const isCopy = host === 'public.ecr.aws' && repository.startsWith('docker/library/');
  if (!isCopy && !isOnDockerHub(image)) return undefined;
  const name = repository.replace(isCopy ? 'docker/library/' : /^library\//, '');
  return name.includes('/') ? undefined : name;
}
