import type { LiveFailure } from '../failure';
import type { Task } from '../ports';
import type { LifecycleHook, ServiceDeployment, ServiceEvent } from '../records';
import type { End } from './end';

/** What watching tells, in its order; after `end` nothing comes. */
export type ActivityEvent =
  /** Something about the deployment has changed. */
  | { readonly kind: 'deployment'; readonly state: DeploymentState }
  /** A task has changed its state. */
  | { readonly kind: 'tasks'; readonly tasks: readonly Task[] }
  /** An event of the service, each once. */
  | { readonly kind: 'service-event'; readonly event: ServiceEvent }
  /** Tasks of the deployment that did not live: all that are known, by reason. */
  | { readonly kind: 'stopped-tasks'; readonly groups: readonly StoppedTasks[] }
  /** A look failed and will be repeated. */
  | { readonly kind: 'trouble'; readonly failure: LiveFailure }
  /** The credentials have to be renewed; watching goes on once they are. */
  | { readonly kind: 'waiting'; readonly failure: LiveFailure }
  /** Looking works again. */
  | { readonly kind: 'seeing' }
  | { readonly kind: 'end'; readonly end: End };

/** A deployment as it was seen last. Times are ISO 8601 or milliseconds since the epoch where the name says `At`. */
export interface DeploymentState {
  /** As the service deployment's, `IN_PROGRESS`; of an endpoint without them the rollout state. */
  readonly status: string;
  /** ARN of the service deployment; absent: not found yet, or the endpoint has none. */
  readonly arn?: string;
  readonly reason?: string;
  readonly strategy: string;
  readonly stage?: string;
  /** When the stage was seen first, in milliseconds since the epoch. */
  readonly stageSeenAt?: number;
  readonly bakeMinutes?: number;
  readonly counts: {
    readonly desired: number;
    readonly running: number;
    readonly pending: number;
    readonly failed: number;
  };
  /** The revisions that take part, the new one first. */
  readonly revisions: readonly RevisionPart[];
  readonly hooks: readonly LifecycleHook[];
  readonly circuitBreaker?: NonNullable<ServiceDeployment['circuitBreaker']>;
  readonly alarms?: NonNullable<ServiceDeployment['alarms']>;
}

export interface RevisionPart {
  /** `family:revision`, or the ID of the service revision while that is not known. */
  readonly name: string;
  readonly isNew: boolean;
  readonly running: number;
  readonly requested: number;
  /** Per cent. */
  readonly traffic?: number;
  readonly testTraffic?: number;
}

/** Tasks that stopped for one reason. */
export interface StoppedTasks {
  /** In the words of ECS. */
  readonly reason: string;
  /** What happened and what to do, in a sentence or two; absent: only the words of ECS are known. */
  readonly explanation?: string;
  /** The newest of them. */
  readonly example: Task;
  /** Oldest first. */
  readonly taskArns: readonly string[];
}
