/** A directory of an instance that containers should not have. */
export interface SensitivePath {
  /** What is there, for a message. */
  readonly holds: string;
  /** What still leaks where it is mounted read-only; absent where nothing of worth does. */
  readonly readOnly?: string;
}

const secrets = 'what is read there is still secret';

/**
 * Directories of a Linux instance by which a container takes it over, or reads what others keep there.
 * https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html
 */
export const sensitivePaths: ReadonlyMap<string, SensitivePath> = new Map([
  ['/', { holds: 'everything on the instance', readOnly: secrets }],
  ['/boot', { holds: 'the kernel that the instance starts' }],
  ['/dev', { holds: 'the devices of the instance', readOnly: 'devices can be written even so' }],
  ['/etc', { holds: 'the configuration of the instance, with its users', readOnly: secrets }],
  ['/proc', { holds: 'the processes and the kernel of the instance', readOnly: secrets }],
  ['/root', { holds: "the administrator's files and keys", readOnly: secrets }],
  ['/sys', { holds: 'the settings of the kernel' }],
  ['/var/lib/docker', { holds: 'the files of all containers on the instance', readOnly: secrets }],
  ['/var/lib/ecs', { holds: 'the state of the ECS agent', readOnly: secrets }],
]);

/**
 * Sockets and pipes of container engines: who reaches one starts any container, with anything of the instance in it.
 * https://docs.docker.com/engine/security/protect-access/
 */
export const engineSocket =
  /^(?:(?:\/var)?\/run\/(?:docker\.sock|containerd(?:\/.*)?)|(?:\/\/|\/)\.\/pipe\/(?:docker_engine|containerd-containerd))$/;
