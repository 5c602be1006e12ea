import type {
  Container,
  ContainerDefinition,
  ManagedAgent,
  NetworkBinding,
  Task,
  TaskDefinition,
  TaskStopCode,
} from '@aws-sdk/client-ecs';
import { endingOf } from './endings';
import type { TaskRecord, World } from './world';

/** When a task changes its state, in milliseconds of the virtual clock. */
export const taskTimes = {
  /** After creation. */
  pending: 3_000,
  /** After creation: what keeps a task from running is noticed. */
  startFails: 8_000,
  /** After creation. */
  running: 10_000,
  /** After RUNNING: a task that ends by itself ends. */
  ends: 30_000,
  /** After the stop: STOPPING until then. */
  deprovisioning: 3_000,
  /** After the stop. */
  stopped: 6_000,
} as const;

/** When a definition's tasks fail, if they do: before they run or later. */
export function failureOf(world: World, definition: TaskDefinition): 'start' | 'later' | undefined {
  const ending = endingOf(world, definition);
  return ending?.failure === false ? undefined : ending?.phase;
}

/** The task as DescribeTasks shows it at this moment of the clock; `tags` only when asked for. */
export function describeTask(world: World, record: TaskRecord, withTags = false): Task {
  const now = world.clock.now();
  const { definition } = record;
  const ran = startOf(record) <= now && startOf(record) < (endOf(record)?.at ?? Number.POSITIVE_INFINITY);
  const end = endOf(record);
  const ended = end && end.at <= now ? end : undefined;
  const lastStatus = statusOf(record, now);
  const stopped = lastStatus === 'STOPPED';
  return {
    taskArn: record.arn,
    clusterArn: record.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    group: record.group,
    launchType: record.launchType,
    ...(record.launchType === 'FARGATE' ? { platformVersion: '1.4.0', platformFamily: 'Linux' } : {}),
    ...(record.containerInstanceArn ? { containerInstanceArn: record.containerInstanceArn } : {}),
    ...(record.startedBy ? { startedBy: record.startedBy } : {}),
    availabilityZone: `${world.region}a`,
    cpu: definition.cpu ?? '0',
    memory: definition.memory ?? '0',
    lastStatus,
    desiredStatus: ended ? 'STOPPED' : 'RUNNING',
    healthStatus: 'UNKNOWN',
    connectivity: ran ? 'CONNECTED' : undefined,
    enableExecuteCommand: record.enableExecuteCommand ?? false,
    overrides: record.overrides ?? { containerOverrides: [] },
    attachments: [],
    attributes: [],
    tags: withTags ? (record.tags ?? []) : [],
    version: 1,
    createdAt: new Date(record.createdAt),
    ...(ran ? { startedAt: new Date(startOf(record)) } : {}),
    ...(ended ? { stoppingAt: new Date(ended.at), stopCode: ended.code, stoppedReason: ended.reason } : {}),
    ...(ended && stopped ? { stoppedAt: new Date(ended.at + taskTimes.stopped) } : {}),
    containers: containers(record, { now, ran, ended, lastStatus }),
  };
}

/** The task's `lastStatus` at `now`. */
export function statusOf(record: TaskRecord, now: number): string {
  const end = endOf(record);
  if (end && now >= end.at) {
    const since = now - end.at;
    if (since >= taskTimes.stopped) return 'STOPPED';
    return since >= taskTimes.deprovisioning || end.at < startOf(record) ? 'DEPROVISIONING' : 'STOPPING';
  }
  if (now >= startOf(record)) return 'RUNNING';
  return now - record.createdAt >= taskTimes.pending ? 'PENDING' : 'PROVISIONING';
}

/** True from the moment the task is on its way to its end. */
export function isEnding(record: TaskRecord, now: number): boolean {
  return (endOf(record)?.at ?? Number.POSITIVE_INFINITY) <= now;
}

function startOf({ ending, createdAt }: TaskRecord): number {
  return ending?.phase === 'start' ? Number.POSITIVE_INFINITY : createdAt + taskTimes.running;
}

interface End {
  readonly at: number;
  readonly code: TaskStopCode;
  readonly reason: string;
  /** Nobody stopped it. */
  readonly own: boolean;
}

function endOf(record: TaskRecord): End | undefined {
  const own = ownEnd(record);
  const { stopped } = record;
  if (!stopped || (own && own.at <= stopped.at)) return own;
  return { at: stopped.at, code: stopped.code ?? 'UserInitiated', reason: stopped.reason, own: false };
}

function ownEnd(record: TaskRecord): End | undefined {
  const { ending, createdAt } = record;
  if (!ending) return undefined;
  const at = ending.phase === 'start' ? createdAt + taskTimes.startFails : startOf(record) + taskTimes.ends;
  return { at, code: ending.code, reason: ending.reason, own: true };
}

interface Moment {
  readonly now: number;
  readonly ran: boolean;
  readonly ended: End | undefined;
  readonly lastStatus: string;
}

function containers(record: TaskRecord, { ran, ended, lastStatus }: Moment): Container[] {
  const stopped = lastStatus === 'STOPPED' || lastStatus === 'DEPROVISIONING';
  return (record.definition.containerDefinitions ?? []).map((definition) => {
    const { name = '', image = '' } = definition;
    const ending = ended?.own && record.ending?.container === name ? record.ending : undefined;
    return {
      containerArn: `${record.arn.replace(':task/', ':container/')}/${name}`,
      taskArn: record.arn,
      name,
      image,
      ...(ran ? { runtimeId: `${record.arn.slice(-32)}-${name}`, imageDigest: `sha256:${'0'.repeat(64)}` } : {}),
      lastStatus: stopped ? 'STOPPED' : lastStatus === 'RUNNING' || lastStatus === 'STOPPING' ? 'RUNNING' : 'PENDING',
      healthStatus: ending?.unhealthy
        ? 'UNHEALTHY'
        : definition.healthCheck && lastStatus === 'RUNNING'
          ? 'HEALTHY'
          : 'UNKNOWN',
      cpu: String(definition.cpu ?? 0),
      networkInterfaces:
        ran && record.definition.networkMode === 'awsvpc' ? [{ privateIpv4Address: addressOf(record) }] : [],
      networkBindings: lastStatus === 'RUNNING' ? bindings(record, definition) : [],
      ...(record.enableExecuteCommand ? { managedAgents: [agent(lastStatus)] } : {}),
      ...(definition.memory === undefined ? {} : { memory: String(definition.memory) }),
      // A container that did not end by itself was told to: 143 is SIGTERM.
      ...(stopped && ran ? { exitCode: ending?.exitCode ?? 143 } : {}),
      ...(ending?.containerReason ? { reason: ending.containerReason } : {}),
    };
  });
}

/** Docker takes a free port of the host where the definition names none. */
function bindings({ definition }: TaskRecord, container: ContainerDefinition): NetworkBinding[] {
  if (definition.networkMode === 'awsvpc') return [];
  return (container.portMappings ?? []).map(({ containerPort, hostPort, protocol = 'tcp' }) => ({
    bindIP: '0.0.0.0',
    containerPort,
    hostPort: hostPort || 32_768,
    protocol,
  }));
}

function agent(lastStatus: string): ManagedAgent {
  return { name: 'ExecuteCommandAgent', lastStatus: lastStatus === 'RUNNING' ? 'RUNNING' : 'PENDING' };
}

function addressOf({ arn }: TaskRecord): string {
  return `172.31.${Number.parseInt(arn.slice(-4, -2), 16)}.${Number.parseInt(arn.slice(-2), 16)}`;
}
