import type {
  CapacityProvider,
  CapacityProviderStrategyItem,
  LaunchType,
  RegisterTaskDefinitionRequest,
} from '@aws-sdk/client-ecs';
import { settle } from './agenda';
import type { Belongings } from './belongings';
import { type InstanceSeed, newInstance } from './capacity';
import { addDaemon, type DaemonSeed } from './daemons';
import { deploy } from './deploy';
import { raiseAlarm } from './deployment-changes';
import { configurationOf } from './deployment-configuration';
import type { Ending, EndingName } from './endings';
import { taskTimes } from './lifecycle';
import { addLog, addLogGroup } from './logs';
import type { Measured } from './metrics';
import type { Network } from './network';
import { startTask } from './run-task';
import type { Scaled } from './scaling';
import { addHistory, addService, type ServiceSeed, serviceOf } from './seed-services';
import { type Definition, deregisterTaskDefinition, findDefinition, registerTaskDefinition } from './task-definitions';
import { addRule, addTargetGroup, type TargetGroupSeed } from './traffic';
import { account, type ClusterRecord, clusterOf, lastPart, type World } from './world';

export interface ClusterSeed {
  /** Two if not given; with 0 an EC2 launch is refused. */
  readonly containerInstances?: number;
  readonly status?: string;
  readonly capacityProviders?: readonly string[];
  readonly defaultStrategy?: readonly CapacityProviderStrategyItem[];
}

export interface TaskSeed {
  readonly taskDefinition?: string;
  readonly launchType?: LaunchType;
  readonly startedBy?: string;
  /** RUNNING if not given; PROVISIONING is a task created at this moment. */
  readonly status?: 'PROVISIONING' | 'RUNNING' | 'STOPPED';
  readonly stoppedReason?: string;
  readonly executeCommand?: boolean;
}

/** Puts things into one region of the fake account without a request. */
export interface Seed {
  /** The VPCs, subnets and security groups EC2 answers; the lists may be changed. */
  readonly network: Network;
  /** Roles, images, secrets and parameters: none at first, to be put into the maps. */
  readonly belongings: Belongings;
  /** Answers the ARN. */
  addCluster(name: string, options?: ClusterSeed): string;
  /** Without container instances. */
  addManyClusters(count: number): void;
  /** Answers the ARN. */
  addContainerInstance(cluster: string, options?: InstanceSeed): string;
  addManyContainerInstances(cluster: string, count: number): void;
  /** A capacity provider of the account, of an Auto Scaling group if nothing else is said. FARGATE and FARGATE_SPOT are there. */
  addCapacityProvider(name: string, options?: Partial<CapacityProvider>): void;
  /** Registers a revision and answers its ARN. */
  addTaskDefinition(definition: RegisterTaskDefinitionRequest): string;
  /** Registers so many revisions of a family. */
  addManyRevisions(family: string, count: number): void;
  /** Makes a revision INACTIVE, as DeregisterTaskDefinition does. */
  deregister(taskDefinition: string): void;
  /** Answers the service's ARN. Without a task definition it is `web:1`, two containers on Fargate. */
  addService(cluster: string, name: string, options?: ServiceSeed): string;
  addManyServices(cluster: string, count: number, options?: ServiceSeed): void;
  /** Forgets a service, as ECS does some time after its deletion. */
  removeService(cluster: string, name: string): void;
  /**
   * Begins a deployment now, which goes on with the clock (`deploymentTimes`): it completes, or fails when the definition's
   * images cannot be pulled or crash. `circuitBreaker`: what the service's settings say, or `rollback`.
   */
  deploy(cluster: string, service: string, taskDefinition: string, circuitBreaker?: 'off' | 'on' | 'rollback'): void;
  /** An alarm of CloudWatch goes off: the deployments that watch it fail or are rolled back. */
  alarm(name: string): void;
  /** So many deployments that were successful, one an hour. */
  addManyDeployments(cluster: string, service: string, count: number): void;
  /** Answers the standalone task's ARN. */
  addTask(cluster: string, options?: TaskSeed): string;
  addManyTasks(cluster: string, count: number, options?: TaskSeed): void;
  /** Forgets a task, as ECS does an hour after its end. */
  removeTask(cluster: string, arn: string): void;
  /**
   * Tasks started from now on whose image's name has this part end so, in the place of what the name says (`endings.ts`);
   * `runs`: not at all.
   */
  plan(image: string, ending: EndingName | Ending | 'runs'): void;
  /** Puts an event into a stream, both made when they are not there; `at`: now. It can be read from `arrives` on: `at`. */
  log(group: string, stream: string, message: string, at?: number, arrives?: number): void;
  /** A log group without a stream; one that a task logs to is made by it. */
  addLogGroup(name: string): void;
  /** Ends the live tails that are open, with an error of the stream (`SessionTimeoutException`) or without. */
  endLiveTails(error?: string): void;
  /** RunTask refuses `count` (all) of the tasks asked for with this reason (`RESOURCE:MEMORY` …), on `times` (1) calls. */
  refusePlacement(reason: string, options?: { readonly count?: number; readonly times?: number }): void;
  /** Answers the ARN. Without options: no targets, behind a public load balancer on port 80. */
  addTargetGroup(name: string, options?: TargetGroupSeed): string;
  /** A rule that spreads traffic by weights over target groups; of a network load balancer its listener. Answers the ARN. */
  addRule(weights: Readonly<Record<string, number>>, options?: { readonly network?: boolean }): string;
  /** Lets a service be scaled. */
  scale(cluster: string, service: string, how: Scaled): void;
  /** Answers the ARN. */
  addDaemon(cluster: string, name: string, options?: DaemonSeed): string;
  /** What CloudWatch has measured of `CLUSTER` or `CLUSTER/SERVICE`. */
  measure(of: string, measured: Measured): void;
}

