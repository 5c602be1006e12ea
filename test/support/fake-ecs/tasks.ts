import type {
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListTasksRequest,
  ListTasksResponse,
  StopTaskRequest,
  StopTaskResponse,
} from '@aws-sdk/client-ecs';
import { ApiError, invalidParameter } from './api-error';
import { describeTask, isEnding } from './lifecycle';
import { type PageFault, pageOf } from './paging';
import { clusterOf, member, type TaskRecord, tasksNow, type World } from './world';

export function listTasks(world: World, request: ListTasksRequest, page: PageFault): ListTasksResponse {
  const cluster = clusterOf(world, request.cluster);
  const service = request.serviceName === undefined ? undefined : member(cluster.services, request.serviceName);
  if (request.serviceName !== undefined && !service) {
    throw new ApiError('ServiceNotFoundException', 'Service not found.');
  }
  const now = world.clock.now();
  const { desiredStatus = 'RUNNING', family, startedBy, launchType, containerInstance } = request;
  const instance = containerInstance === undefined ? undefined : member(cluster.instances, containerInstance);
  if (containerInstance !== undefined && !instance)
    throw invalidParameter('The referenced container instance was not found.');
  const fits = (task: TaskRecord) =>
    (desiredStatus === 'STOPPED') === isEnding(task, now) &&
    (service === undefined || task.group === `service:${service.name}`) &&
    (instance === undefined || task.containerInstanceArn === instance.arn) &&
    (family === undefined || task.definition.family === family) &&
    (startedBy === undefined || task.startedBy === startedBy) &&
    (launchType === undefined || task.launchType === launchType);
  const arns = tasksNow(world, cluster)
    .filter(fits)
    .map((task) => task.arn);
  const scope = JSON.stringify([
    'tasks',
    cluster.name,
    service?.name,
    desiredStatus,
    family,
    startedBy,
    launchType,
    instance?.arn,
  ]);
  const { items, next } = pageOf(arns, request, { scope, defaultSize: 100, fault: page });
  return { taskArns: items, ...next };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html: 1 to 100 tasks of one cluster. */
export function describeTasks(world: World, request: DescribeTasksRequest): DescribeTasksResponse {
  const cluster = clusterOf(world, request.cluster);
  const asked = request.tasks ?? [];
  if (asked.length === 0) throw invalidParameter('Tasks cannot be empty.');
  if (asked.length > 100) throw invalidParameter('Tasks cannot have more than 100 elements.');
  const withTags = request.include?.includes('TAGS') ?? false;
  return {
    tasks: asked
      .map((id) => member(cluster.tasks, id))
      .filter((task) => task !== undefined)
      .map((task) => describeTask(world, task, withTags)),
    failures: asked
      .filter((id) => !member(cluster.tasks, id))
      .map((id) => ({
        arn: id.startsWith('arn:') ? id : world.arn(`task/${cluster.name}/${id}`),
        reason: 'MISSING',
      })),
  };
}

/** Stops a task; a task that is already stopping or stopped stays as it is. */
export function stopTask(world: World, request: StopTaskRequest): StopTaskResponse {
  const cluster = clusterOf(world, request.cluster);
  const task = member(cluster.tasks, request.task ?? '');
  if (!task) throw invalidParameter('The referenced task was not found.');
  const now = world.clock.now();
  if (!isEnding(task, now)) task.stopped = { at: now, reason: request.reason ?? 'Task stopped by user' };
  return { task: describeTask(world, task) };
}
