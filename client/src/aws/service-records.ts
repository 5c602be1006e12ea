import type * as Ecs from '@aws-sdk/client-ecs';
import type { Deployment, LoadBalancer, ServiceDeployment, ServiceDetails, ServiceEvent } from '../live/records';
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
    ...defined({ schedulingStrategy: given.schedulingStrategy, platformVersion: given.platformVersion }),
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
      finishedAt: (given.finishedAt ?? given.stoppedAt)?.toISOString(),
    }),
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
  return defined({ targetGroupArn, loadBalancerName, containerName, containerPort });
}
