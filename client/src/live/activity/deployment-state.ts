import type { Deployment, RevisionShare, ServiceDeployment, ServiceDetails } from '../records';
import { definitionName } from '../task-state';
import type { DeploymentState, RevisionPart } from './events';
import { sameDefinition } from './find-deployment';
import type { DeploymentSubject } from './subject';

/** What one look at a deployment has shown. */
export interface Sight {
  readonly details: ServiceDetails;
  /** Absent: not found yet, or the endpoint has none. */
  readonly deployment?: ServiceDeployment;
  /** Our row in `details`; absent: ECS no longer lists it. */
  readonly row?: Deployment;
  /** Task definitions of service revisions, as far as they are known. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Our row among the deployments of a service: that of its ID, without one the newest that leads to our revision. */
export function rowOf(
  { deploymentId, taskDefinitionArn }: DeploymentSubject,
  { deployments }: ServiceDetails,
  since: number,
): Deployment | undefined {
  if (deploymentId !== undefined) return deployments.find(({ id }) => id === deploymentId);
  return deployments.find(
    (it) =>
      sameDefinition(it.taskDefinitionArn, taskDefinitionArn) &&
      (it.createdAt === undefined || Date.parse(it.createdAt) >= since),
  );
}

/** The deployment as it stands; `stageSeenAt` is that of `before` while the stage is the same. */
export function stateOf(sight: Sight, before: DeploymentState | undefined, now: number): DeploymentState {
  const { details, deployment, row } = sight;
  const stage = deployment?.stage;
  const reason = deployment?.reason ?? row?.rolloutReason;
  const bakeMinutes = deployment?.bakeMinutes ?? details.rollout.bakeMinutes;
  return {
    status: deployment?.status ?? row?.rolloutState ?? 'PENDING',
    strategy: deployment?.strategy ?? details.rollout.strategy,
    counts: countsOf(sight),
    revisions: revisionsOf(sight),
    hooks: deployment?.hooks ?? [],
    ...(deployment ? { arn: deployment.arn } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(stage === undefined ? {} : { stage, stageSeenAt: before?.stage === stage ? (before.stageSeenAt ?? now) : now }),
    ...(bakeMinutes === undefined ? {} : { bakeMinutes }),
    ...(deployment?.circuitBreaker ? { circuitBreaker: deployment.circuitBreaker } : {}),
    ...(deployment?.alarms ? { alarms: deployment.alarms } : {}),
  };
}

function countsOf({ details, deployment, row }: Sight): DeploymentState['counts'] {
  const failures = deployment?.circuitBreaker?.failures ?? 0;
  if (/^ROLLBACK_(?!REQUESTED)/.test(deployment?.status ?? '')) {
    // What is rolled back wants no tasks; those of the revision before are what is waited for.
    const { desired, running, pending } = details.service;
    return { desired, running, pending, failed: Math.max(row?.failed ?? 0, failures) };
  }
  if (row) {
    const { desired, running, pending, failed } = row;
    return { desired, running, pending, failed: Math.max(failed, failures) };
  }
  const { requested = details.service.desired, running = 0, pending = 0 } = deployment?.target ?? {};
  return { desired: requested, running, pending, failed: failures };
}

function revisionsOf({ deployment, definitions }: Sight): readonly RevisionPart[] {
  const part = (share: RevisionShare, isNew: boolean): RevisionPart => {
    const { arn, running, requested, traffic, testTraffic } = share;
    return {
      name: definitionName(definitions.get(arn) ?? arn) ?? arn,
      isNew,
      running,
      requested,
      ...(traffic === undefined ? {} : { traffic }),
      ...(testTraffic === undefined ? {} : { testTraffic }),
    };
  };
  const { target, sources = [] } = deployment ?? {};
  return [...(target ? [part(target, true)] : []), ...sources.map((it) => part(it, false))];
}