export function seedOf(world: World): Seed {
  const long = world.clock.now() - 3_600_000;
  const seed: Seed = {
    network: world.network,
    belongings: world.belongings,
    addCluster: (name, options = {}) => {
      const { containerInstances = 2, status = 'ACTIVE', capacityProviders = [], defaultStrategy = [] } = options;
      const arn = world.arn(`cluster/${name}`);
      world.clusters.set(name, {
        arn,
        name,
        status,
        capacityProviders,
        defaultStrategy: [...defaultStrategy],
        instances: new Map(),
        services: new Map(),
        tasks: new Map(),
      });
      seed.addManyContainerInstances(name, containerInstances);
      return arn;
    },
    addManyClusters: (count) => repeat(count, (at) => seed.addCluster(`cluster-${at}`, { containerInstances: 0 })),
    addContainerInstance: (clusterName, options = {}) => {
      const { name, instances } = clusterOf(world, clusterName);
      // Not one of the world's IDs, so that clusters do not shift the IDs of tasks.
      const id = (instances.size + 1).toString(16).padStart(32, '0');
      const arn = world.arn(`container-instance/${name}/${id}`);
      instances.set(id, newInstance(arn, long, options));
      return arn;
    },
    addManyContainerInstances: (cluster, count) => repeat(count, () => seed.addContainerInstance(cluster)),
    addCapacityProvider: (name, options = {}) => {
      const group = `${account}:autoScalingGroup:00000000-0000-4000-8000-000000000000:autoScalingGroupName/${name}`;
      world.capacityProviders.set(name, {
        name,
        capacityProviderArn: world.arn(`capacity-provider/${name}`),
        status: 'ACTIVE',
        type: 'EC2_AUTOSCALING',
        autoScalingGroupProvider: { autoScalingGroupArn: `arn:aws:autoscaling:${world.region}:${group}` },
        ...options,
      });
    },
    addTaskDefinition: (definition) =>
      registerTaskDefinition(world, definition).taskDefinition?.taskDefinitionArn ?? '',
    addManyRevisions: (family, count) => repeat(count, () => seed.addTaskDefinition({ ...web, family })),
    deregister: (name) => {
      const { taskDefinitionArn } = definitionOf(world, name);
      deregisterTaskDefinition(world, { taskDefinition: taskDefinitionArn });
    },
    addService: (clusterName, name, options = {}) => {
      const definition = definitionOf(world, options.taskDefinition);
      return addService(world, clusterOf(world, clusterName), name, definition, long, options);
    },
    addManyServices: (cluster, count, options) =>
      repeat(count, (at) => seed.addService(cluster, `service-${at}`, options)),
    removeService: (cluster, name) => {
      clusterOf(world, cluster).services.delete(name);
    },
    deploy: (clusterName, name, taskDefinition, circuitBreaker) => {
      const cluster = clusterOf(world, clusterName);
      const service = serviceOf(cluster, name);
      const own = service.settings.deploymentConfiguration?.deploymentCircuitBreaker;
      const given = { enable: circuitBreaker !== 'off', rollback: circuitBreaker !== 'on' };
      const deploymentCircuitBreaker = circuitBreaker === undefined ? (own ?? given) : given;
      const configuration = { ...configurationOf(service), deploymentCircuitBreaker };
      deploy(world, cluster, service, definitionOf(world, taskDefinition), configuration);
    },
    alarm: (name) => {
      settle(world);
      raiseAlarm(world, name);
    },
    addManyDeployments: (cluster, name, count) =>
      addHistory(world, serviceOf(clusterOf(world, cluster), name), long, count),
    addTask: (clusterName, options = {}) => addTask(world, long, clusterOf(world, clusterName), options),
    addManyTasks: (cluster, count, options) => repeat(count, () => seed.addTask(cluster, options)),
    removeTask: (cluster, arn) => {
      clusterOf(world, cluster).tasks.delete(lastPart(arn));
    },
    plan: (image, ending) => {
      world.plans.set(image, ending);
    },
    log: (group, stream, message, at = world.clock.now(), arrives = at) =>
      addLog(world, group, stream, message, at, arrives),
    addLogGroup: (name) => {
      addLogGroup(world, name);
    },
    endLiveTails: (error) => {
      for (const tail of world.tails) tail.end(error);
    },
    refusePlacement: (reason, { count = 10, times = 1 } = {}) => {
      world.refusals.push({ reason, count, times });
    },
    addTargetGroup: (name, options = {}) => addTargetGroup(world, name, options),
    addRule: (weights, { network = false } = {}) => addRule(world, weights, network),
    scale: (cluster, service, how) => {
      world.scaled.set(`service/${cluster}/${service}`, how);
    },
    addDaemon: (cluster, name, options = {}) => addDaemon(world, cluster, name, options),
    measure: (of, measured) => {
      world.measured.set(of, measured);
    },
  };
  return seed;
}

