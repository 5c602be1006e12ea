import type {
  CapacityProvider,
  CapacityProviderStrategyItem,
  CreateServiceRequest,
  DeploymentConfiguration,
  DeploymentControllerType,
  DeploymentLifecycleHookAction,
  DeploymentLifecycleHookDetail,
  DeploymentLifecycleHookStatus,
  LaunchType,
  LoadBalancer,
  Rollback,
  RunTaskResponse,
  SchedulingStrategy,
  ServiceDeploymentStatus,
  Tag,
  TaskDefinition,
  TaskOverride,
  TaskStopCode,
} from '@aws-sdk/client-ecs';
import type { Entry } from './agenda';
import { clusterNotFound } from './api-error';
import { type Belongings, newBelongings } from './belongings';
import { type InstanceRecord, predefinedProviders } from './capacity';
import type { VirtualClock } from './clock';
import type { DaemonRecord } from './daemons';
import type { Ending, EndingName, TaskEnding } from './endings';
import type { Tail } from './live-tail';
import type { LogGroupRecord } from './logs';
import type { Measured } from './metrics';
import { defaultNetwork, type Network } from './network';
import type { Scaled } from './scaling';
import type { Stage } from './stages';
import type { TargetGroupRecord } from './traffic';

/** The account every ARN of the fake is in: one of AWS's documentation accounts. */
export const account = '111122223333';

/** A task as it was made; what it looks like now follows from the clock (`describeTask`). */
export interface TaskRecord {
  readonly arn: string;
  readonly clusterArn: string;
  readonly definition: TaskDefinition;
  /** Absent: it runs until it is stopped. */
  readonly ending?: TaskEnding;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly launchType: LaunchType;
  readonly group: string;
  readonly startedBy?: string;
  readonly containerInstanceArn?: string;
  readonly overrides?: TaskOverride;
  readonly tags?: Tag[];
  readonly enableExecuteCommand?: boolean;
  /** It may lie ahead: what a deployment will stop is known when it begins. */
  stopped?: { readonly at: number; readonly reason: string; readonly code?: TaskStopCode };
}

/** A hook of a deployment that runs or has run. */
export interface HookRecord extends DeploymentLifecycleHookDetail {
  readonly hookId: string;
  status: DeploymentLifecycleHookStatus;
  /** Ends the hook, if nothing else did, and goes on as wanted. */
  resolve(status: DeploymentLifecycleHookStatus, wanted: DeploymentLifecycleHookAction, at: number): void;
}

/** A deployment as it is now; the agenda moves it on. Times are milliseconds since the epoch. */
export interface DeploymentRecord {
  /** `ecs-svc/…` */
  readonly id: string;
  readonly arn: string;
  readonly revisionArn: string;
  readonly definition: TaskDefinition;
  readonly loadBalancers: LoadBalancer[];
  readonly capacityProviderStrategy: CapacityProviderStrategyItem[];
  readonly settings: ServiceSettings;
  readonly configuration: DeploymentConfiguration;
  /** Those that had tasks when it began, oldest first. */
  readonly sources: readonly DeploymentRecord[];
  readonly createdAt: number;
  startedAt?: number;
  finishedAt?: number;
  stoppedAt?: number;
  updatedAt: number;
  status: ServiceDeploymentStatus;
  statusReason?: string;
  stage?: Stage;
  /** True as soon as it starts tasks. */
  scaledUp: boolean;
  superseded: boolean;
  /** The circuit breaker ended it. */
  tripped?: boolean;
  /** What went wrong, as events say it. */
  failure?: string;
  /** Its share in percent. */
  traffic: { readonly production: number; readonly test: number };
  readonly hooks: HookRecord[];
  rollback?: Rollback;
  readonly triggeredAlarms: string[];
}

/** What a service keeps as it was asked for. */
export type ServiceSettings = Pick<
  CreateServiceRequest,
  | 'availabilityZoneRebalancing'
  | 'deploymentConfiguration'
  | 'enableECSManagedTags'
  | 'healthCheckGracePeriodSeconds'
  | 'monitoring'
  | 'networkConfiguration'
  | 'placementConstraints'
  | 'placementStrategy'
  | 'platformVersion'
  | 'propagateTags'
  | 'serviceConnectConfiguration'
  | 'serviceRegistries'
  | 'tags'
  | 'volumeConfigurations'
  | 'vpcLatticeConfigurations'
>;

export interface ServiceRecord {
  readonly arn: string;
  readonly name: string;
  readonly clusterArn: string;
  desiredCount: number;
  readonly launchType: LaunchType;
  readonly createdAt: number;
  readonly status: string;
  readonly controller: DeploymentControllerType;
  readonly schedulingStrategy: SchedulingStrategy;
  capacityProviderStrategy: CapacityProviderStrategyItem[];
  executeCommand: boolean;
  loadBalancers: LoadBalancer[];
  settings: ServiceSettings;
  /** Oldest first; events that lie ahead are not told. */
  readonly events: { readonly id: string; readonly at: number; readonly message: string }[];
  /** Oldest first. */
  readonly deployments: DeploymentRecord[];
  /** The one whose tasks the service keeps: see `primaryOf`. */
  primary?: DeploymentRecord;
}

