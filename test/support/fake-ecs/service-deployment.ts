import type { ServiceDeployment, ServiceRevisionSummary } from '@aws-sdk/client-ecs';
import { thresholdOf } from './deployment-configuration';
import type { Counts } from './deployments';
import type { DeploymentRecord, ServiceRecord } from './world';

/** A deployment as DescribeServiceDeployments shows it now. */
export function describeDeployment(
  service: ServiceRecord,
  record: DeploymentRecord,
  counts: Counts,
): ServiceDeployment {
  const { configuration, hooks, rollback, startedAt, finishedAt, stoppedAt, stage } = record;
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    createdAt: new Date(record.createdAt),
    ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt) }),
    ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt) }),
    ...(stoppedAt === undefined ? {} : { stoppedAt: new Date(stoppedAt) }),
    updatedAt: new Date(record.updatedAt),
    sourceServiceRevisions: record.sources.map((it) => summary(service, record, it, counts)),
    targetServiceRevision: summary(service, record, record, counts),
    status: record.status,
    statusReason: record.statusReason,
    // The type lacks the stage before a shift, which the API's text tells of.
    ...(stage ? { lifecycleStage: stage as NonNullable<ServiceDeployment['lifecycleStage']> } : {}),
    ...(hooks.length > 0 ? { lifecycleHookDetails: hooks.map(({ resolve: _, ...it }) => it) } : {}),
    deploymentConfiguration: configuration,
    rollback,
    deploymentCircuitBreaker: circuitBreaker(service, record, counts),
    ...alarms(record),
  };
}

function summary(
  { desiredCount }: ServiceRecord,
  deployment: DeploymentRecord,
  record: DeploymentRecord,
  counts: Counts,
): ServiceRevisionSummary {
  const { running = 0, pending = 0 } = counts.get(record.id) ?? {};
  const target = record === deployment;
  const { production, test } = deployment.traffic;
  // The newest of the sources has the traffic that the new revision does not have yet.
  const share = target ? production : record === deployment.sources.at(-1) ? 100 - production : 0;
  const rolledBack = /^ROLLBACK_(?!REQUESTED)/.test(deployment.status);
  const tookOver = deployment.stage === 'CLEAN_UP' || deployment.status === 'SUCCESSFUL';
  const wanted = target ? tookOver || (deployment.scaledUp && !rolledBack) : !tookOver;
  return {
    arn: record.revisionArn,
    requestedTaskCount: wanted ? desiredCount : 0,
    runningTaskCount: running,
    pendingTaskCount: pending,
    ...(deployment.configuration.strategy === 'ROLLING'
      ? {}
      : { requestedProductionTrafficWeight: share, requestedTestTrafficWeight: target ? test : 0 }),
  };
}

function circuitBreaker(
  service: ServiceRecord,
  { configuration, id, status, tripped }: DeploymentRecord,
  counts: Counts,
): NonNullable<ServiceDeployment['deploymentCircuitBreaker']> {
  const breaker = configuration.deploymentCircuitBreaker;
  return {
    status: monitor(breaker?.enable === true, tripped === true, status),
    failureCount: counts.get(id)?.failed ?? 0,
    threshold: thresholdOf(breaker, service.desiredCount),
  };
}

function alarms({ configuration, status, triggeredAlarms }: DeploymentRecord): Pick<ServiceDeployment, 'alarms'> {
  if (!configuration.alarms) return {};
  const { enable = false, alarmNames } = configuration.alarms;
  const on = monitor(enable, triggeredAlarms.length > 0, status);
  return { alarms: { status: on, alarmNames, triggeredAlarmNames: triggeredAlarms } };
}

function monitor(enabled: boolean, triggered: boolean, status: DeploymentRecord['status']) {
  if (!enabled) return 'DISABLED';
  if (triggered) return 'TRIGGERED';
  return status === 'PENDING' || status === 'IN_PROGRESS' ? 'MONITORING' : 'MONITORING_COMPLETE';
}
