import type {
  Cluster,
  DescribeClustersRequest,
  DescribeClustersResponse,
  ListClustersRequest,
  ListClustersResponse,
} from '@aws-sdk/client-ecs';
import { invalidParameter } from './api-error';
import { statusOf } from './lifecycle';
import { type PageFault, pageOf } from './paging';
import { type ClusterRecord, findCluster, tasksNow, type World } from './world';

export function listClusters(world: World, request: ListClustersRequest, page: PageFault): ListClustersResponse {
  const arns = [...world.clusters.values()].map((cluster) => cluster.arn);
  const { items, next } = pageOf(arns, request, { scope: 'clusters', defaultSize: 100, fault: page });
  return { clusterArns: items, ...next };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html: up to 100 clusters. */
export function describeClusters(world: World, request: DescribeClustersRequest): DescribeClustersResponse {
  const asked = request.clusters?.length ? request.clusters : ['default'];
  if (asked.length > 100) throw invalidParameter('Clusters cannot have more than 100 elements.');
  return {
    clusters: asked
      .map((name) => findCluster(world, name))
      .filter((cluster) => cluster !== undefined)
      .map((cluster) => describe(world, cluster)),
    failures: asked
      .filter((name) => !findCluster(world, name))
      .map((name) => ({ arn: name.startsWith('arn:') ? name : world.arn(`cluster/${name}`), reason: 'MISSING' })),
  };
}

function describe(world: World, cluster: ClusterRecord): Cluster {
  const now = world.clock.now();
  const states = tasksNow(world, cluster).map((task) => statusOf(task, now));
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: cluster.instances.size,
    runningTasksCount: states.filter((state) => state === 'RUNNING').length,
    pendingTasksCount: states.filter((state) => state === 'PENDING' || state === 'PROVISIONING').length,
    activeServicesCount: [...cluster.services.values()].filter((it) => it.status === 'ACTIVE').length,
    statistics: [],
    tags: [],
    settings: [],
    capacityProviders: [...cluster.capacityProviders],
    defaultCapacityProviderStrategy: cluster.defaultStrategy,
  };
}
