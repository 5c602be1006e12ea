import { isDeepStrictEqual } from 'node:util';
import type {
  CreateServiceRequest,
  CreateServiceResponse,
  LoadBalancer,
  UpdateServiceRequest,
  UpdateServiceResponse,
} from '@aws-sdk/client-ecs';
import { ApiError, clientException, invalidParameter } from './api-error';
import { deploy } from './deploy';
import { countsOf } from './deployments';
import { keepDesired } from './desired';
import { checkNetwork, launchTypeOf } from './run-task';
import { describeService } from './services';
import { type Definition, findDefinition } from './task-definitions';
import {
  type ClusterRecord,
  clusterOf,
  member,
  primaryOf,
  type ServiceRecord,
  type ServiceSettings,
  type World,
} from './world';

/**
 * Makes a service and deploys it; the same request with the same `clientToken` makes no other one.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export function createService(world: World, request: CreateServiceRequest): CreateServiceResponse {
  const cluster = clusterOf(world, request.cluster);
  const { clientToken, serviceName: name = '', ...parameters } = request;
  if (!/^[\w-]{1,255}$/.test(name)) throw invalidParameter('Service name contains invalid characters.');
  if (clientToken !== undefined && !/^[!-~]{1,36}$/.test(clientToken)) throw invalidParameter('Invalid clientToken.');
  const fingerprint = JSON.stringify([name, parameters]);
  const known = cluster.services.get(name);
  if (known?.status === 'DRAINING') throw invalidParameter('Unable to Start a service that is still Draining.');
  if (known?.status === 'ACTIVE') {
    if (clientToken === undefined || world.creations.get(clientToken) !== fingerprint) {
      throw invalidParameter('Creation of service was not idempotent.');
    }
    return { service: describeService(world, known, countsOf(world, cluster)) };
  }
  const service = addService(world, cluster, request);
  if (clientToken !== undefined) world.creations.set(clientToken, fingerprint);
  return { service: describeService(world, service, countsOf(world, cluster)) };
}

/**
 * Changes a service. Only a change of what its tasks are, or `forceNewDeployment`, begins a deployment; another count
 * starts or stops tasks of the one there is.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export function updateService(world: World, request: UpdateServiceRequest): UpdateServiceResponse {
  const cluster = clusterOf(world, request.cluster);
  const service = member(cluster.services, request.service ?? '');
  if (!service) throw new ApiError('ServiceNotFoundException', 'Service not found.');
  if (service.status !== 'ACTIVE') throw new ApiError('ServiceNotActiveException', 'Service was not ACTIVE.');
  checkController(service, request);
  const { definition: before } = primaryOf(service);
  const definition = request.taskDefinition === undefined ? before : usable(world, request.taskDefinition);
  checkCount(request.desiredCount);
  checkConfiguration(request);
  const { loadBalancers = service.loadBalancers } = request;
  checkLoadBalancers(world, loadBalancers, definition);
  const settings = settingsOf({ ...service.settings, ...defined(request) });
  checkNetwork(world, settings, definition);
  const deploys =
    request.forceNewDeployment === true ||
    definition.taskDefinitionArn !== before.taskDefinitionArn ||
    !isDeepStrictEqual(loadBalancers, service.loadBalancers) ||
    newTasksFor.some((key) => !isDeepStrictEqual(settings[key], service.settings[key]));
  service.settings = settings;
  service.loadBalancers = [...loadBalancers];
  service.desiredCount = request.desiredCount ?? service.desiredCount;
  service.executeCommand = request.enableExecuteCommand ?? service.executeCommand;
  service.capacityProviderStrategy = request.capacityProviderStrategy ?? service.capacityProviderStrategy;
  if (deploys) deploy(world, cluster, service, definition);
  else keepDesired(world, cluster, service, world.clock.now());
  return { service: describeService(world, service, countsOf(world, cluster)) };
}

/** The settings whose change begins a deployment. */
const newTasksFor = [
  'networkConfiguration',
  'platformVersion',
  'serviceConnectConfiguration',
  'serviceRegistries',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const satisfies readonly (keyof ServiceSettings)[];

const settingNames = [
  ...newTasksFor,
  'availabilityZoneRebalancing',
  'deploymentConfiguration',
  'enableECSManagedTags',
  'healthCheckGracePeriodSeconds',
  'monitoring',
  'placementConstraints',
  'placementStrategy',
  'propagateTags',
  'tags',
] as const satisfies readonly (keyof ServiceSettings)[];

function addService(world: World, cluster: ClusterRecord, request: CreateServiceRequest): ServiceRecord {
  if (cluster.status !== 'ACTIVE') throw new ApiError('ClusterNotFoundException', 'Cluster not found.');
  const { serviceName: name = '', desiredCount, loadBalancers = [], schedulingStrategy = 'REPLICA' } = request;
  if (request.taskDefinition === undefined) throw invalidParameter('TaskDefinition can not be blank.');
  if (desiredCount === undefined && schedulingStrategy === 'REPLICA') {
    throw invalidParameter('Desired count is required for services with the REPLICA scheduling strategy.');
  }
  checkCount(desiredCount);
  checkConfiguration(request);
  const definition = usable(world, request.taskDefinition);
  const launchType = launchTypeOf(cluster, request, definition);
  checkNetwork(world, request, definition);
  checkLoadBalancers(world, loadBalancers, definition);
  const service: ServiceRecord = {
    arn: world.arn(`service/${cluster.name}/${name}`),
    name,
    clusterArn: cluster.arn,
    desiredCount: desiredCount ?? cluster.instances.size,
    launchType,
    createdAt: world.clock.now(),
    status: 'ACTIVE',
    controller: request.deploymentController?.type ?? 'ECS',
    schedulingStrategy,
    capacityProviderStrategy: [...(request.capacityProviderStrategy ?? [])],
    executeCommand: request.enableExecuteCommand ?? false,
    loadBalancers: [...loadBalancers],
    settings: settingsOf(request),
    events: [],
    deployments: [],
  };
  cluster.services.set(name, service);
  deploy(world, cluster, service, definition);
  return service;
}

/** Another controller's tasks are changed by it alone; what does not make new tasks ECS still changes. */
function checkController(service: ServiceRecord, request: UpdateServiceRequest): void {
  if (service.controller === 'ECS') return;
  const changed = (
    ['taskDefinition', 'forceNewDeployment', 'networkConfiguration', 'loadBalancers', 'platformVersion'] as const
  ).find((key) => request[key] !== undefined);
  if (!changed) return;
  const words = changed.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const instead =
    service.controller === 'CODE_DEPLOY'
      ? 'Use AWS CodeDeploy to trigger a new deployment.'
      : 'Use CreateTaskSet to trigger a new deployment.';
  throw invalidParameter(
    `Unable to update ${words} on services with a ${service.controller} deployment controller. ${instead}`,
  );
}

function usable(world: World, name: string): Definition {
  const definition = findDefinition(world, name);
  if (!definition) throw clientException('TaskDefinition not found.');
  if (definition.status !== 'ACTIVE') throw clientException('TaskDefinition is inactive');
  return definition;
}

function checkCount(count: number | undefined): void {
  if (count !== undefined && (!Number.isInteger(count) || count < 0 || count > 10_000)) {
    throw invalidParameter('Desired count must be between 0 and 10000.');
  }
}

function checkConfiguration({ deploymentConfiguration }: UpdateServiceRequest | CreateServiceRequest): void {
  const { maximumPercent = 200, minimumHealthyPercent = 100 } = deploymentConfiguration ?? {};
  if (maximumPercent <= minimumHealthyPercent && maximumPercent <= 100) {
    throw invalidParameter(
      'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
    );
  }
}

function checkLoadBalancers(world: World, loadBalancers: readonly LoadBalancer[], definition: Definition): void {
  for (const { targetGroupArn, containerName, containerPort } of loadBalancers) {
    const container = definition.containerDefinitions?.find(({ name }) => name === containerName);
    if (!container) throw invalidParameter(`The container ${containerName} does not exist in the task definition.`);
    if (!container.portMappings?.some((it) => it.containerPort === containerPort)) {
      throw invalidParameter(`The container ${containerName} did not have a container port ${containerPort} defined.`);
    }
    if (targetGroupArn && world.targetGroups.get(targetGroupArn)?.loadBalancer === undefined) {
      throw invalidParameter(
        `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
      );
    }
  }
}

function settingsOf(request: ServiceSettings): ServiceSettings {
  return Object.fromEntries(settingNames.filter((key) => request[key] != null).map((key) => [key, request[key]]));
}

function defined<T extends object>(request: T): Partial<T> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value != null)) as Partial<T>;
}