export interface ClusterRecord {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  /** By ID. None: an EC2 launch is refused. */
  readonly instances: Map<string, InstanceRecord>;
  readonly capacityProviders: readonly string[];
  readonly defaultStrategy: CapacityProviderStrategyItem[];
  readonly services: Map<string, ServiceRecord>;
  readonly tasks: Map<string, TaskRecord>;
}

/** A placement that RunTask refuses: the reason for `count` of the tasks asked for, on the next `times` calls. */
export interface Refusal {
  readonly reason: string;
  readonly count: number;
  times: number;
}

/** Whom GetCallerIdentity names. */
export interface Caller {
  readonly arn: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
}

/** Everything one region of the fake account holds. */
export interface World {
  readonly region: string;
  readonly clock: VirtualClock;
  /** What happens by itself, in no order. */
  readonly agenda: Entry[];
  readonly clusters: Map<string, ClusterRecord>;
  /** By family, oldest revision first. */
  readonly definitions: Map<string, TaskDefinition[]>;
  /** By client token. */
  readonly runs: Map<string, { readonly request: string; readonly response: RunTaskResponse }>;
  /** The requests that made services, by client token. */
  readonly creations: Map<string, string>;
  readonly refusals: Refusal[];
  readonly counts: { taskSets: number };
  /** Who calls, from when on; those of all regions. Oldest first. */
  readonly callers: readonly Caller[];
  /** How tasks end whose image's name has this part, in the place of what the name says. */
  readonly plans: Map<string, EndingName | Ending | 'runs'>;
  /** By name. */
  readonly logGroups: Map<string, LogGroupRecord>;
  /** The live tails that are open. */
  readonly tails: Set<Tail>;
  readonly network: Network;
  readonly belongings: Belongings;
  /** By name. */
  readonly capacityProviders: Map<string, CapacityProvider>;
  /** By ARN. */
  readonly targetGroups: Map<string, TargetGroupRecord>;
  /** By resource ID: `service/CLUSTER/SERVICE`. */
  readonly scaled: Map<string, Scaled>;
  /** Weights by target group, by the ARN of the rule. */
  readonly rules: Map<string, Readonly<Record<string, number>>>;
  /** By ARN. */
  readonly daemons: Map<string, DaemonRecord>;
  /** By `CLUSTER` or `CLUSTER/SERVICE`. */
  readonly measured: Map<string, Measured>;
  /** A new ID of 32 hexadecimal digits, the same in every run. */
  newId(): string;
  /** `arn:aws:ecs:REGION:ACCOUNT:RESOURCE` */
  arn(resource: string): string;
}

export function newWorld(region: string, clock: VirtualClock, callers: readonly Caller[]): World {
  const state = { ids: 0 };
  return {
    region,
    clock,
    agenda: [],
    clusters: new Map(),
    definitions: new Map(),
    runs: new Map(),
    creations: new Map(),
    refusals: [],
    counts: { taskSets: 0 },
    callers,
    plans: new Map(),
    logGroups: new Map(),
    tails: new Set(),
    network: defaultNetwork(region),
    belongings: newBelongings(),
    capacityProviders: predefinedProviders(region),
    targetGroups: new Map(),
    scaled: new Map(),
    measured: new Map(),
    daemons: new Map(),
    rules: new Map(),
    newId: () => {
      state.ids += 1;
      return (BigInt(state.ids) * 0x9e3779b97f4a7c15f39cc0605cedc835n).toString(16).slice(-32).padStart(32, '0');
    },
    arn: (resource) => `arn:aws:ecs:${region}:${account}:${resource}`,
  };
}

/** The cluster a request names by name or ARN (`default` when it names none), or ClusterNotFoundException. */
export function clusterOf(world: World, nameOrArn: string | undefined): ClusterRecord {
  const found = findCluster(world, nameOrArn ?? 'default');
  if (!found) throw clusterNotFound();
  return found;
}

export function findCluster(world: World, nameOrArn: string): ClusterRecord | undefined {
  if (!nameOrArn.startsWith('arn:')) return world.clusters.get(nameOrArn);
  const found = world.clusters.get(lastPart(nameOrArn));
  return found?.arn === nameOrArn ? found : undefined;
}

/** The tasks of a cluster that have begun; those that a deployment will start are not there yet. */
export function tasksNow(world: World, cluster: ClusterRecord): readonly TaskRecord[] {
  const now = world.clock.now();
  return [...cluster.tasks.values()].filter(({ createdAt }) => createdAt <= now);
}

/** The service, task or container instance of this cluster that is named by ID or by its full ARN. */
export function member<T extends { readonly arn: string }>(
  members: ReadonlyMap<string, T>,
  idOrArn: string,
): T | undefined {
  const found = members.get(lastPart(idOrArn));
  return found && (found.arn === idOrArn || !idOrArn.startsWith('arn:')) ? found : undefined;
}

/** The deployment whose tasks a service keeps. */
export function primaryOf({ name, primary }: ServiceRecord): DeploymentRecord {
  if (!primary) throw new Error(`The fake's service ${name} has no deployment.`);
  return primary;
}

/** The last part of an ARN: a name or an ID. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
