import type * as Ec2 from '@aws-sdk/client-ec2';
import type * as Ecs from '@aws-sdk/client-ecs';
import { registerInput } from '../live/definition';
import type { Cluster, Container, Failure, Revision, SecurityGroup, Service, Subnet, Task } from '../live/ports';

// Every member of an answer may be missing: emulators and older endpoints leave out what they do not know.

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
    ...defined({ launchType: given.launchType, taskDefinition: given.taskDefinition }),
    ...(failed ? { failure: primary?.rolloutStateReason ?? '' } : {}),
  };
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

/** Tags stay unknown, not empty, when the answer has none: some endpoints never send them. */
export function toRevision(given: Ecs.TaskDefinition, tags: readonly Ecs.Tag[] | undefined): Revision {
  const arn = given.taskDefinitionArn ?? '';
  const [family = '', revision = ''] = lastPart(arn).split(':');
  const wrapped = { taskDefinition: { ...given }, ...(tags ? { tags: [...tags] } : {}) };
  return {
    arn,
    family: given.family ?? family,
    revision: given.revision ?? Number(revision),
    definition: registerInput(wrapped),
  };
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
      lastStatus: given.lastStatus,
      image: given.image,
      imageDigest: given.imageDigest,
      health: given.healthStatus,
      exitCode: given.exitCode,
      reason: given.reason,
    }),
  };
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Without the members that are undefined. */
function defined<T extends object>(members: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}
