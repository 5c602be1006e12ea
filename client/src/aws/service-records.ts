import type * as Ecs from '@aws-sdk/client-ecs';
import type {
  Deployment,
  LifecycleHook,
  LoadBalancer,
  RevisionShare,
  RolloutSettings,
  ServiceDeployment,
  ServiceDetails,
  ServiceEvent,
  ServiceRevision,
} from '../live/records';
import { defined } from './members';
import { toService } from './records';

export function toServiceDetails(given: Ecs.Service, clusterArn: string): ServiceDetails {
  return {
    service: toService(given, clusterArn),
    deployments: (given.deployments ?? []).map(toDeployment),
    events: (given.events ?? []).map(toEvent),
    loadBalancers: (given.loadBalancers ?? []).map(toLoadBalancer),
    controller: given.deploymentController?.type ?? 'ECS',
    capacityProviders: (given.capacityProviderStrategy ?? []).map(({ capacityProvider }) => capacityProvider ?? ''),
    executeCommand: given.enableExecuteCommand ?? false,
    rollout: toRolloutSettings(given.deploymentConfiguration),
    ...defined({
      schedulingStrategy: given.schedulingStrategy,
      platformVersion: given.platformVersion,
      currentDeploymentArn: given.currentServiceDeployment,
    }),
  };
}

/** Of a list entry, or of a description, which knows more. */
export function toServiceDeployment(given: Ecs.ServiceDeploymentBrief & Ecs.ServiceDeployment): ServiceDeployment {
  return {
    arn: given.serviceDeploymentArn ?? '',
    status: given.status ?? 'UNKNOWN',
    ...defined({
      reason: given.statusReason,
      strategy: given.deploymentConfiguration?.strategy,
      stage: given.lifecycleStage,
      targetRevisionArn: given.targetServiceRevision?.arn ?? given.targetServiceRevisionArn,
      createdAt: given.createdAt?.toISOString(),
      updatedAt: given.updatedAt?.toISOString(),
      target: given.targetServiceRevision && toShare(given.targetServiceRevision),
      sources: given.sourceServiceRevisions?.map(toShare),
      hooks: given.lifecycleHookDetails?.map(toHook),
      bakeMinutes: given.deploymentConfiguration?.bakeTimeInMinutes,
      circuitBreaker: given.deploymentCircuitBreaker && toBreaker(given.deploymentCircuitBreaker),
      alarms: given.alarms && toAlarms(given.alarms),
      rollback: given.rollback && toRollback(given.rollback),
      finishedAt: (given.finishedAt ?? given.stoppedAt)?.toISOString(),
    }),
  };
}

export function toServiceRevision(given: Ecs.ServiceRevision): ServiceRevision {
  return {
    arn: given.serviceRevisionArn ?? '',
    taskDefinitionArn: given.taskDefinition ?? '',
    ...defined({ createdAt: given.createdAt?.toISOString() }),
  };
}

function toDeployment(given: Ecs.Deployment): Deployment {
  return {
    id: given.id ?? '',
    status: given.status ?? 'UNKNOWN',
    desired: given.desiredCount ?? 0,
    running: given.runningCount ?? 0,
    pending: given.pendingCount ?? 0,
    failed: given.failedTasks ?? 0,
    ...defined({
      taskDefinitionArn: given.taskDefinition,
      rolloutState: given.rolloutState,
      rolloutReason: given.rolloutStateReason,
      createdAt: given.createdAt?.toISOString(),
      updatedAt: given.updatedAt?.toISOString(),
    }),
  };
}

function toEvent({ id, createdAt, message }: Ecs.ServiceEvent): ServiceEvent {
  return { id: id ?? '', message: message ?? '', ...defined({ at: createdAt?.toISOString() }) };
}

function toLoadBalancer(given: Ecs.LoadBalancer): LoadBalancer {
  const { targetGroupArn, loadBalancerName, containerName, containerPort } = given;
  const { alternateTargetGroupArn, productionListenerRule, testListenerRule } = given.advancedConfiguration ?? {};
  return defined({
    targetGroupArn,
    loadBalancerName,
    containerName,
    containerPort,
    alternateTargetGroupArn,
    productionRuleArn: productionListenerRule,
    testRuleArn: testListenerRule,
  });
}

function toRolloutSettings(given: Ecs.DeploymentConfiguration | undefined): RolloutSettings {
  return {
    strategy: given?.strategy ?? 'ROLLING',
    circuitBreaker: given?.deploymentCircuitBreaker?.enable ?? false,
    rollback: given?.deploymentCircuitBreaker?.rollback ?? false,
    ...defined({ bakeMinutes: given?.bakeTimeInMinutes }),
  };
}

function toShare(given: Ecs.ServiceRevisionSummary): RevisionShare {
  return {
    arn: given.arn ?? '',
    requested: given.requestedTaskCount ?? 0,
    running: given.runningTaskCount ?? 0,
    pending: given.pendingTaskCount ?? 0,
    ...defined({ traffic: given.requestedProductionTrafficWeight, testTraffic: given.requestedTestTrafficWeight }),
  };
}

function toHook(given: Ecs.DeploymentLifecycleHookDetail): LifecycleHook {
  return {
    id: given.hookId ?? '',
    kind: given.targetType ?? 'UNKNOWN',
    status: given.status ?? 'UNKNOWN',
    ...defined({
      targetArn: given.targetArn,
      expiresAt: given.expiresAt?.toISOString(),
      timeoutAction: given.timeoutAction,
    }),
  };
}

function toBreaker(given: Ecs.ServiceDeploymentCircuitBreaker): NonNullable<ServiceDeployment['circuitBreaker']> {
  const { status = 'UNKNOWN', failureCount = 0, threshold } = given;
  return { status, failures: failureCount, ...defined({ threshold }) };
}

function toAlarms(given: Ecs.ServiceDeploymentAlarms): NonNullable<ServiceDeployment['alarms']> {
  const { status = 'UNKNOWN', alarmNames = [], triggeredAlarmNames = [] } = given;
  return { status, names: alarmNames, triggered: triggeredAlarmNames };
}

function toRollback(given: Ecs.Rollback): NonNullable<ServiceDeployment['rollback']> {
  const { reason, startedAt, serviceRevisionArn } = given;
  return defined({ reason, startedAt: startedAt?.toISOString(), revisionArn: serviceRevisionArn });
}
