import type {
  CapacityProvider,
  ContainerInstance,
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse,
  DescribeContainerInstancesRequest,
  DescribeContainerInstancesResponse,
  ListContainerInstancesRequest,
  ListContainerInstancesResponse,
} from '@aws-sdk/client-ecs';
import { invalidParameter } from './api-error';
import { statusOf } from './lifecycle';
import { type PageFault, pageOf } from './paging';
import { account, clusterOf, member, tasksNow, type World } from './world';

export function listContainerInstances(
  world: World,
  request: ListContainerInstancesRequest,
  page: PageFault,
): ListContainerInstancesResponse {
  const cluster = clusterOf(world, request.cluster);
  const arns = [...cluster.instances.values()]
    .filter(({ status }) => request.status === undefined || status === request.status)
    .map(({ arn }) => arn);
  const scope = `instances ${cluster.name} ${request.status}`;
  const { items, next } = pageOf(arns, request, { scope, defaultSize: 100, fault: page });
  return { containerInstanceArns: items, ...next };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeContainerInstances.html: 1 to 100 of a cluster. */
export function describeContainerInstances(
  world: World,
  request: DescribeContainerInstancesRequest,
): DescribeContainerInstancesResponse {
  const cluster = clusterOf(world, request.cluster);
  const asked = request.containerInstances ?? [];
  if (asked.length === 0) throw invalidParameter('Container instances cannot be empty.');
  if (asked.length > 100) throw invalidParameter('Container instances cannot have more than 100 elements.');
  const now = world.clock.now();
  const running = new Map<string, number>();
  for (const task of tasksNow(world, cluster)) {
    const { containerInstanceArn: arn } = task;
    if (arn && statusOf(task, now) === 'RUNNING') running.set(arn, (running.get(arn) ?? 0) + 1);
  }
  const found = asked.map((id) => member(cluster.instances, id)).filter((it) => it !== undefined);
  return {
    containerInstances: found.map(({ arn, profile, ...rest }) => ({
      ...rest,
      runningTasksCount: running.get(arn) ?? 0,
    })),
    failures: asked
      .filter((id) => !member(cluster.instances, id))
      .map((id) => ({
        arn: id.startsWith('arn:') ? id : world.arn(`container-instance/${cluster.name}/${id}`),
        reason: 'MISSING',
      })),
  };
}

/** Ten a page: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeCapacityProviders.html */
export function describeCapacityProviders(
  world: World,
  request: DescribeCapacityProvidersRequest,
  page: PageFault,
): DescribeCapacityProvidersResponse {
  const { capacityProviders: asked, cluster } = request;
  const own = cluster === undefined ? undefined : clusterOf(world, cluster).capacityProviders;
  const all = [...world.capacityProviders.values()].filter(
    ({ name = '' }) => (asked?.includes(name) ?? true) && (own?.includes(name) ?? true),
  );
  const scope = `providers ${cluster} ${asked}`;
  const { items, next } = pageOf(all, request, { scope, defaultSize: 10, maxSize: 10, fault: page });
  const failures = (asked ?? [])
    .filter((name) => !world.capacityProviders.has(name))
    .map((name) => ({ arn: world.arn(`capacity-provider/${name}`), reason: 'MISSING' }));
  return { capacityProviders: items, failures, ...next };
}

/** Those that every account has. */
export function predefinedProviders(region: string): Map<string, CapacityProvider> {
  return new Map(
    (['FARGATE', 'FARGATE_SPOT'] as const).map((name) => [
      name,
      {
        capacityProviderArn: `arn:aws:ecs:${region}:${account}:capacity-provider/${name}`,
        name,
        status: 'ACTIVE',
        type: name,
      },
    ]),
  );
}

/** What a new container instance is told apart by. */
export interface InstanceSeed {
  /** A machine outside AWS. */
  readonly external?: boolean;
  readonly agentConnected?: boolean;
  readonly status?: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  readonly capacityProvider?: string;
  /** Of its instance profile; `ecsInstanceRole` if not given, none with an empty one. */
  readonly profile?: string;
}

/** A container instance, and what EC2 knows of it. */
export type InstanceRecord = ContainerInstance & { readonly arn: string; readonly profile?: string };

export function newInstance(
  arn: string,
  at: number,
  { external = false, agentConnected = true, status = 'ACTIVE', capacityProvider, profile }: InstanceSeed,
): InstanceRecord {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  const resources = (cpu: number, memory: number) => [
    { name: 'CPU', type: 'INTEGER', integerValue: cpu },
    { name: 'MEMORY', type: 'INTEGER', integerValue: memory },
    { name: 'PORTS', type: 'STRINGSET', stringSetValue: ['22', '2375', '2376', '51678', '51679'] },
  ];
  return {
    arn,
    containerInstanceArn: arn,
    ec2InstanceId: `${external ? 'mi' : 'i'}-${id.slice(-17)}`,
    status,
    agentConnected,
    versionInfo: { agentVersion: '1.102.0', agentHash: '0a1b2c3d', dockerVersion: 'DockerVersion: 25.0.13' },
    registeredResources: resources(2048, 3884),
    remainingResources: resources(1792, 3372),
    runningTasksCount: 0,
    pendingTasksCount: 0,
    registeredAt: new Date(at),
    attributes: external
      ? [{ name: 'ecs.capability.external' }, { name: 'ecs.os-type', value: 'linux' }]
      : [
          { name: 'ecs.availability-zone', value: `${arn.split(':')[3]}a` },
          { name: 'ecs.instance-type', value: 't4g.medium' },
          { name: 'ecs.os-type', value: 'linux' },
        ],
    ...(capacityProvider ? { capacityProviderName: capacityProvider } : {}),
    ...(profile === undefined ? {} : { profile }),
  };
}
