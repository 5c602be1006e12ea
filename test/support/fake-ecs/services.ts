import type {
  DescribeServicesRequest,
  DescribeServicesResponse,
  ListServicesRequest,
  ListServicesResponse,
  Service,
} from '@aws-sdk/client-ecs';
import { invalidParameter } from './api-error';
import { statusOf } from './lifecycle';
import { type PageRules, pageOf } from './paging';
import { type ClusterRecord, clusterOf, member, type ServiceRecord, type World } from './world';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServices.html: the one list whose default is 10. */
export function listServices(
  world: World,
  request: ListServicesRequest,
  page: Pick<PageRules, 'empty'>,
): ListServicesResponse {
  const cluster = clusterOf(world, request.cluster);
  const arns = [...cluster.services.values()]
    .filter((service) => service.status === 'ACTIVE')
    .filter((service) => request.launchType === undefined || service.launchType === request.launchType)
    .map((service) => service.arn);
  const scope = `services ${cluster.name} ${request.launchType}`;
  const { items, next } = pageOf(arns, request, { scope, defaultSize: 10, ...page });
  return { serviceArns: items, ...next };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html: 1 to 10 services of a cluster. */
export function describeServices(world: World, request: DescribeServicesRequest): DescribeServicesResponse {
  const cluster = clusterOf(world, request.cluster);
  const asked = request.services ?? [];
  if (asked.length === 0) throw invalidParameter('Services cannot be empty.');
  if (asked.length > 10) throw invalidParameter('Services cannot have more than 10 elements.');
  return {
    services: asked
      .map((name) => member(cluster.services, name))
      .filter((service) => service !== undefined)
      .map((service) => describe(world, cluster, service)),
    failures: asked
      .filter((name) => !member(cluster.services, name))
      .map((name) => ({
        arn: name.startsWith('arn:') ? name : world.arn(`service/${cluster.name}/${name}`),
        reason: 'MISSING',
      })),
  };
}

function describe(world: World, cluster: ClusterRecord, service: ServiceRecord): Service {
  const now = world.clock.now();
  const states = [...cluster.tasks.values()]
    .filter((task) => task.group === `service:${service.name}`)
    .map((task) => statusOf(task, now));
  const runningCount = states.filter((state) => state === 'RUNNING').length;
  const pendingCount = states.filter((state) => state === 'PENDING' || state === 'PROVISIONING').length;
  const createdAt = new Date(service.createdAt);
  const counts = { desiredCount: service.desiredCount, runningCount, pendingCount };
  const taskDefinition = service.definition.taskDefinitionArn;
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.clusterArn,
    status: service.status,
    ...counts,
    launchType: service.launchType,
    taskDefinition,
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    deployments: [
      {
        id: service.deploymentId,
        status: 'PRIMARY',
        taskDefinition,
        ...counts,
        failedTasks: 0,
        createdAt,
        updatedAt: createdAt,
        launchType: service.launchType,
        rolloutState: runningCount === service.desiredCount ? 'COMPLETED' : 'IN_PROGRESS',
      },
    ],
    events: [
      { id: service.arn.slice(-8), createdAt, message: `(service ${service.name}) has reached a steady state.` },
    ],
    loadBalancers: [],
    serviceRegistries: [],
    enableExecuteCommand: false,
    createdAt,
  };
}
