import { entries, flag, list, number, object, text } from './field';
import { parseEcrHost } from './resource-names';

// Each has, as people mix them up, the member that only the other one takes.
const variable = object({ name: text, value: text, valueFrom: text });
const secret = object({ name: text, valueFrom: text, value: text });

export const portMapping = object({
  name: text,
  appProtocol: text,
  containerPort: number,
  containerPortRange: text,
  hostPort: number,
  protocol: text,
});

export const mountPoint = object({ sourceVolume: text, containerPath: text, readOnly: flag });

export const container = object({
  name: text,
  image: text,
  repositoryCredentials: object({ credentialsParameter: text }),
  cpu: number,
  memory: number,
  memoryReservation: number,
  links: list(text),
  portMappings: list(portMapping),
  essential: flag,
  restartPolicy: object({ enabled: flag, ignoredExitCodes: list(number), restartAttemptPeriod: number }),
  entryPoint: list(text),
  command: list(text),
  environment: list(variable),
  environmentFiles: list(object({ value: text, type: text })),
  mountPoints: list(mountPoint),
  volumesFrom: list(object({ sourceContainer: text, readOnly: flag })),
  linuxParameters: object({
    capabilities: object({ add: list(text), drop: list(text) }),
    devices: list(object({ hostPath: text, containerPath: text, permissions: list(text) })),
    initProcessEnabled: flag,
    sharedMemorySize: number,
    tmpfs: list(object({ containerPath: text, size: number, mountOptions: list(text) })),
    maxSwap: number,
    swappiness: number,
  }),
  secrets: list(secret),
  dependsOn: list(object({ containerName: text, condition: text })),
  startTimeout: number,
  stopTimeout: number,
  versionConsistency: text,
  hostname: text,
  user: text,
  workingDirectory: text,
  disableNetworking: flag,
  privileged: flag,
  readonlyRootFilesystem: flag,
  dnsServers: list(text),
  dnsSearchDomains: list(text),
  extraHosts: list(object({ hostname: text, ipAddress: text })),
  dockerSecurityOptions: list(text),
  interactive: flag,
  pseudoTerminal: flag,
  dockerLabels: entries(text),
  ulimits: list(object({ name: text, softLimit: number, hardLimit: number })),
  logConfiguration: object({ logDriver: text, options: entries(text), secretOptions: list(secret) }),
  healthCheck: object({
    command: list(text),
    interval: number,
    timeout: number,
    retries: number,
    startPeriod: number,
  }),
  systemControls: list(object({ namespace: text, value: text })),
  resourceRequirements: list(
    object({
      type: text,
      value: text,
      sharingStrategy: object({ nvidiaMps: object({ memory: number, maxComputePercent: number }) }),
    }),
  ),
  firelensConfiguration: object({ type: text, options: entries(text) }),
  credentialSpecs: list(text),
});

/** A view of one ContainerDefinition. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export type Container = ReturnType<typeof container>;
export type PortMapping = ReturnType<typeof portMapping>;
export type MountPoint = ReturnType<typeof mountPoint>;
export type Secret = ReturnType<typeof secret>;

/** `essential` missing means true. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export function isEssential({ essential }: Pick<Container, 'essential'>): boolean | undefined {
  return essential.present ? essential.literal : true;
}

/** The container's name for a message. */
export function nameOf({ name }: Pick<Container, 'name'>): string {
  return name.literal ? `'${name.literal}'` : 'without a name';
}

/** The name of an image reference's parts: registry host, repository, tag, digest. */
export interface ImageReference {
  readonly host?: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Splits an image reference as Docker does: the tag follows the last `:` after the last `/`, the digest follows `@`. */
export function parseImage(image: string): ImageReference {
  const [name = '', digest] = image.split('@', 2);
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  const path = colon < 0 ? name : name.slice(0, colon);
  const slash = path.indexOf('/');
  const first = path.slice(0, slash);
  const hasHost = slash > 0 && (/[.:]/.test(first) || first === 'localhost');
  return {
    ...(hasHost && { host: first }),
    repository: hasHost ? path.slice(slash + 1) : path,
    ...(colon >= 0 && { tag: name.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  };
}

/**
 * True for an image in a private ECR repository, the ones that need an execution role to pull.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export function isPrivateEcr(image: string): boolean {
  return parseEcrHost(parseImage(image).host ?? '') !== undefined;
}
