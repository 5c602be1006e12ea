import type { LaunchType, RegisterTaskDefinitionRequest, TaskDefinition } from '@aws-sdk/client-ecs';
import { taskTimes } from './lifecycle';
import type { Network } from './network';
import { startTask } from './run-task';
import { type Definition, findDefinition, registerTaskDefinition } from './task-definitions';
import { type ClusterRecord, clusterOf, type World } from './world';

export interface ServiceSeed {
  readonly taskDefinition?: string;
  /** 1 if not given; as many tasks run. */
  readonly desiredCount?: number;
  readonly launchType?: LaunchType;
  readonly status?: 'ACTIVE' | 'INACTIVE' | 'DRAINING';
}

export interface TaskSeed {
  readonly taskDefinition?: string;
  readonly launchType?: LaunchType;
  readonly startedBy?: string;
  /** RUNNING if not given; PROVISIONING is a task created at this moment. */
  readonly status?: 'PROVISIONING' | 'RUNNING' | 'STOPPED';
  readonly stoppedReason?: string;
}

/** Puts things into one region of the fake account without a request. */
export interface Seed {
  /** The VPCs, subnets and security groups EC2 answers; the lists may be changed. */
  readonly network: Network;
  /** Answers the ARN. Two container instances if not given; with 0 an EC2 launch is refused. */
  addCluster(name: string, options?: { readonly containerInstances?: number; readonly status?: string }): string;
  addManyClusters(count: number): void;
  /** Registers a revision and answers its ARN. */
  addTaskDefinition(definition: RegisterTaskDefinitionRequest): string;
  /** Makes a revision INACTIVE, as DeregisterTaskDefinition does. */
  deregister(taskDefinition: string): void;
  /** Answers the service's ARN. Without a task definition it is `web:1`, two containers on Fargate. */
  addService(cluster: string, name: string, options?: ServiceSeed): string;
  addManyServices(cluster: string, count: number): void;
  /** Answers the standalone task's ARN. */
  addTask(cluster: string, options?: TaskSeed): string;
  addManyTasks(cluster: string, count: number): void;
  /** Forgets a task, as ECS does an hour after its end. */
  removeTask(cluster: string, arn: string): void;
  /** RunTask refuses `count` (all) of the tasks asked for with this reason (`RESOURCE:MEMORY` …), on `times` (1) calls. */
  refusePlacement(reason: string, options?: { readonly count?: number; readonly times?: number }): void;
}

export function seedOf(world: World): Seed {
  const long = world.clock.now() - 3_600_000;
  const seed: Seed = {
    network: world.network,
    addCluster: (name, { containerInstances = 2, status = 'ACTIVE' } = {}) => {
      const arn = world.arn(`cluster/${name}`);
      world.clusters.set(name, { arn, name, status, containerInstances, services: new Map(), tasks: new Map() });
      return arn;
    },
    addManyClusters: (count) => {
      for (let at = 0; at < count; at += 1) seed.addCluster(`cluster-${number(at)}`);
    },
    addTaskDefinition: (definition) =>
      registerTaskDefinition(world, definition).taskDefinition?.taskDefinitionArn ?? '',
    deregister: (name) => {
      const found = definitionOf(world, name);
      const inactive: TaskDefinition = { ...found, status: 'INACTIVE', deregisteredAt: new Date(world.clock.now()) };
      const family = found.family ?? '';
      const revisions = world.definitions.get(family) ?? [];
      world.definitions.set(
        family,
        revisions.map((it) => (it === found ? inactive : it)),
      );
    },
    addService: (clusterName, name, options = {}) =>
      addService(world, long, clusterOf(world, clusterName), name, options),
    addManyServices: (cluster, count) => {
      for (let at = 0; at < count; at += 1) seed.addService(cluster, `service-${number(at)}`);
    },
    addTask: (clusterName, options = {}) => addTask(world, long, clusterOf(world, clusterName), options),
    addManyTasks: (cluster, count) => {
      for (let at = 0; at < count; at += 1) seed.addTask(cluster);
    },
    removeTask: (cluster, arn) => {
      clusterOf(world, cluster).tasks.delete(arn.slice(arn.lastIndexOf('/') + 1));
    },
    refusePlacement: (reason, { count = 10, times = 1 } = {}) => {
      world.refusals.push({ reason, count, times });
    },
  };
  return seed;
}

function addService(world: World, at: number, cluster: ClusterRecord, name: string, options: ServiceSeed): string {
  const definition = definitionOf(world, options.taskDefinition);
  const { desiredCount = 1, launchType = 'FARGATE', status = 'ACTIVE' } = options;
  const deploymentId = `ecs-svc/${world.newId().slice(0, 19)}`;
  const arn = world.arn(`service/${cluster.name}/${name}`);
  cluster.services.set(name, {
    arn,
    name,
    clusterArn: cluster.arn,
    definition,
    deploymentId,
    desiredCount,
    launchType,
    createdAt: at,
    status,
  });
  for (let index = 0; index < desiredCount; index += 1) {
    startTask(world, cluster, definition, {
      launchType,
      group: `service:${name}`,
      startedBy: deploymentId,
      createdAt: at,
    });
  }
  return arn;
}

function addTask(world: World, long: number, cluster: ClusterRecord, options: TaskSeed): string {
  const definition = definitionOf(world, options.taskDefinition);
  const { launchType = 'FARGATE', startedBy, status = 'RUNNING', stoppedReason = 'Task stopped by user' } = options;
  const task = startTask(world, cluster, definition, {
    launchType,
    group: `family:${definition.family}`,
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

function number(at: number): string {
  return String(at).padStart(5, '0');
}
