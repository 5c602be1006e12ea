import type {
  Deployment,
  DescribeServicesRequest,
  DescribeServicesResponse,
  ListServicesRequest,
  ListServicesResponse,
  Service,
} from '@aws-sdk/client-ecs';
import { invalidParameter } from './api-error';
import { configurationOf } from './deployment-configuration';
import { isUnderWay } from './deployment-ends';
import { type Counts, countsOf, deploymentsNow } from './deployments';
import { type PageFault, pageOf } from './paging';
import { clusterOf, member, primaryOf, type ServiceRecord, type World } from './world';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServices.html: the one list whose default is 10. */
export function listServices(world: World, request: ListServicesRequest, page: PageFault): ListServicesResponse {
  const cluster = clusterOf(world, request.cluster);
  const arns = [...cluster.services.values()]
    .filter((service) => service.status === 'ACTIVE')
    .filter((service) => request.launchType === undefined || service.launchType === request.launchType)
    .map((service) => service.arn);
  const scope = `services ${cluster.name} ${request.launchType}`;
  const { items, next } = pageOf(arns, request, { scope, defaultSize: 10, fault: page });
  return { serviceArns: items, ...next };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html: 1 to 10 services of a cluster. */
export function describeServices(world: World, request: DescribeServicesRequest): DescribeServicesResponse {
  const cluster = clusterOf(world, request.cluster);
  const asked = request.services ?? [];
  if (asked.length === 0) throw invalidParameter('Services cannot be empty.');
  if (asked.length > 10) throw invalidParameter('Services cannot have more than 10 elements.');
  const counts = countsOf(world, cluster);
  return {
    services: asked
      .map((name) => member(cluster.services, name))
      .filter((service) => service !== undefined)
      .map((service) => describeService(world, service, counts)),
    failures: asked
      .filter((name) => !member(cluster.services, name))
      .map((name) => ({
        arn: name.startsWith('arn:') ? name : world.arn(`service/${cluster.name}/${name}`),
        reason: 'MISSING',
      })),
  };
}

/** The service as DescribeServices, CreateService and UpdateService answer it. */
export function describeService(world: World, service: ServiceRecord, counts: Counts): Service {
  const now = world.clock.now();
  const deployments = deploymentsNow(service, counts);
  const { tags: _, platformVersion = 'LATEST', ...shown } = service.settings;
  const total = (key: 'runningCount' | 'pendingCount') => deployments.reduce((sum, it) => sum + (it[key] ?? 0), 0);
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.clusterArn,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: total('runningCount'),
    pendingCount: total('pendingCount'),
    ...(service.capacityProviderStrategy.length > 0
      ? { capacityProviderStrategy: service.capacityProviderStrategy }
      : { launchType: service.launchType }),
    ...(service.launchType === 'FARGATE' ? { platformVersion, platformFamily: 'Linux' } : {}),
    taskDefinition: primaryOf(service).definition.taskDefinitionArn,
    schedulingStrategy: service.schedulingStrategy,
    deploymentController: { type: service.controller },
    deployments: service.controller === 'ECS' ? deployments : [],
    ...(service.controller === 'ECS' ? currentDeployment(service, deployments) : {}),
    events: service.events
      .filter(({ at }) => at <= now)
      .toReversed()
      .toSorted((a, b) => b.at - a.at)
      .slice(0, 100)
      .map(({ id, at, message }) => ({ id, createdAt: new Date(at), message })),
    loadBalancers: service.loadBalancers,
    serviceRegistries: [],
    placementConstraints: [],
    placementStrategy: [],
    enableECSManagedTags: false,
    propagateTags: 'NONE',
    enableExecuteCommand: service.executeCommand,
    createdAt: new Date(service.createdAt),
    ...shown,
    deploymentConfiguration: configurationOf(service),
  };
}

function currentDeployment(service: ServiceRecord, shown: readonly Deployment[]) {
  const { deployments, desiredCount } = service;
  const current = deployments.findLast(isUnderWay) ?? primaryOf(service);
  return {
    currentServiceDeployment: current.arn,
    currentServiceRevisions: shown.map(({ id, runningCount, pendingCount }) => ({
      arn: deployments.find((it) => it.id === id)?.revisionArn,
      requestedTaskCount: desiredCount,
      runningTaskCount: runningCount,
      pendingTaskCount: pendingCount,
    })),
  };
}
