import type {
  CapacityProviderStrategyItem,
  DeploymentControllerType,
  LaunchType,
  LoadBalancer,
  SchedulingStrategy,
} from '@aws-sdk/client-ecs';
import { pastDeployment } from './deploy';
import { startTask } from './run-task';
import type { Definition } from './task-definitions';
import { tell } from './tell';
import { type ClusterRecord, primaryOf, type ServiceRecord, type ServiceSettings, type World } from './world';

export interface ServiceSeed {
  readonly taskDefinition?: string;
  /** 1 if not given; as many tasks run. */
  readonly desiredCount?: number;
  readonly launchType?: LaunchType;
  readonly status?: 'ACTIVE' | 'INACTIVE' | 'DRAINING';
  readonly controller?: DeploymentControllerType;
  readonly schedulingStrategy?: SchedulingStrategy;
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[];
  readonly executeCommand?: boolean;
  readonly loadBalancers?: readonly LoadBalancer[];
  /** What else CreateService takes. */
  readonly settings?: ServiceSettings;
}

/** A service that has been steady since `at`; answers its ARN. */
export function addService(
  world: World,
  cluster: ClusterRecord,
  name: string,
  definition: Definition,
  at: number,
  options: ServiceSeed,
): string {
  const { desiredCount = 1, launchType = 'FARGATE', status = 'ACTIVE', executeCommand = false } = options;
  const service: ServiceRecord = {
    arn: world.arn(`service/${cluster.name}/${name}`),
    name,
    clusterArn: cluster.arn,
    desiredCount,
    launchType,
    createdAt: at,
    status,
    controller: options.controller ?? 'ECS',
    schedulingStrategy: options.schedulingStrategy ?? 'REPLICA',
    capacityProviderStrategy: [...(options.capacityProviderStrategy ?? [])],
    executeCommand,
    loadBalancers: [...(options.loadBalancers ?? [])],
    settings: { ...networkOf(world, definition), ...options.settings },
    events: [],
    deployments: [],
  };
  cluster.services.set(name, service);
  tell(world, service, at, 'has reached a steady state.');
  const { id } = pastDeployment(world, service, definition, at);
  for (let index = 0; index < desiredCount; index += 1) {
    startTask(world, cluster, definition, {
      launchType,
      group: `service:${name}`,
      startedBy: id,
      enableExecuteCommand: executeCommand,
      createdAt: at,
    });
  }
  return service.arn;
}

/** So many successful deployments before those of the service, one an hour, the last one an hour before `at`. */
export function addHistory(world: World, service: ServiceRecord, at: number, count: number): void {
  const primary = primaryOf(service);
  const own = service.deployments.splice(0);
  for (let hours = count; hours > 0; hours -= 1) {
    const startedAt = at - hours * 3_600_000;
    pastDeployment(world, service, primary.definition, startedAt, startedAt + 60_000);
  }
  service.primary = primary;
  service.deployments.push(...own);
}

/** The first subnet of the account, for tasks that need one. */
function networkOf({ network }: World, { networkMode }: Definition): ServiceSettings {
  if (networkMode !== 'awsvpc') return {};
  const subnets = network.subnets.slice(0, 1).map(({ SubnetId = '' }) => SubnetId);
  const securityGroups = network.securityGroups.slice(0, 1).map(({ GroupId = '' }) => GroupId);
  return { networkConfiguration: { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp: 'ENABLED' } } };
}

export function serviceOf({ services, name: cluster }: ClusterRecord, name: string): ServiceRecord {
  const found = services.get(name);
  if (!found) throw new Error(`The fake's cluster ${cluster} holds no service ${name}.`);
  return found;
}
