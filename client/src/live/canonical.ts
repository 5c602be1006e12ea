type Json = Readonly<Record<string, unknown>>;

/**
 * One spelling of a task definition for comparing: without the defaults that ECS adds or implies, with sets in order.
 * Not for sending.
 */
export function canonicalDefinition(definition: Json, withTags: boolean): Json {
  const { tags, ...rest } = definition;
  const fargate = list(rest.requiresCompatibilities).includes('FARGATE');
  const networkMode = rest.networkMode ?? (fargate ? 'awsvpc' : 'bridge');
  return pruned({
    ...rest,
    cpu: units(rest.cpu, 'vcpu'),
    memory: units(rest.memory, 'gb'),
    networkMode,
    runtimePlatform: fargate ? { ...fargatePlatform, ...object(rest.runtimePlatform) } : rest.runtimePlatform,
    requiresCompatibilities: list(rest.requiresCompatibilities).toSorted(),
    containerDefinitions: sorted(
      list(rest.containerDefinitions).map((item) => container(object(item), networkMode)),
      'name',
    ),
    proxyConfiguration: withSorted(rest.proxyConfiguration, 'properties', 'name'),
    volumes: sorted(list(rest.volumes).map(volume), 'name'),
    ...(withTags ? { tags: sorted(list(tags), 'key') } : {}),
  }) as Json;
}

function container(given: Json, networkMode: unknown): Json {
  return {
    ...given,
    cpu: given.cpu === 0 ? undefined : given.cpu,
    // Kept as a word: `false` is dropped as a default everywhere else.
    essential: given.essential === false ? 'no' : 'yes',
    portMappings: sorted(
      list(given.portMappings).map((item) => port(object(item), networkMode)),
      'containerPort',
      'containerPortRange',
      'protocol',
      'hostPort',
    ),
    mountPoints: sorted(list(given.mountPoints), 'containerPath'),
    dependsOn: sorted(list(given.dependsOn), 'containerName'),
    volumesFrom: sorted(list(given.volumesFrom), 'sourceContainer'),
    logConfiguration: withSorted(given.logConfiguration, 'secretOptions', 'name'),
    environment: sorted(list(given.environment), 'name'),
    secrets: sorted(list(given.secrets), 'name'),
    ulimits: sorted(list(given.ulimits), 'name'),
    systemControls: sorted(list(given.systemControls), 'namespace'),
    resourceRequirements: sorted(list(given.resourceRequirements), 'type', 'value'),
    linuxParameters: withSorted(
      withSorted(given.linuxParameters, 'tmpfs', 'containerPath'),
      'devices',
      'containerPath',
      'hostPath',
    ),
    healthCheck: healthCheck(given.healthCheck),
    restartPolicy: restartPolicy(given.restartPolicy),
  };
}

// With awsvpc and host ECS answers the host port that it gave, which is the container's.
function port(given: Json, networkMode: unknown): Json {
  const implied = networkMode === 'awsvpc' || networkMode === 'host' ? given.containerPort : 0;
  return {
    ...given,
    protocol: given.protocol === 'tcp' ? undefined : given.protocol,
    hostPort: given.hostPort === implied || given.hostPort === 0 ? undefined : given.hostPort,
  };
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
function healthCheck(given: unknown): unknown {
  if (given == null) return undefined;
  const { interval = 30, timeout = 5, retries = 3, startPeriod = 0, ...rest } = object(given);
  return { ...rest, interval, timeout, retries, startPeriod };
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html
function restartPolicy(given: unknown): unknown {
  return object(given).enabled === true ? { restartAttemptPeriod: 300, ...object(given) } : given;
}

function volume(given: unknown): Json {
  const { efsVolumeConfiguration: efs, ...rest } = object(given);
  if (efs == null) return rest;
  const { rootDirectory = '/', ...mount } = object(efs);
  return { ...rest, efsVolumeConfiguration: { ...mount, rootDirectory } };
}

// `1 vCPU` and `2 GB` are answered as `1024` and `2048`; numbers as text.
function units(given: unknown, unit: 'vcpu' | 'gb'): unknown {
  const text = typeof given === 'number' ? String(given) : given;
  if (typeof text !== 'string') return given;
  const compact = text.replaceAll(/\s/g, '').toLowerCase();
  return compact.endsWith(unit) ? String(Number(compact.slice(0, -unit.length)) * 1024) : compact;
}

// Without what says nothing: null, false, empty lists and objects. The API leaves these out or adds them freely.
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, pruned(item)] as const)
    .filter(([, item]) => !empty(item));
  return Object.fromEntries(kept);
}

function empty(value: unknown): boolean {
  return value == null || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
}

function withSorted(value: unknown, member: string, ...keys: readonly string[]): unknown {
  const items = object(value)[member];
  return Array.isArray(items) ? { ...object(value), [member]: sorted(items, ...keys) } : value;
}

function sorted(items: readonly unknown[], ...keys: readonly string[]): readonly unknown[] {
  const name = (item: unknown): string => keys.map((key) => object(item)[key]).join(' ');
  return items.toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/**
 * What a task on Fargate gets where nothing is said; elsewhere one that says nothing may be placed on any platform.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html
 */
const fargatePlatform = { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' };
