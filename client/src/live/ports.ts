import type {
  ContinueDeploymentInput,
  CreateServiceInput,
  Json,
  RunTaskInput,
  StopDeploymentInput,
  StopTaskInput,
  UpdateServiceInput,
} from './change';
import type { LiveFailure } from './failure';
import type { LiveTailQuery, LiveTailUpdate, LogPage, LogQuery } from './log-records';
import type {
  CapacityProvider,
  ContainerInstance,
  Daemon,
  DaemonDeployment,
  Machine,
  Metric,
  RevisionDetails,
  Scaling,
  ServiceDeployment,
  ServiceDetails,
  ServiceRevision,
  TargetGroup,
  TrafficRule,
} from './records';
import type { VerifyReads } from './verify/reads';

/** What the live part needs from the world. `aws/` and `vscode/` implement these; tests bring their own. */

/** Structurally an `AbortSignal`; named here because the live part compiles without any host's types. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Where calls go and with which shared-config profile. */
export interface Connection {
  /** Name in the shared AWS config; absent: the default chain decides. */
  readonly profile?: string;
  readonly region: string;
  /** Only when the endpoint in effect is not AWS's own. */
  readonly endpoint?: string;
}

/** Who the calls are made as, from sts:GetCallerIdentity. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

export interface Cluster {
  readonly arn: string;
  readonly name: string;
  readonly status: string;
  readonly runningTasks: number;
  readonly pendingTasks: number;
  readonly activeServices: number;
  readonly containerInstances: number;
  /** By name. */
  readonly capacityProviders?: readonly string[];
}

export interface Service {
  readonly arn: string;
  readonly name: string;
  readonly clusterArn: string;
  readonly status: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly launchType?: string;
  readonly taskDefinition?: string;
  /** Other revisions that it still has tasks of, or already. */
  readonly otherDefinitions?: readonly string[];
  /** True while a deployment has not reached its end. */
  readonly deploying: boolean;
  /** Why the newest deployment failed, in AWS's words; absent: it did not. */
  readonly failure?: string;
}

/** A port of a container that is bound on its host; ranges as `8000-8010`. */
export interface PortBinding {
  readonly containerPort: string;
  readonly hostPort?: string;
  readonly protocol?: string;
}

/** A process that ECS runs beside the container's own, as ECS Exec's agent. */
export interface ManagedAgent {
  readonly name: string;
  readonly status?: string;
  readonly reason?: string;
}

export interface Container {
  readonly name: string;
  /** What the container runtime calls it. */
  readonly runtimeId?: string;
  readonly lastStatus?: string;
  readonly image?: string;
  readonly imageDigest?: string;
  readonly health?: string;
  readonly exitCode?: number;
  readonly reason?: string;
  readonly ports?: readonly PortBinding[];
  readonly agents?: readonly ManagedAgent[];
  /** Of its own network interface. */
  readonly privateIp?: string;
}

export interface Task {
  readonly arn: string;
  /** The last part of the ARN. */
  readonly id: string;
  readonly clusterArn: string;
  readonly lastStatus: string;
  readonly desiredStatus?: string;
  readonly launchType?: string;
  readonly taskDefinitionArn?: string;
  /** `service:NAME` for a service's task, `family:NAME` for a standalone one. */
  readonly group?: string;
  readonly startedBy?: string;
  readonly containerInstanceArn?: string;
  readonly capacityProvider?: string;
  readonly availabilityZone?: string;
  readonly platformVersion?: string;
  /** CPU units and MiB, as ECS writes them. */
  readonly cpu?: string;
  readonly memory?: string;
  /** ECS Exec may be used. */
  readonly executeCommand?: boolean;
  readonly health?: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  /** ISO 8601. */
  readonly createdAt?: string;
  readonly startedAt?: string;
  readonly stoppedAt?: string;
  readonly containers: readonly Container[];
}

/** Which tasks of a cluster are listed; without a status those that are to run. */
export interface TaskFilter {
  readonly serviceName?: string;
  /** By ARN. */
  readonly containerInstance?: string;
  readonly desiredStatus?: 'RUNNING' | 'STOPPED';
}

/** One `failures[]` entry of an ECS answer. */
export interface Failure {
  readonly arn?: string;
  readonly reason: string;
  readonly detail?: string;
}

export interface Listing<T> {
  readonly items: readonly T[];
  readonly failures: readonly Failure[];
}

/** The next part of a list. */
export interface Part<T> extends Listing<T> {
  readonly more: boolean;
  /** Why the part is shorter than was asked for; the next call goes on where this one stopped. */
  readonly failure?: LiveFailure;
}

