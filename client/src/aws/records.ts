import type * as Ec2 from '@aws-sdk/client-ec2';
import type * as Ecs from '@aws-sdk/client-ecs';
import type { Cluster, Container, Failure, PortBinding, SecurityGroup, Service, Subnet, Task } from '../live/ports';
import { defined, lastPart } from './members';

export function toCluster(given: Ecs.Cluster): Cluster {
  const arn = given.clusterArn ?? '';
  return {
    arn,
    name: given.clusterName ?? lastPart(arn),
    status: given.status ?? 'ACTIVE',
    runningTasks: given.runningTasksCount ?? 0,
    pendingTasks: given.pendingTasksCount ?? 0,
    activeServices: given.activeServicesCount ?? 0,
    containerInstances: given.registeredContainerInstancesCount ?? 0,
    ...defined({ capacityProviders: given.capacityProviders }),
  };
}

export function toService(given: Ecs.Service, clusterArn: string): Service {
  const arn = given.serviceArn ?? '';
  const deployments = given.deployments ?? [];
  const primary = deployments.find(({ status }) => status === 'PRIMARY') ?? deployments[0];
  const failed = primary?.rolloutState === 'FAILED';
  return {
    arn,
    name: given.serviceName ?? lastPart(arn),
    clusterArn: given.clusterArn ?? clusterArn,
    status: given.status ?? 'ACTIVE',
    desired: given.desiredCount ?? 0,
    running: given.runningCount ?? 0,
    pending: given.pendingCount ?? 0,
    deploying: !failed && (deployments.length > 1 || primary?.rolloutState === 'IN_PROGRESS'),
    ...defined({
      launchType: given.launchType,
      taskDefinition: given.taskDefinition,
      otherDefinitions: otherDefinitions(given),
    }),
    ...(failed ? { failure: primary?.rolloutStateReason ?? '' } : {}),
  };
}

// Of task sets where another controller than ECS deploys.
function otherDefinitions({
  taskDefinition,
  deployments = [],
  taskSets = [],
}: Ecs.Service): readonly string[] | undefined {
  const all = [...deployments, ...taskSets].map((it) => it.taskDefinition).filter((it) => it !== undefined);
  const others = new Set(all.filter((it) => it !== taskDefinition));
  return others.size > 0 ? [...others] : undefined;
}

export function toTask(given: Ecs.Task, clusterArn: string): Task {
  const arn = given.taskArn ?? '';
  return {
    arn,
    id: lastPart(arn),
    clusterArn: given.clusterArn ?? clusterArn,
    lastStatus: given.lastStatus ?? 'UNKNOWN',
    containers: (given.containers ?? []).map(toContainer),
    ...defined({
      desiredStatus: given.desiredStatus,
      launchType: given.launchType,
      taskDefinitionArn: given.taskDefinitionArn,
      group: given.group,
      startedBy: given.startedBy,
      containerInstanceArn: given.containerInstanceArn,
      capacityProvider: given.capacityProviderName,
      availabilityZone: given.availabilityZone,
      platformVersion: given.platformVersion,
      cpu: given.cpu,
      memory: given.memory,
      executeCommand: given.enableExecuteCommand,
      health: given.healthStatus,
      stopCode: given.stopCode,
      stoppedReason: given.stoppedReason,
      createdAt: given.createdAt?.toISOString(),
      startedAt: given.startedAt?.toISOString(),
      stoppedAt: given.stoppedAt?.toISOString(),
    }),
  };
}

export function toFailureRecord(given: Ecs.Failure): Failure {
  return { reason: given.reason ?? 'UNKNOWN', ...defined({ arn: given.arn, detail: given.detail }) };
}

export function toSubnet(given: Ec2.Subnet): Subnet {
  return {
    id: given.SubnetId ?? '',
    vpcId: given.VpcId ?? '',
    public: given.MapPublicIpOnLaunch ?? false,
    ...defined({
      availabilityZone: given.AvailabilityZone,
      cidr: given.CidrBlock,
      name: given.Tags?.find(({ Key }) => Key === 'Name')?.Value,
    }),
  };
}

export function toSecurityGroup(given: Ec2.SecurityGroup): SecurityGroup {
  return {
    id: given.GroupId ?? '',
    name: given.GroupName ?? given.GroupId ?? '',
    ...defined({ vpcId: given.VpcId, description: given.Description }),
  };
}

function toContainer(given: Ecs.Container): Container {
  return {
    name: given.name ?? '',
    ...defined({
      runtimeId: given.runtimeId,
      lastStatus: given.lastStatus,
      image: given.image,
      imageDigest: given.imageDigest,
      health: given.healthStatus,
      exitCode: given.exitCode,
      reason: given.reason,
      ports: given.networkBindings?.map(toPort),
      agents: given.managedAgents?.map(({ name, lastStatus, reason }) => ({
        name: name ?? '',
        ...defined({ status: lastStatus, reason }),
      })),
      privateIp: given.networkInterfaces?.[0]?.privateIpv4Address ?? given.networkInterfaces?.[0]?.ipv6Address,
    }),
  };
}

function toPort(given: Ecs.NetworkBinding): PortBinding {
  return {
    containerPort: given.containerPortRange ?? String(given.containerPort ?? ''),
    ...defined({ hostPort: given.hostPortRange ?? given.hostPort?.toString(), protocol: given.protocol }),
  };
}
