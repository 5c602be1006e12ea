/**
 * Where a member, or a value of one, is supported: by launch type, and on Windows where that differs.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
 */
export interface Support {
  readonly linux: Readonly<Record<LaunchType, string>>;
  /** Present where Windows differs; Managed Instances run Linux only, and few pages tell of Windows on External. */
  readonly windows?: { readonly FARGATE: string; readonly EC2: string; readonly EXTERNAL?: string };
}

export type LaunchType = 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';

/** The cell of what is refused, or never starts. */
export const unsupported = 'no';

const yes = 'yes';
const no = unsupported;
/** AWS's pages do not say, or contradict each other. */
const unclear = 'not documented';

function row(
  FARGATE: string,
  EC2: string,
  EXTERNAL: string,
  MANAGED_INSTANCES: string,
  ...[fargateWindows, ec2Windows]: readonly [] | readonly [string, string]
): Support {
  const linux = { FARGATE, EC2, EXTERNAL, MANAGED_INSTANCES };
  if (fargateWindows === undefined || ec2Windows === undefined) return { linux };
  return { linux, windows: { FARGATE: fargateWindows, EC2: ec2Windows } };
}

const everywhereOnLinux = row(yes, yes, yes, yes, no, no);
const size = row('required', 'optional', 'optional', 'optional', 'required', 'ignored');
const notInAwsvpc = row(no, 'not in awsvpc mode', yes, 'not in awsvpc mode', no, no);
const timeout = row('2 to 120 s', 'at least 2 s', 'at least 2 s', 'at least 2 s', '2 to 120 s', 'at least 2 s');

const task: readonly (readonly [string, Support])[] = [
  ['cpu', size],
  ['memory', size],
  ['networkMode', row('awsvpc', 'any', 'bridge, host, none', 'awsvpc, host', 'awsvpc', 'awsvpc, default (NAT)')],
  ['pidMode', row('task', 'host, task', 'host, task', 'host, task', no, no)],
  ['ipcMode', row(no, yes, yes, yes, no, no)],
  ['runtimePlatform', row(yes, yes, yes, 'Linux only', 'required', yes)],
  ['runtimePlatform.cpuArchitecture', row('any', 'any', 'any', 'any', 'X86_64', 'X86_64')],
  ['placementConstraints', row(no, yes, yes, unclear, no, yes)],
  ['ephemeralStorage', row(yes, no, no, no, yes, no)],
  ['inferenceAccelerators', row(no, no, no, no)],
  ['proxyConfiguration', row('awsvpc mode', 'awsvpc mode', no, unclear, no, no)],
  ['enableFaultInjection', row(yes, 'awsvpc, host mode', unclear, unclear, no, no)],
];

const container: readonly (readonly [string, Support])[] = [
  ['memoryReservation', everywhereOnLinux],
  [
    'portMappings.hostPort',
    row('as containerPort', 'any in bridge mode', 'any in bridge mode', 'as containerPort', 'as containerPort', 'any'),
  ],
  ['portMappings.containerPortRange', row(yes, 'awsvpc, bridge mode', 'bridge mode', 'awsvpc mode', unclear, unclear)],
  ['links', row(no, 'bridge mode', 'bridge mode', no, no, no)],
  ['hostname', row(no, 'not in awsvpc mode', yes, 'not in awsvpc mode', no, 'not in awsvpc mode')],
  ['extraHosts', notInAwsvpc],
  ['dnsServers', notInAwsvpc],
  ['dnsSearchDomains', notInAwsvpc],
  ['disableNetworking', notInAwsvpc],
  ['privileged', row(no, yes, yes, yes, no, no)],
  ['dockerSecurityOptions', row(no, yes, yes, unclear, no, 'credentialspec only')],
  ['readonlyRootFilesystem', everywhereOnLinux],
  ['ulimits', everywhereOnLinux],
  ['systemControls', everywhereOnLinux],
  ['linuxParameters', everywhereOnLinux],
  ['linuxParameters.capabilities.add', row('SYS_PTRACE only', yes, yes, yes, no, no)],
  ['linuxParameters.capabilities.drop', everywhereOnLinux],
  ['linuxParameters.devices', row(no, yes, yes, unclear, no, no)],
  ['linuxParameters.initProcessEnabled', everywhereOnLinux],
  ['linuxParameters.sharedMemorySize', row(no, yes, yes, unclear, no, no)],
  ['linuxParameters.tmpfs', everywhereOnLinux],
  ['linuxParameters.maxSwap', row(no, yes, yes, unclear, no, no)],
  ['linuxParameters.swappiness', row(no, 'not on Amazon Linux 2023', yes, unclear, no, no)],
  ['resourceRequirements', row(no, 'GPU', 'GPU', 'GPU, NeuronDevice', no, no)],
  ['environmentFiles', row('platform 1.4.0 or later', yes, yes, yes, unclear, unclear)],
  ['firelensConfiguration', row(yes, yes, unclear, yes, no, no)],
  [
    'logConfiguration.logDriver',
    row('awslogs, splunk, awsfirelens', 'any', 'any', 'awslogs, splunk, awsfirelens, json-file'),
  ],
  ['startTimeout', timeout],
  ['stopTimeout', timeout],
  ['credentialSpecs', row(unclear, yes, unclear, unclear, unclear, yes)],
];

