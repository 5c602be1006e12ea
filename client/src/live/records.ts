import type { LiveFailure } from './failure';
import type { Service } from './ports';

/** What the gateway reads beyond the rows of clusters, services and tasks. Times are ISO 8601. */

/** A deployment as DescribeServices lists it: one row of the service's history that still has tasks. */
export interface Deployment {
  readonly id: string;
  /** `PRIMARY`, `ACTIVE` or `INACTIVE`. */
  readonly status: string;
  readonly taskDefinitionArn?: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly failed: number;
  /** `COMPLETED`, `FAILED` or `IN_PROGRESS`; absent for controllers other than ECS's own. */
  readonly rolloutState?: string;
  readonly rolloutReason?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

export interface ServiceEvent {
  readonly id: string;
  readonly at?: string;
  readonly message: string;
}

export interface LoadBalancer {
  readonly targetGroupArn?: string;
  /** Of a Classic Load Balancer. */
  readonly loadBalancerName?: string;
  readonly containerName?: string;
  readonly containerPort?: number;
  /** Of blue/green deployments: the target group that takes turns with the other one. */
  readonly alternateTargetGroupArn?: string;
  /** What leads traffic to one of them; with a Network Load Balancer these are listeners. */
  readonly productionRuleArn?: string;
  readonly testRuleArn?: string;
}

/** What DescribeServices says of one service. */
export interface ServiceDetails {
  /** The row itself, as new as the rest. */
  readonly service: Service;
  readonly deployments: readonly Deployment[];
  /** Newest first; ECS keeps up to 100. */
  readonly events: readonly ServiceEvent[];
  readonly loadBalancers: readonly LoadBalancer[];
  /** `ECS`, `CODE_DEPLOY` or `EXTERNAL`. */
  readonly controller: string;
  readonly schedulingStrategy?: string;
  readonly platformVersion?: string;
  readonly capacityProviders: readonly string[];
  readonly executeCommand: boolean;
  /** The service deployment under way, or the last one that was successful. */
  readonly currentDeploymentArn?: string;
  /** How it rolls out; `ROLLING` where ECS does not say. */
  readonly rollout: RolloutSettings;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export interface RolloutSettings {
  /** `ROLLING`, `BLUE_GREEN`, `LINEAR` or `CANARY`. */
  readonly strategy: string;
  readonly circuitBreaker: boolean;
  /** Of the circuit breaker. */
  readonly rollback: boolean;
  readonly bakeMinutes?: number;
}

/** A deployment as DescribeServiceDeployments tells it. */
export interface ServiceDeployment {
  readonly arn: string;
  /** `PENDING`, `IN_PROGRESS`, `SUCCESSFUL`, `STOPPED`, `ROLLBACK_FAILED` … */
  readonly status: string;
  readonly reason?: string;
  readonly strategy?: string;
  readonly stage?: string;
  readonly targetRevisionArn?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  readonly finishedAt?: string;
  /** What it leads to, and what it leads away from, with tasks and traffic; none of a list entry that was not described. */
  readonly target?: RevisionShare;
  readonly sources?: readonly RevisionShare[];
  readonly hooks?: readonly LifecycleHook[];
  /** How long the old revision is kept after the traffic has moved. */
  readonly bakeMinutes?: number;
  readonly circuitBreaker?: { readonly status: string; readonly failures: number; readonly threshold?: number };
  readonly alarms?: {
    readonly status: string;
    readonly names: readonly string[];
    readonly triggered: readonly string[];
  };
  readonly rollback?: { readonly reason?: string; readonly startedAt?: string; readonly revisionArn?: string };
}

/** A service revision's part in a deployment. */
export interface RevisionShare {
  readonly arn: string;
  readonly requested: number;
  readonly running: number;
  readonly pending: number;
  /** Per cent of the traffic that it is to get. */
  readonly traffic?: number;
  readonly testTraffic?: number;
}

/** A step in a deployment that something else decides about. */
export interface LifecycleHook {
  readonly id: string;
  /** `AWS_LAMBDA`, or `PAUSE`: it waits until somebody continues the deployment. */
  readonly kind: string;
  readonly targetArn?: string;
  /** `AWAITING_ACTION`, `IN_PROGRESS` … */
  readonly status: string;
  readonly expiresAt?: string;
  /** What happens when it expires: `CONTINUE` or `ROLLBACK`. */
  readonly timeoutAction?: string;
}

/** A service as it was when a deployment began. */
export interface ServiceRevision {
  readonly arn: string;
  readonly taskDefinitionArn: string;
  readonly createdAt?: string;
}

export interface ContainerInstance {
  readonly arn: string;
  readonly id: string;
  /** `i-…` of EC2 or `mi-…` of an external instance. */
  readonly instanceId?: string;
  /** A machine outside AWS, which Systems Manager knows. */
  readonly external: boolean;
  readonly status: string;
  readonly statusReason?: string;
  readonly agentConnected: boolean;
  readonly agentVersion?: string;
  readonly runningTasks: number;
  readonly pendingTasks: number;
  readonly capacityProvider?: string;
  readonly availabilityZone?: string;
  readonly instanceType?: string;
  /** CPU units and MiB. */
  readonly registered: { readonly cpu?: number; readonly memory?: number };
  readonly remaining: { readonly cpu?: number; readonly memory?: number };
  readonly registeredAt?: string;
}

/** An EC2 instance. */
export interface Machine {
  /** Of the instance profile, by whose role its agent works; absent: it has none. */
  readonly profileArn?: string;
  /** `running`, `stopped` … */
  readonly state?: string;
  readonly launchedAt?: string;
}

/** A capacity provider of a cluster; of one that ECS does not describe only the name is known. */
export interface CapacityProvider {
  readonly name: string;
  readonly arn?: string;
  readonly status?: string;
  /** Of the Auto Scaling group it manages. */
  readonly autoScalingGroupArn?: string;
  readonly updateStatus?: string;
  readonly updateReason?: string;
  /** `FARGATE`, `FARGATE_SPOT`, `EC2_AUTOSCALING` or `MANAGED_INSTANCES`. */
  readonly type?: string;
  /** In the cluster's default strategy; absent: it is not part of it. */
  readonly base?: number;
  readonly weight?: number;
}

/** What ECS runs once on every instance of some capacity providers. */
export interface Daemon {
  readonly arn: string;
  readonly name: string;
  /** `ACTIVE` or `DELETE_IN_PROGRESS`. */
  readonly status: string;
  /** Of all its revisions together. */
  readonly providers: readonly DaemonShare[];
  /** More than one while one replaces another. */
  readonly revisionArns: readonly string[];
  readonly deploymentArn?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

/** A daemon on the instances of one capacity provider. */
export interface DaemonShare {
  /** By name. */
  readonly provider: string;
  readonly running: number;
  /** Instances that work without it, as they may when it is not critical. */
  readonly without: number;
}

export interface DaemonDeployment {
  readonly arn: string;
  /** As of a service's deployment. */
  readonly status: string;
  readonly reason?: string;
  /** Instances that the new revision runs on, those that work without it, and those that are being emptied for it. */
  readonly running: number;
  readonly without: number;
  readonly draining: number;
  readonly createdAt?: string;
  readonly finishedAt?: string;
  /** Why it went back. */
  readonly rollbackReason?: string;
}

/** A registered revision with what the list of revisions shows. */
export interface RevisionDetails {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  readonly status: string;
  readonly registeredAt?: string;
  readonly registeredBy?: string;
  readonly deregisteredAt?: string;
  /** RegisterTaskDefinition input. */
  readonly definition: Readonly<Record<string, unknown>>;
}

/** One target of a target group. */
export interface Target {
  readonly id: string;
  readonly port?: number;
  readonly zone?: string;
  /** `healthy`, `unhealthy`, `initial`, `draining`, `unused` … */
  readonly state: string;
  readonly reason?: string;
  /** The reason in a sentence of AWS's. */
  readonly detail?: string;
}

/** A target group with where its load balancer listens. */
export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly targetType?: string;
  /** Addresses that a browser can open: scheme, DNS name, port. */
  readonly urls: readonly string[];
  /** Why `urls` could not be read; the targets are known all the same. */
  readonly urlsFailure?: LiveFailure;
  /** The load balancer is reached from within its network only. */
  readonly internal?: boolean;
  readonly targets: readonly Target[];
}

/** Where a rule of a listener, or a listener by itself, sends what comes. */
export interface TrafficRule {
  readonly arn: string;
  /** Per cent by the ARN of the target group. */
  readonly shares: ReadonlyMap<string, number>;
  readonly priority?: string;
  /** What a request has to be, such as `path-pattern /api/*`; none: any. */
  readonly conditions: readonly string[];
}

/** How Application Auto Scaling scales a service. */
export interface Scaling {
  readonly min: number;
  readonly max: number;
  /** Scaling in or out is suspended. */
  readonly suspended: boolean;
  readonly policies: readonly { readonly name: string; readonly kind: string; readonly detail?: string }[];
}

/** What CloudWatch keeps of a metric. */
export interface Metric {
  /** `CPUUtilization`, `MemoryUtilization`, `CPUReservation` or `MemoryReservation`. */
  readonly name: string;
  /** A value a minute, oldest first; minutes in which nothing ran are left out. */
  readonly points: readonly MetricPoint[];
}

/** One minute in per cent: the average of all tasks, and the one that needed most. */
export interface MetricPoint {
  readonly at: string;
  readonly average: number;
  readonly maximum: number;
}
