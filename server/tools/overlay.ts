import { tmpfsOptions } from '../src/service/data/tmpfs-options';
import { apiPage } from './documentation';
import type { SchemaNode } from './schema-node';

/** What the SDK's types cannot say about one member (`Structure.member`), its items (`Structure.member[]`) or a structure. */
export interface OverlayRow {
  readonly at: string;
  readonly says: Limits;
  /** Page that states it. */
  readonly source: string;
}

type Limits = Pick<
  SchemaNode,
  | 'required'
  | 'enum'
  | 'examples'
  | 'minimum'
  | 'maximum'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'pattern'
  | 'patternErrorMessage'
  | 'default'
>;

const guide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';
const efs = 'https://docs.aws.amazon.com/efs/latest/ug';

/** A limit on members of one structure, stated on the structure's page of the API reference unless `source` says otherwise. */
const rows = (structure: string, members: Readonly<Record<string, Limits & { readonly source?: string }>>) =>
  Object.entries(members).map(([member, { source = apiPage(structure), ...says }]): OverlayRow => {
    return { at: member === '' ? structure : `${structure}.${member}`, says, source };
  });

const name: Limits = {
  pattern: '^[A-Za-z0-9_-]+$',
  patternErrorMessage: 'Letters, digits, hyphens and underscores only.',
  maxLength: 255,
};
const port: Limits = { minimum: 1, maximum: 65535 };
const tagText: Limits = {
  pattern: '^(?![aA][wW][sS]:)[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$',
  patternErrorMessage: "Letters, digits, spaces and _ . : / = + - @ only, and no prefix 'aws:'.",
};