const volume: readonly (readonly [string, Support])[] = [
  ['host.sourcePath', row(no, yes, yes, yes, no, 'same drive only')],
  ['dockerVolumeConfiguration', row(no, yes, yes, unclear, no, 'local driver only')],
  ['efsVolumeConfiguration', row('platform 1.4.0 or later', yes, no, yes, no, no)],
  ['s3filesVolumeConfiguration', row(yes, unclear, unclear, yes, unclear, unclear)],
  [
    'fsxWindowsFileServerVolumeConfiguration',
    { ...row(no, no, no, no), windows: { FARGATE: no, EC2: yes, EXTERNAL: yes } },
  ],
  ['configuredAtLaunch', row(yes, yes, no, yes, unclear, unclear)],
];

/** By member path without indices. */
export const memberSupport: ReadonlyMap<string, Support> = new Map([
  ...task,
  ...container.map(([path, support]) => [`containerDefinitions.${path}`, support] as const),
  ...volume.map(([path, support]) => [`volumes.${path}`, support] as const),
]);

/** By name of the member and value: `networkMode=host`. */
export const valueSupport: ReadonlyMap<string, Support> = new Map([
  ['networkMode=awsvpc', row('required', yes, no, yes, 'required', yes)],
  ['networkMode=bridge', row(no, yes, yes, no, no, no)],
  ['networkMode=host', row(no, yes, yes, yes, no, no)],
  ['networkMode=none', row(no, yes, yes, unclear, no, no)],
  ['pidMode=host', row(no, yes, yes, yes, no, no)],
  ['pidMode=task', row('platform 1.4.0 or later', yes, yes, yes, no, no)],
  ['cpuArchitecture=ARM64', row(yes, yes, yes, yes, no, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2016_FULL', row(no, yes, yes, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2004_CORE', row(no, yes, unclear, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_20H2_CORE', row(no, yes, yes, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2019_FULL', row(yes, yes, yes, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2019_CORE', row(yes, yes, yes, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2022_FULL', row(yes, yes, yes, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2022_CORE', row(yes, yes, yes, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2025_FULL', row(unclear, yes, unclear, no)],
  ['operatingSystemFamily=WINDOWS_SERVER_2025_CORE', row(unclear, yes, unclear, no)],
  ['type=GPU', row(no, yes, yes, yes, no, no)],
  ['type=NeuronDevice', row(no, unclear, unclear, yes, no, no)],
  ['logDriver=awsfirelens', row(yes, yes, unclear, yes, no, no)],
  ['logDriver=json-file', row(no, yes, yes, yes)],
  ['logDriver=syslog', row(no, yes, yes, no)],
  ['logDriver=journald', row(no, yes, yes, no, no, no)],
  ['logDriver=gelf', row(no, yes, yes, no)],
  ['logDriver=fluentd', row(no, yes, yes, no)],
]);
