import type { ASTNode } from '../syntax/ast';
import { entries, flag, list, type Misspelt, number, object, text } from './field';
import { type LaunchType, launchTypes, type NetworkMode, type TaskDefinition } from './task-definition';

const nameAndValue = object({ name: text, value: text });

const loadBalancer = object({
  targetGroupArn: text,
  loadBalancerName: text,
  containerName: text,
  containerPort: number,
  advancedConfiguration: object({ alternateTargetGroupArn: text, productionListenerRule: text, roleArn: text }),
});

const connectService = object({
  portName: text,
  discoveryName: text,
  clientAliases: list(object({ port: number, dnsName: text })),
  ingressPortOverride: number,
  timeout: object({ idleTimeoutSeconds: number, perRequestTimeoutSeconds: number }),
});

const managedVolume = object({
  encrypted: flag,
  kmsKeyId: text,
  volumeType: text,
  sizeInGiB: number,
  snapshotId: text,
  volumeInitializationRate: number,
  iops: number,
  throughput: number,
  roleArn: text,
  filesystemType: text,
});

const containerOverride = object({
  name: text,
  command: list(text),
  environment: list(nameAndValue),
  cpu: number,
  memory: number,
  memoryReservation: number,
});

const requestObject = object({
  cluster: text,
  taskDefinition: text,
  serviceName: text,
  service: text,
  desiredCount: number,
  count: number,
  launchType: text,
  capacityProviderStrategy: list(object({ capacityProvider: text, weight: number, base: number })),
  platformVersion: text,
  role: text,
  availabilityZoneRebalancing: text,
  schedulingStrategy: text,
  deploymentController: object({ type: text }),
  deploymentConfiguration: object({
    strategy: text,
    maximumPercent: number,
    minimumHealthyPercent: number,
    bakeTimeInMinutes: number,
    deploymentCircuitBreaker: object({ enable: flag, rollback: flag }),
  }),
  loadBalancers: list(loadBalancer),
  serviceRegistries: list(object({ registryArn: text, port: number, containerName: text, containerPort: number })),
  networkConfiguration: object({
    awsvpcConfiguration: object({ subnets: list(text), securityGroups: list(text), assignPublicIp: text }),
  }),
  placementConstraints: list(object({ type: text, expression: text })),
  placementStrategy: list(object({ type: text, field: text })),
  healthCheckGracePeriodSeconds: number,
  enableECSManagedTags: flag,
  enableExecuteCommand: flag,
  propagateTags: text,
  tags: list(object({ key: text, value: text })),
  serviceConnectConfiguration: object({
    enabled: flag,
    namespace: text,
    services: list(connectService),
    logConfiguration: object({ logDriver: text, options: entries(text) }),
  }),
  volumeConfigurations: list(object({ name: text, managedEBSVolume: managedVolume })),
  vpcLatticeConfigurations: list(object({ roleArn: text, targetGroupArn: text, portName: text })),
  overrides: object({ containerOverrides: list(containerOverride), taskRoleArn: text, executionRoleArn: text }),
  startedBy: text,
});

/**
 * A view of the input of CreateService, UpdateService or RunTask.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export type RequestInput = ReturnType<typeof requestObject>;

/** Reads the request at a node. Costs nothing until members are asked for. */
export function requestInput(node: ASTNode, misspelt?: Misspelt): RequestInput {
  return requestObject({ node, anchor: node, name: '', misspelt });
}

/**
 * The launch type that a request names, or that its capacity providers are of. Names of the user's own providers tell nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
 */
export function launchTypeOf({ launchType, capacityProviderStrategy }: RequestInput): LaunchType | undefined {
  if (launchType.present) return launchTypes.find((name) => name === launchType.literal);
  const providers = capacityProviderStrategy.items.map(({ capacityProvider }) => capacityProvider.literal);
  const isFargate = providers.length > 0 && providers.every((name) => name === 'FARGATE' || name === 'FARGATE_SPOT');
  return isFargate ? 'FARGATE' : undefined;
}

/**
 * The network mode of the tasks that a request starts, where it is known: on Fargate there is one alone.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
export function networkModeOf(request: RequestInput, task: TaskDefinition | undefined): NetworkMode | undefined {
  return launchTypeOf(request) === 'FARGATE' ? 'awsvpc' : task?.onlyNetworkMode;
}

/** True for a service whose tasks another tool starts, with settings that this request does not have. */
export function isStartedElsewhere({ deploymentController }: RequestInput): boolean {
  const { literal, unresolved } = deploymentController.type;
  return unresolved || literal === 'EXTERNAL';
}
