import type {
  Deployment,
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
} from '@aws-sdk/client-ecs';
import { ApiError, invalidParameter } from './api-error';
import { isEnding, statusOf } from './lifecycle';
import { type PageFault, pageOf } from './paging';
import { describeDeployment } from './service-deployment';
import {
  type ClusterRecord,
  clusterOf,
  type DeploymentRecord,
  member,
  primaryOf,
  type ServiceRecord,
  tasksNow,
  type World,
} from './world';

/** The running, pending and failed tasks of each deployment of a cluster. */
export type Counts = ReadonlyMap<string, { running: number; pending: number; failed: number }>;

export function countsOf(world: World, cluster: ClusterRecord): Counts {
  const now = world.clock.now();
  const counts = new Map<string, { running: number; pending: number; failed: number }>();
  for (const task of tasksNow(world, cluster)) {
    const { startedBy = '' } = task;
    const count = counts.get(startedBy) ?? { running: 0, pending: 0, failed: 0 };
    const status = statusOf(task, now);
    if (status === 'RUNNING') count.running += 1;
    else if (status === 'PENDING' || status === 'PROVISIONING') count.pending += 1;
    if (task.ending?.failure !== false && task.ending && isEnding(task, now)) count.failed += 1;
    counts.set(startedBy, count);
  }
  return counts;
}

/** What DescribeServices lists: the deployments that still have tasks, and the one that is rolled back. */
export function deploymentsNow(service: ServiceRecord, counts: Counts): Deployment[] {
  const primary = primaryOf(service);
  const failing = service.deployments.findLast(({ status }) => status === 'ROLLBACK_IN_PROGRESS');
  const first = describeOne(service, primary, 'PRIMARY', counts);
  const reason = `ECS deployment circuit breaker: rolling back to deploymentId ${primary.id}.`;
  const others = service.deployments.filter(
    (it) => it !== primary && (it === failing || (counts.get(it.id)?.running ?? 0) > 0),
  );
  return [
    failing ? { ...first, rolloutState: 'IN_PROGRESS', rolloutStateReason: reason } : first,
    ...others.toReversed().map((it) => describeOne(service, it, 'ACTIVE', counts)),
  ];
}

function describeOne(
  { desiredCount, launchType }: ServiceRecord,
  record: DeploymentRecord,
  status: 'PRIMARY' | 'ACTIVE',
  counts: Counts,
): Deployment {
  const { id, definition, createdAt, updatedAt, superseded, settings } = record;
  const { running = 0, pending = 0, failed = 0 } = counts.get(id) ?? {};
  const lost = /^(?:STOPPED|ROLLBACK_(?!REQUESTED))/.test(record.status) && !superseded;
  const done = record.status === 'SUCCESSFUL';
  return {
    id,
    status,
    taskDefinition: definition.taskDefinitionArn,
    desiredCount: status === 'ACTIVE' && lost ? 0 : desiredCount,
    runningCount: running,
    pendingCount: pending,
    failedTasks: failed,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    launchType,
    networkConfiguration: settings.networkConfiguration,
    rolloutState: lost ? 'FAILED' : done ? 'COMPLETED' : 'IN_PROGRESS',
    rolloutStateReason: lost
      ? `ECS deployment circuit breaker: ${record.failure ?? 'the deployment was stopped'}.`
      : `ECS deployment ${id} ${done ? 'completed' : 'in progress'}.`,
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServiceDeployments.html: 20 if nothing is said. */
export function listServiceDeployments(
  world: World,
  request: ListServiceDeploymentsRequest,
  page: PageFault,
): ListServiceDeploymentsResponse {
  const cluster = clusterOf(world, request.cluster);
  const service = member(cluster.services, request.service ?? '');
  if (!service) throw new ApiError('ServiceNotFoundException', 'Service not found.');
  const all = service.deployments.filter(({ status }) => !request.status?.length || request.status.includes(status));
  const scope = `deployments ${service.arn} ${request.status}`;
  const { items, next } = pageOf(all, request, { scope, defaultSize: 20, fault: page });
  const counts = countsOf(world, cluster);
  return {
    serviceDeployments: items.map((record) => {
      const it = describeDeployment(service, record, counts);
      return {
        serviceDeploymentArn: it.serviceDeploymentArn,
        serviceArn: it.serviceArn,
        clusterArn: it.clusterArn,
        createdAt: it.createdAt,
        startedAt: it.startedAt,
        finishedAt: it.finishedAt,
        targetServiceRevisionArn: it.targetServiceRevision?.arn,
        status: it.status,
        statusReason: it.statusReason,
      };
    }),
    ...next,
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html: 1 to 20. */
export function describeServiceDeployments(
  world: World,
  request: DescribeServiceDeploymentsRequest,
): DescribeServiceDeploymentsResponse {
  const asked = request.serviceDeploymentArns ?? [];
  if (asked.length === 0 || asked.length > 20) throw invalidParameter('Between 1 and 20 service deployments.');
  const found = asked.map((arn) => {
    const [, name = '', serviceName = ''] = arn.split('/');
    const cluster = world.clusters.get(name);
    const service = cluster?.services.get(serviceName);
    const record = service?.deployments.find((it) => it.arn === arn);
    return cluster && service && record ? describeDeployment(service, record, countsOf(world, cluster)) : arn;
  });
  return {
    serviceDeployments: found.filter((it) => typeof it !== 'string'),
    failures: found.filter((it) => typeof it === 'string').map((arn) => ({ arn, reason: 'MISSING' })),
  };
}