function addTask(world: World, long: number, cluster: ClusterRecord, options: TaskSeed): string {
  const definition = definitionOf(world, options.taskDefinition);
  const { launchType = 'FARGATE', startedBy, status = 'RUNNING', stoppedReason = 'Task stopped by user' } = options;
  const task = startTask(world, cluster, definition, {
    launchType,
    group: `family:${definition.family}`,
    enableExecuteCommand: options.executeCommand ?? false,
    ...(startedBy ? { startedBy } : {}),
    ...(status === 'PROVISIONING' ? {} : { createdAt: long }),
  });
  if (status === 'STOPPED') task.stopped = { at: long + taskTimes.running + 1_000, reason: stoppedReason };
  return task.arn;
}

function definitionOf(world: World, name: string | undefined): Definition {
  if (name === undefined && !findDefinition(world, 'web')) registerTaskDefinition(world, web);
  const definition = findDefinition(world, name ?? 'web');
  if (!definition) throw new Error(`The fake holds no task definition ${name}.`);
  return definition;
}

const web: RegisterTaskDefinitionRequest = {
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.29', portMappings: [{ containerPort: 80 }] },
    { name: 'proxy', image: 'public.ecr.aws/envoy/envoy:v1.34', essential: false },
  ],
};

/** Calls `make` so often, with a number of five digits to name things by. */
function repeat(count: number, make: (at: string) => void): void {
  for (let at = 0; at < count; at += 1) make(String(at).padStart(5, '0'));
}
