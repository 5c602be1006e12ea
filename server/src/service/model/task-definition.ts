import type { ASTNode } from '../syntax/ast';
import { container } from './container';
import { type Credential, credentialsIn } from './credentials';
import { type Field, flag, list, type Misspelt, number, object, type Place, text } from './field';
import { areLaunchTypesKnown } from './launch-type';
import { logRegionOf } from './log-region';
import { type LogRouting, logRouting } from './log-routing';
import { type MountsByVolume, mountsByVolume } from './mounts';
import { type MappedPort, mappedPorts } from './ports';
import { cpuUnits, memoryMiB, sizeOf } from './size';
import { volume } from './volume';

const nameAndValue = object({ name: text, value: text });

const taskDefinitionObject = object({
  family: text,
  taskRoleArn: text,
  executionRoleArn: text,
  networkMode: text,
  containerDefinitions: list(container),
  volumes: list(volume),
  placementConstraints: list(object({ type: text, expression: text })),
  requiresCompatibilities: list(text),
  cpu: text,
  memory: text,
  tags: list(object({ key: text, value: text })),
  pidMode: text,
  ipcMode: text,
  proxyConfiguration: object({ type: text, containerName: text, properties: list(nameAndValue) }),
  inferenceAccelerators: list(object({ deviceName: text, deviceType: text })),
  ephemeralStorage: object({ sizeInGiB: number }),
  runtimePlatform: object({ cpuArchitecture: text, operatingSystemFamily: text }),
  enableFaultInjection: flag,
});

type TaskDefinitionObject = ReturnType<typeof taskDefinitionObject>;

/** The network mode that holds: the stated one, or the default of the launch types. */
export type NetworkMode = 'awsvpc' | 'bridge' | 'host' | 'none';

/** What is known of a definition that it does not say itself. */
export interface Assumed {
  /** The launch types it is for, where it lists none. */
  readonly launchTypes?: readonly LaunchType[] | undefined;
  /** What it has under misspelt names; these members are unresolved. */
  readonly misspelt?: Misspelt | undefined;
}

export type LaunchType = 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';

/** A view of one task definition, with what follows from several of its members. */
export interface TaskDefinition extends TaskDefinitionObject {
  /**
   * Where `requiresCompatibilities` lists a launch type, or the definition itself where the launch types are assumed; undefined
   * when it is not for that one.
   */
  launchType(name: LaunchType): Field<string> | undefined;
  /** The launch types that are known: listed, or assumed where the list is missing. */
  readonly launchTypes: readonly LaunchType[];
  readonly assumed: Assumed;
  /** Undefined when it cannot be known. */
  readonly effectiveNetworkMode: NetworkMode | undefined;
  /** As `effectiveNetworkMode`, and `awsvpc` where a mode is missing that can become nothing else, as on Fargate. */
  readonly onlyNetworkMode: NetworkMode | undefined;
  /** All port mappings in document order. */
  readonly ports: readonly MappedPort[];
  /** `LINUX` when missing; undefined when it cannot be known. */
  readonly isWindows: boolean | undefined;
  /** Which container mounts which volume, and where; undefined when a mount point is unknown. */
  readonly mountsByVolume: MountsByVolume | undefined;
  /** Who routes logs through FireLens, which Linux alone has: nobody where the system may be another. */
  readonly logRouting: LogRouting;
  /** The region that a container logs to; undefined when none says so. */
  readonly logRegion: string | undefined;
  /** What stands in plain text and is a credential by its form. */
  readonly credentials: readonly Credential[];
  /** Task-level CPU in CPU units (1024 = 1 vCPU). */
  readonly cpuUnits: number | undefined;
  /** Task-level memory in MiB. */
  readonly memoryMiB: number | undefined;
}

/** All launch types. */
export const launchTypes: readonly LaunchType[] = ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'];

/** Reads the task definition at a node. Costs nothing until members are asked for. */
export function taskDefinition(node: ASTNode, assumed: Assumed = {}): TaskDefinition {
  const place: Place = { node, anchor: node, name: '', misspelt: assumed.misspelt };
  const task = taskDefinitionObject(place);
  const launchType: TaskDefinition['launchType'] = (name) => {
    if (task.requiresCompatibilities.present)
      return task.requiresCompatibilities.items.find(({ literal }) => literal === name);
    return assumed.launchTypes?.includes(name)
      ? { node: undefined, anchor: node, name: '', present: true, unresolved: false, literal: name }
      : undefined;
  };
  return Object.defineProperties(task, {
    assumed: { value: assumed },
    launchType: { value: launchType },
    launchTypes: { get: () => launchTypes.filter((name) => launchType(name) !== undefined) },
    effectiveNetworkMode: { get: () => effectiveNetworkMode(task, launchType) },
    onlyNetworkMode: {
      get: () =>
        !task.networkMode.present && launchType('FARGATE') ? 'awsvpc' : effectiveNetworkMode(task, launchType),
    },
    ports: once(() => mappedPorts(task.containerDefinitions, effectiveNetworkMode(task, launchType))),
    isWindows: { get: () => isWindows(task) },
    mountsByVolume: once(() => mountsByVolume(task.containerDefinitions)),
    credentials: once(() => credentialsIn(task.containerDefinitions, task.volumes)),
    logRegion: once(() => logRegionOf(task.containerDefinitions)),
    logRouting: once(() =>
      isWindows(task) === false ? logRouting(task.containerDefinitions) : { routers: [], routed: [] },
    ),
    cpuUnits: { get: () => sizeOf(task.cpu, cpuUnits) },
    memoryMiB: { get: () => sizeOf(task.memory, memoryMiB) },
  }) as TaskDefinition;
}

/** A member that is made when it is first asked for, because many rules ask. */
function once<T>(make: () => T): PropertyDescriptor {
  let made: { readonly value: T } | undefined;
  return {
    get() {
      made ??= { value: make() };
      return made.value;
    },
  };
}

/**
 * A missing mode is `bridge` where the definition can run on EC2 or EXTERNAL and `awsvpc` on Managed Instances alone;
 * on Fargate it is an error, so nothing follows from it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#network_mode
 */
function effectiveNetworkMode(
  { networkMode, requiresCompatibilities }: TaskDefinitionObject,
  launchType: TaskDefinition['launchType'],
): NetworkMode | undefined {
  if (networkMode.present) {
    const modes: readonly string[] = ['awsvpc', 'bridge', 'host', 'none'] satisfies readonly NetworkMode[];
    return modes.includes(networkMode.literal ?? '') ? (networkMode.literal as NetworkMode) : undefined;
  }
  if (!areLaunchTypesKnown({ requiresCompatibilities }) || launchType('FARGATE')) return undefined;
  if (launchType('MANAGED_INSTANCES') && !launchType('EC2') && !launchType('EXTERNAL')) return 'awsvpc';
  return 'bridge';
}

function isWindows({ runtimePlatform: { operatingSystemFamily } }: TaskDefinitionObject): boolean | undefined {
  if (!operatingSystemFamily.present) return false;
  return operatingSystemFamily.literal?.startsWith('WINDOWS');
}