/** A list read in parts. Calls wait for each other, so that no row comes twice. */
export interface Pages<T> {
  /**
   * So many more rows, failures counted, or all that is left; described in batches, in the order of the list. Throws
   * `LiveFailure` when nothing could be read; nothing that was read is lost by that, nor when the call is cancelled.
   */
  next(count: number, signal?: Signal): Promise<Part<T>>;
}

/** What a change answers, with AWS's own reference to the call. */
export type Answered<T> = T & { readonly requestId?: string };

/** A registered task definition; `definition` is RegisterTaskDefinition input (response-only members removed). */
export interface Revision {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly definition: Readonly<Record<string, unknown>>;
}

export interface Subnet {
  readonly id: string;
  readonly vpcId: string;
  readonly availabilityZone?: string;
  readonly cidr?: string;
  readonly name?: string;
  /** The subnet gives its interfaces a public IP by itself. */
  readonly public: boolean;
}

export interface SecurityGroup {
  readonly id: string;
  readonly vpcId?: string;
  readonly name: string;
  readonly description?: string;
}

export type LaunchType = 'FARGATE' | 'EC2' | 'EXTERNAL';

export interface Network {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp: boolean;
}

/**
 * The calls of one connection. Reads may retry; of changes only those with a client token, and with the same one. Changes
 * take what the API takes, so that a plan can be shown, copied as a command and carried out from one piece of data. Throws
 * `LiveFailure`; one whose details say `maybeApplied` may have changed something all the same.
 */
export interface EcsGateway extends VerifyReads {
  readonly connection: Connection;
  identity(signal?: Signal): Promise<Identity>;
  clusters(signal?: Signal): Promise<Listing<Cluster>>;
  services(clusterArn: string, signal?: Signal): Promise<Listing<Service>>;
  tasks(clusterArn: string, filter: TaskFilter, signal?: Signal): Promise<Listing<Task>>;
  describeTasks(clusterArn: string, taskArns: readonly string[], signal?: Signal): Promise<Listing<Task>>;
  /** The same lists, read as far as they are wanted. */
  clusterPages(): Pages<Cluster>;
  servicePages(clusterArn: string): Pages<Service>;
  taskPages(clusterArn: string, filter: TaskFilter): Pages<Task>;
  /** By names or ARNs; without those that were deleted. */
  describeClusters(arns: readonly string[], signal?: Signal): Promise<Listing<Cluster>>;
  /** By names or ARNs; without those that were deleted. */
  describeServices(clusterArn: string, services: readonly string[], signal?: Signal): Promise<Listing<Service>>;
  /** Undefined when the service is gone. */
  serviceDetails(clusterArn: string, serviceArn: string, signal?: Signal): Promise<ServiceDetails | undefined>;
  /** Newest first; only the newest twenty with their strategy and stage. ECS keeps them for 90 days. */
  serviceDeployments(clusterArn: string, serviceArn: string, signal?: Signal): Promise<Listing<ServiceDeployment>>;
  /** As `serviceDeployments`, read as far as it is wanted, and all of them with their strategy and stage. */
  serviceDeploymentPages(clusterArn: string, serviceArn: string): Pages<ServiceDeployment>;
  containerInstancePages(clusterArn: string): Pages<ContainerInstance>;
  /** What EC2 knows of an instance; undefined when it does not know it. */
  machine(instanceId: string, signal?: Signal): Promise<Machine | undefined>;
  /** Those of the cluster, those of its default strategy first. */
  capacityProviders(clusterArn: string, signal?: Signal): Promise<Listing<CapacityProvider>>;
  /** Whether the cluster has daemons; false too where the endpoint does not know of any. */
  hasDaemons(clusterArn: string, signal?: Signal): Promise<boolean>;
  daemonPages(clusterArn: string): Pages<Daemon>;
  /** Undefined when ECS no longer has it. */
  daemonDeployment(arn: string, signal?: Signal): Promise<DaemonDeployment | undefined>;
  families(status: 'ACTIVE' | 'INACTIVE' | 'ALL', signal?: Signal): Promise<readonly string[]>;
  /** ARNs, newest first. */
  revisions(family: string, status: 'ACTIVE' | 'INACTIVE', signal?: Signal): Promise<readonly string[]>;
  /** As `revisions`, read as far as it is wanted: a family may have thousands. */
  revisionPages(family: string, status: 'ACTIVE' | 'INACTIVE'): Pages<string>;
  /** By ARN or `family:revision`; undefined when there is none. */
  revision(name: string, signal?: Signal): Promise<RevisionDetails | undefined>;
  /** Undefined when it is gone. */
  targetGroup(arn: string, signal?: Signal): Promise<TargetGroup | undefined>;
  /** By ARNs of rules and of listeners; throws too when one of them is gone. */
  trafficRules(arns: readonly string[], signal?: Signal): Promise<readonly TrafficRule[]>;
  /** Undefined when nothing scales the service. */
  scaling(clusterName: string, serviceName: string, signal?: Signal): Promise<Scaling | undefined>;
  /** The hour before `until` (milliseconds since the epoch) of a service, or without one of the cluster's instances. */
  metrics(
    of: { readonly clusterName: string; readonly serviceName?: string },
    until: number,
    signal?: Signal,
  ): Promise<readonly Metric[]>;
  /** The newest ACTIVE revision of a family; undefined when the family has none. */
  newestRevision(family: string, signal?: Signal): Promise<Revision | undefined>;
  /** Undefined when ECS no longer has it: it keeps them for 90 days. */
  serviceDeployment(arn: string, signal?: Signal): Promise<ServiceDeployment | undefined>;
  /** By ARNs, at most twenty; without those that ECS does not know. */
  serviceRevisions(arns: readonly string[], signal?: Signal): Promise<Listing<ServiceRevision>>;
  /** One page of a log group's events; an empty page may have a next one. */
  logEvents(query: LogQuery, signal?: Signal): Promise<LogPage>;
  /** Tells what arrives until the session ends or the signal is given; CloudWatch charges it by the minute. */
  liveTail(query: LiveTailQuery, tell: (update: LiveTailUpdate) => void, signal: Signal): Promise<void>;
  register(definition: Json): Promise<Answered<Revision>>;
  deregister(arn: string): Promise<Answered<Revision>>;
  runTask(input: RunTaskInput): Promise<Answered<Listing<Task>>>;
  stopTask(input: StopTaskInput): Promise<Answered<Task>>;
  createService(input: CreateServiceInput): Promise<Answered<ServiceDetails>>;
  updateService(input: UpdateServiceInput): Promise<Answered<ServiceDetails>>;
  stopServiceDeployment(input: StopDeploymentInput): Promise<Answered<object>>;
  continueServiceDeployment(input: ContinueDeploymentInput): Promise<Answered<object>>;
  subnets(signal?: Signal): Promise<readonly Subnet[]>;
  securityGroups(vpcId: string, signal?: Signal): Promise<readonly SecurityGroup[]>;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
  readonly picked?: boolean;
}

