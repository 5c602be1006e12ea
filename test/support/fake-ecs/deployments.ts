import type {
  Deployment,
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  ServiceDeployment,
  ServiceDeploymentStatus,
} from '@aws-sdk/client-ecs';
import { ApiError, invalidParameter } from './api-error';
import { deploymentTimes } from './deployment-times';
import { isEnding, statusOf } from './lifecycle';
import { type PageFault, pageOf } from './paging';
import {
  type ClusterRecord,
  clusterOf,
  type DeploymentRecord,
  member,
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
    if (task.plan !== 'runs' && isEnding(task, now)) count.failed += 1;
    counts.set(startedBy, count);
  }
  return counts;
}

/** The deployment whose tasks the service keeps at this moment: the last one that did not fail. */
export function currentOf(service: ServiceRecord, now: number): DeploymentRecord {
  const [first, ...later] = service.deployments.filter(({ startedAt }) => startedAt <= now);
  if (!first) throw new Error(`The fake's service ${service.name} has no deployment.`);
  return later.reduce((kept, next) => (next.outcome === 'rolls-back' && next.endsAt <= now ? kept : next), first);
}

/** What DescribeServices lists: the deployments that still have tasks. */
export function deploymentsNow(service: ServiceRecord, counts: Counts, now: number): Deployment[] {
  const begun = service.deployments.filter(({ startedAt }) => startedAt <= now);
  const current = currentOf(service, now);
  const primary = describeOne(service, current, 'PRIMARY', counts, now);
  const failed = begun.at(-1);
  // While the circuit breaker rolls back, the failed one is not gone yet.
  if (failed && failed !== current && now < failed.endsAt + deploymentTimes.rollsBack) {
    const reason = `ECS deployment circuit breaker: rolling back to deploymentId ${current.id}.`;
    return [
      { ...primary, rolloutState: 'IN_PROGRESS', rolloutStateReason: reason },
      describeOne(service, failed, 'ACTIVE', counts, now),
    ];
  }
  const before = begun.filter((it) => it !== current && (counts.get(it.id)?.running ?? 0) > 0);
  return [primary, ...before.map((it) => describeOne(service, it, 'ACTIVE', counts, now))];
}

function describeOne(
  { desiredCount, launchType }: ServiceRecord,
  { id, definition, outcome, startedAt, endsAt }: DeploymentRecord,
  status: 'PRIMARY' | 'ACTIVE',
  counts: Counts,
  now: number,
): Deployment {
  const { running = 0, pending = 0, failed = 0 } = counts.get(id) ?? {};
  const over = now >= endsAt;
  const lost = over && (outcome === 'fails' || outcome === 'rolls-back');
  const done = over && outcome === 'completes' && (status === 'ACTIVE' || running === desiredCount);
  return {
    id,
    status,
    taskDefinition: definition.taskDefinitionArn,
    desiredCount: status === 'ACTIVE' && lost ? 0 : desiredCount,
    runningCount: running,
    pendingCount: pending,
    failedTasks: failed,
    createdAt: new Date(startedAt),
    updatedAt: new Date(Math.min(now, endsAt)),
    launchType,
    rolloutState: lost ? 'FAILED' : done ? 'COMPLETED' : 'IN_PROGRESS',
    rolloutStateReason: lost
      ? 'ECS deployment circuit breaker: tasks failed to start.'
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
  const now = world.clock.now();
  const all = service.deployments
    .filter(({ startedAt }) => startedAt <= now)
    .map((it) => describe(service, it, now))
    .filter(({ status }) => status === undefined || (request.status?.includes(status) ?? true));
  const scope = `deployments ${service.arn} ${request.status}`;
  const { items, next } = pageOf(all, request, { scope, defaultSize: 20, fault: page });
  return {
    serviceDeployments: items.map(({ targetServiceRevision, ...it }) => ({
      serviceDeploymentArn: it.serviceDeploymentArn,
      serviceArn: it.serviceArn,
      clusterArn: it.clusterArn,
      createdAt: it.createdAt,
      startedAt: it.startedAt,
      targetServiceRevisionArn: targetServiceRevision?.arn,
      status: it.status,
      ...(it.statusReason ? { statusReason: it.statusReason } : {}),
      ...(it.finishedAt ? { finishedAt: it.finishedAt } : {}),
    })),
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
  const now = world.clock.now();
  const found = asked.map((arn) => {
    const [, cluster = '', name = ''] = arn.split('/');
    const service = world.clusters.get(cluster)?.services.get(name);
    const record = service?.deployments.find((it) => it.arn === arn && it.startedAt <= now);
    return service && record ? describe(service, record, now) : arn;
  });
  return {
    serviceDeployments: found.filter((it) => typeof it !== 'string'),
    failures: found.filter((it) => typeof it === 'string').map((arn) => ({ arn, reason: 'MISSING' })),
  };
}

function describe(service: ServiceRecord, record: DeploymentRecord, now: number): ServiceDeployment {
  const { arn, revisionArn, startedAt, endsAt, outcome } = record;
  const status = statusNow(record, now);
  const finished = endsAt + (outcome === 'rolls-back' ? deploymentTimes.rollsBack : 0);
  const failure =
    now >= endsAt && (outcome === 'fails' || outcome === 'rolls-back')
      ? { statusReason: 'Service deployment circuit breaker: the failure threshold was exceeded.' }
      : {};
  return {
    serviceDeploymentArn: arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    createdAt: new Date(startedAt),
    startedAt: new Date(startedAt),
    updatedAt: new Date(Math.min(now, finished)),
    targetServiceRevision: { arn: revisionArn, requestedTaskCount: service.desiredCount },
    status,
    deploymentConfiguration: { strategy: 'ROLLING', maximumPercent: 200, minimumHealthyPercent: 100 },
    ...(status === 'IN_PROGRESS' ? { lifecycleStage: 'SCALE_UP' } : {}),
    ...failure,
    ...(now >= finished ? { finishedAt: new Date(finished) } : {}),
  };
}

function statusNow({ outcome, endsAt }: DeploymentRecord, now: number): ServiceDeploymentStatus {
  if (now < endsAt) return 'IN_PROGRESS';
  switch (outcome) {
    case 'completes':
      return 'SUCCESSFUL';
    case 'fails':
      return 'STOPPED';
    case 'rolls-back':
      return now < endsAt + deploymentTimes.rollsBack ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL';
    case 'never-ends':
      return 'IN_PROGRESS';
  }
}