// The guide's parameter list has AUDIT_READ too, which the API reference lacks.
const capability: Limits & { readonly source: string } = {
  source: `${guide}/task_definition_parameters.html#container_definition_linuxparameters`,
  enum: [
    ...[
      'ALL',
      'AUDIT_CONTROL',
      'AUDIT_READ',
      'AUDIT_WRITE',
      'BLOCK_SUSPEND',
      'CHOWN',
      'DAC_OVERRIDE',
      'DAC_READ_SEARCH',
    ],
    ...['FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE'],
    ...['MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_RAW', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID'],
    ...['SYS_ADMIN', 'SYS_BOOT', 'SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO'],
    ...['SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'SYSLOG', 'WAKE_ALARM'],
  ],
};

const tag = rows('Tag', {
  key: { ...tagText, minLength: 1, maxLength: 128 },
  value: { ...tagText, maxLength: 256 },
});

/**
 * The hand-kept part of the schema. Only what the service rejects whatever the launch type is a limit here; what depends on other
 * members is a rule, and values that merely are usual are `examples`.
 */
export const overlay: readonly OverlayRow[] = [
  ...tag,
  ...rows('RegisterTaskDefinition', {
    family: name,
    containerDefinitions: { minItems: 1, maxItems: 10, source: `${guide}/service-quotas.html` },
    cpu: {
      pattern: '^(\\d+|\\d*\\.?\\d+\\s*[vV][cC][pP][uU][sS]?)$',
      patternErrorMessage: "CPU units such as '1024', or vCPUs such as '1 vCPU'.",
    },
    memory: {
      pattern: '^(\\d+|\\d*\\.?\\d+\\s*[gGmM][iI]?[bB])$',
      patternErrorMessage: "MiB such as '2048', or GB such as '2 GB'.",
    },
    placementConstraints: { maxItems: 10 },
    tags: { minItems: 1, maxItems: 50 },
    enableFaultInjection: { default: false },
  }),
  ...rows('ContainerDefinition', {
    '': { required: ['name', 'image'] },
    name,
    cpu: { minimum: 0 },
    memory: { minimum: 4 },
    memoryReservation: { minimum: 4 },
    essential: { default: true },
    environmentFiles: { maxItems: 10 },
    startTimeout: { minimum: 2 },
    stopTimeout: { minimum: 2 },
    versionConsistency: { default: 'enabled' },
    credentialSpecs: { maxItems: 1 },
    'dnsSearchDomains[]': {
      pattern: '^[a-zA-Z0-9.-]{0,253}[a-zA-Z0-9]$',
      patternErrorMessage: 'A domain name: letters, digits, dots and hyphens, a letter or digit last.',
      source: `${guide}/task_definition_parameters.html#container_definition_network`,
    },
    'dockerSecurityOptions[]': { examples: ['no-new-privileges'] },
  }),
  ...rows('PortMapping', {
    containerPort: port,
    hostPort: { minimum: 0, maximum: 65535 },
    containerPortRange: {
      pattern: '^\\d+-\\d+$',
      patternErrorMessage: "A range of ports such as '8080-8090'.",
    },
    protocol: { examples: ['tcp', 'udp'], default: 'tcp' },
    name: {
      pattern: '^[a-z0-9_][a-z0-9_-]*$',
      patternErrorMessage: 'Lower-case letters, digits, underscores and hyphens only, and no hyphen first.',
      maxLength: 64,
    },
  }),
  ...rows('ContainerRestartPolicy', {
    restartAttemptPeriod: { minimum: 60, maximum: 1800, default: 300 },
    ignoredExitCodes: { maxItems: 50 },
    'ignoredExitCodes[]': { minimum: 0, maximum: 255 },
  }),
  ...rows('HealthCheck', {
    command: { minItems: 1 },
    interval: { minimum: 5, maximum: 300, default: 30 },
    timeout: { minimum: 2, maximum: 60, default: 5 },
    retries: { minimum: 1, maximum: 10, default: 3 },
    startPeriod: { minimum: 0, maximum: 300 },
  }),
  ...rows('KernelCapabilities', { 'add[]': capability, 'drop[]': capability }),
  ...rows('LinuxParameters', {
    maxSwap: { minimum: 0 },
    swappiness: { minimum: 0, maximum: 100, default: 60 },
  }),
  ...rows('Tmpfs', { size: { minimum: 1 }, 'mountOptions[]': { examples: tmpfsOptions } }),
  ...rows('Device', { permissions: { default: ['read', 'write', 'mknod'] } }),
  ...rows('MountPoint', { readOnly: { default: false } }),
  ...rows('VolumeFrom', { readOnly: { default: false } }),
  ...rows('SystemControl', {
    namespace: {
      pattern: '^(kernel\\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|fs\\.mqueue\\..+|net\\..+)$',
      patternErrorMessage: 'One of the IPC parameters of kernel.*, or a parameter of fs.mqueue.* or net.*.',
    },
  }),
  ...rows('NvidiaMpsAllocation', { memory: { minimum: 1 }, maxComputePercent: { minimum: 1, maximum: 100 } }),
  ...rows('Volume', { name }),
  ...rows('EFSVolumeConfiguration', {
    fileSystemId: {
      pattern: '^fs-[0-9a-f]{8,40}$',
      patternErrorMessage: "The ID of a file system, such as 'fs-0123456789abcdef0'.",
      source: `${efs}/API_FileSystemDescription.html`,
    },
    rootDirectory: { default: '/' },
    transitEncryption: { default: 'DISABLED' },
    transitEncryptionPort: port,
  }),
  ...rows('EFSAuthorizationConfig', {
    accessPointId: {
      pattern: '^fsap-[0-9a-f]{8,40}$',
      patternErrorMessage: "The ID of an access point, such as 'fsap-0123456789abcdef0'.",
      source: `${efs}/API_AccessPointDescription.html`,
    },
    iam: { default: 'DISABLED' },
  }),
  ...rows('S3FilesVolumeConfiguration', {
    fileSystemArn: {
      pattern: '^arn:aws[a-z-]*:s3files:[a-z0-9-]+:[0-9]{12}:file-system/fs-[0-9a-f]{8,40}$',
      patternErrorMessage: "An ARN such as 'arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0'.",
      source: `${guide}/specify-s3files-config.html`,
    },
    // Pages show the access point below its file system as well as alone.
    accessPointArn: {
      pattern:
        '^arn:aws[a-z-]*:s3files:[a-z0-9-]+:[0-9]{12}:(file-system/fs-[0-9a-f]{8,40}/)?access-point/fsap-[0-9a-f]{8,40}$',
      patternErrorMessage:
        "An ARN such as 'arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0'.",
      source: `${guide}/specify-s3files-config.html`,
    },
    rootDirectory: { default: '/' },
    transitEncryptionPort: port,
  }),
  ...rows('TaskDefinitionPlacementConstraint', {
    // The page of the service's constraint says it for both.
    expression: { maxLength: 2000, source: apiPage('PlacementConstraint') },
  }),
  ...rows('EphemeralStorage', { sizeInGiB: { minimum: 21, maximum: 200 } }),
];

/** What holds in the inputs of CreateService, UpdateService and RunTask; what depends on the task definition is a rule. */
export const requestOverlay: readonly OverlayRow[] = [
  ...tag,
  ...rows('CapacityProviderStrategyItem', {
    weight: { minimum: 0, maximum: 1000, default: 0 },
    base: { minimum: 0, maximum: 100_000, default: 0 },
  }),
];