export interface PickOptions {
  readonly title: string;
  readonly placeholder: string;
  readonly step?: { readonly at: number; readonly of: number };
  readonly canGoBack?: boolean;
  /** It stays while something else is looked at. */
  readonly stays?: boolean;
}

/** `placeholder` says what the text is for. */
export interface InputOptions extends PickOptions {
  /** What stands there at first. */
  readonly value?: string;
}

/** `back` and `cancelled` are answers, not errors. */
export type Answer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancelled' };

export interface Ui {
  /** A picker whose choices may still be loading; it opens at once and shows that it is busy. A rejected `choices` closes it and is rethrown. */
  pick<T>(options: PickOptions, choices: Promise<readonly Choice<T>[]>): Promise<Answer<T>>;
  pickMany<T>(options: PickOptions, choices: Promise<readonly Choice<T>[]>): Promise<Answer<readonly T[]>>;
  /** A line of text, accepted once `problem`, which is asked at each key stroke, has nothing to say against it. */
  input(options: InputOptions, problem: (text: string) => string | undefined): Promise<Answer<string>>;
  /** A modal question with several answers, the first one being what goes on; undefined when dismissed. */
  choose(message: string, detail: string, buttons: readonly string[]): Promise<string | undefined>;
  /** Shows a message with buttons; answers the chosen label. */
  inform(
    level: 'info' | 'warning' | 'error',
    message: string,
    ...buttons: readonly string[]
  ): Promise<string | undefined>;
  /** A cancellable progress notification around `work`, put up once it has taken `delay` milliseconds; absent: at once. */
  progress<T>(
    title: string,
    work: (report: (message: string) => void, signal: Signal) => Promise<T>,
    delay?: number,
  ): Promise<T>;
  copy(text: string): Promise<void>;
}

/** Remembers answers between sessions (the workspace's state in VS Code). */
export interface Memory {
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): Promise<void>;
}

export interface Clock {
  now(): number;
  /** Resolves after `milliseconds`, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal?: Signal): Promise<void>;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** Random identifiers (a UUID), as a port so that tests can name them. */
export type NewId = () => string;

/** Translates a message: `t('{0} tasks', n)`. */
export type Translate = (message: string, ...values: readonly (string | number)[]) => string;
