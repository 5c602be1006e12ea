import type { ASTNode } from '../syntax/ast';
import { container } from './container';
import { type Field, flag, list, type Misspelt, number, object, type Place, text } from './field';
import { isKnown } from './known';
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
  ephemeralStorage: object({ sizeInGiB: number }),
  runtimePlatform: object({ cpuArchitecture: text, operatingSystemFamily: text }),
  enableFaultInjection: flag,
});

type TaskDefinitionObject = ReturnType<typeof taskDefinitionObject>;

/** The network mode that holds: the stated one, or the default of the launch types. */
export type NetworkMode = 'awsvpc' | 'bridge' | 'host' | 'none';

/** A view of one task definition, with what follows from several of its members. */
export interface TaskDefinition extends TaskDefinitionObject {
  /** Where `requiresCompatibilities` lists a launch type; undefined when it does not. */
  launchType(name: 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES'): Field<string> | undefined;
  /** Undefined when it cannot be known. */
  readonly effectiveNetworkMode: NetworkMode | undefined;
  /** `LINUX` when missing; undefined when it cannot be known. */
  readonly isWindows: boolean | undefined;
  /** Task-level CPU in CPU units (1024 = 1 vCPU). */
  readonly cpuUnits: number | undefined;
  /** Task-level memory in MiB. */
  readonly memoryMiB: number | undefined;
}

/** Reads the task definition at a node. Costs nothing until members are asked for. Members under a misspelt name are unresolved. */
export function taskDefinition(node: ASTNode, misspelt?: Misspelt): TaskDefinition {
  const place: Place = { node, anchor: node, name: '', misspelt };
  const task = taskDefinitionObject(place);
  const launchType: TaskDefinition['launchType'] = (name) =>
    task.requiresCompatibilities.items.find(({ literal }) => literal === name);
  return Object.defineProperties(task, {
    launchType: { value: launchType },
    effectiveNetworkMode: { get: () => effectiveNetworkMode(task, launchType) },
    isWindows: { get: () => isWindows(task) },
    cpuUnits: { get: () => sizeOf(task.cpu, cpuUnits) },
    memoryMiB: { get: () => sizeOf(task.memory, memoryMiB) },
  }) as TaskDefinition;
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
  if (!isKnown(requiresCompatibilities) || launchType('FARGATE')) return undefined;
  if (requiresCompatibilities.items.some(({ literal }) => literal === undefined)) return undefined;
  if (launchType('MANAGED_INSTANCES') && !launchType('EC2') && !launchType('EXTERNAL')) return 'awsvpc';
  return 'bridge';
}

function isWindows({ runtimePlatform: { operatingSystemFamily } }: TaskDefinitionObject): boolean | undefined {
  if (!operatingSystemFamily.present) return false;
  return operatingSystemFamily.literal?.startsWith('WINDOWS');
}
