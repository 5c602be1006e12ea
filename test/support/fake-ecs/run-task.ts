import type { Failure, LaunchType, RunTaskRequest, RunTaskResponse } from '@aws-sdk/client-ecs';
import { ApiError, clientException, invalidParameter } from './api-error';
import { endingOf } from './endings';
import { describeTask } from './lifecycle';
import { type Definition, findDefinition } from './task-definitions';
import { writeLogs } from './task-logs';
import { type ClusterRecord, clusterOf, type TaskRecord, type World } from './world';

/**
 * Starts tasks; a repeated `clientToken` starts none and gets the first answer.
 * Limits: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export function runTask(world: World, request: RunTaskRequest): RunTaskResponse {
  const cluster = clusterOf(world, request.cluster);
  const { clientToken, ...parameters } = request;
  if (clientToken === undefined) return run(world, cluster, request);
  if (clientToken.length > 64) throw invalidParameter('clientToken cannot be longer than 64 characters.');
  const fingerprint = JSON.stringify(parameters);
  const earlier = world.runs.get(clientToken);
  if (earlier && earlier.request !== fingerprint) {
    throw new ApiError('ConflictException', 'The clientToken was used with other parameters.', 400, {
      resourceIds: earlier.response.tasks?.map((task) => task.taskArn),
    });
  }
  if (earlier) return earlier.response;
  const response = run(world, cluster, request);
  world.runs.set(clientToken, { request: fingerprint, response });
  return response;
}

function run(world: World, cluster: ClusterRecord, request: RunTaskRequest): RunTaskResponse {
  const count = request.count ?? 1;
  if (!Number.isInteger(count) || count < 1 || count > 10) {
    throw invalidParameter('Count should be between 1 and 10.');
  }
  const definition = findDefinition(world, request.taskDefinition ?? '');
  if (!definition) throw clientException('TaskDefinition not found.');
  if (definition.status !== 'ACTIVE') throw clientException('TaskDefinition is inactive');
  const launchType = launchTypeOf(cluster, request, definition);
  checkNetwork(world, request, definition);
  const failures = refused(world, cluster, count);
  const started = Array.from({ length: count - failures.length }, () =>
    startTask(world, cluster, definition, {
      launchType,
      group: request.group ?? `family:${definition.family}`,
      ...(request.startedBy ? { startedBy: request.startedBy } : {}),
      ...(request.overrides ? { overrides: request.overrides } : {}),
      ...(request.tags ? { tags: request.tags } : {}),
      enableExecuteCommand: request.enableExecuteCommand ?? false,
    }),
  );
  if (started.length > 0) world.counts.taskSets += 1;
  return { tasks: started.map((task) => describeTask(world, task)), failures };
}

type Start = Pick<TaskRecord, 'launchType' | 'group'> &
  Partial<Pick<TaskRecord, 'startedBy' | 'overrides' | 'tags' | 'enableExecuteCommand' | 'createdAt'>>;

/** Puts a new task into the cluster, created now if `createdAt` does not say otherwise. */
export function startTask(world: World, cluster: ClusterRecord, definition: Definition, start: Start): TaskRecord {
  const id = world.newId();
  const ending = endingOf(world, definition);
  const record: TaskRecord = {
    createdAt: world.clock.now(),
    ...start,
    arn: world.arn(`task/${cluster.name}/${id}`),
    clusterArn: cluster.arn,
    definition,
    ...(ending ? { ending } : {}),
    ...(start.launchType === 'EC2' ? { containerInstanceArn: instanceArn(world, cluster) } : {}),
  };
  cluster.tasks.set(id, record);
  writeLogs(world, record);
  return record;
}

/** What the tasks run on, or InvalidParameterException. */
export function launchTypeOf(
  cluster: ClusterRecord,
  request: Pick<RunTaskRequest, 'launchType' | 'capacityProviderStrategy'>,
  definition: Definition,
): LaunchType {
  if (request.launchType && request.capacityProviderStrategy?.length) {
    throw invalidParameter('Specify either launchType or capacityProviderStrategy, not both.');
  }
  const launchType = request.capacityProviderStrategy?.length ? 'FARGATE' : (request.launchType ?? 'EC2');
  if (launchType === 'FARGATE' && !definition.compatibilities?.includes('FARGATE')) {
    throw invalidParameter('Task definition does not support launch_type FARGATE.');
  }
  if (launchType === 'EC2' && cluster.instances.size === 0) {
    throw invalidParameter('No Container Instances were found in your cluster.');
  }
  return launchType;
}

/** InvalidParameterException for a network that the definition's tasks cannot be placed in. */
export function checkNetwork(
  world: World,
  request: Pick<RunTaskRequest, 'networkConfiguration'>,
  definition: Definition,
): void {
  const network = request.networkConfiguration?.awsvpcConfiguration;
  if (definition.networkMode !== 'awsvpc') {
    if (network) throw invalidParameter('Network Configuration is not valid for the given networkMode.');
    return;
  }
  if (!network) {
    throw invalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  if (!network.subnets?.length) throw invalidParameter('subnets can not be empty.');
  const { subnets, securityGroups } = world.network;
  for (const id of network.subnets) {
    if (!subnets.some((it) => it.SubnetId === id)) throw invalidParameter(`The subnet ID '${id}' does not exist`);
  }
  for (const id of network.securityGroups ?? []) {
    if (!securityGroups.some((it) => it.GroupId === id)) {
      throw invalidParameter(`The security group '${id}' does not exist`);
    }
  }
}

function refused(world: World, cluster: ClusterRecord, count: number): Failure[] {
  const refusal = world.refusals.find((it) => it.times > 0);
  if (!refusal) return [];
  refusal.times -= 1;
  const { reason } = refusal;
  return Array.from({ length: Math.min(count, refusal.count) }, () => ({ arn: instanceArn(world, cluster), reason }));
}

function instanceArn(world: World, cluster: ClusterRecord): string {
  const [first] = cluster.instances.values();
  return first?.arn ?? world.arn(`container-instance/${cluster.name}/${'1'.repeat(32)}`);
}
