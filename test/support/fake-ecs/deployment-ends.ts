import type { ServiceDeploymentStatus } from '@aws-sdk/client-ecs';
import { later } from './agenda';
import { deploymentTimes } from './deployment-times';
import { aliveTasks, keepDesired, stopFor } from './desired';
import { failureOf } from './lifecycle';
import { tell } from './tell';
import type { ClusterRecord, DeploymentRecord, ServiceRecord, World } from './world';

/** A deployment and what it takes place in. */
export interface Course {
  readonly world: World;
  readonly cluster: ClusterRecord;
  readonly service: ServiceRecord;
  readonly record: DeploymentRecord;
}

/** True until nothing more becomes of it. */
export function isUnderWay({ status }: DeploymentRecord): boolean {
  return status === 'PENDING' || status === 'IN_PROGRESS' || /_(?:REQUESTED|IN_PROGRESS)$/.test(status);
}

/** The last word on a deployment. */
export function end(record: DeploymentRecord, status: ServiceDeploymentStatus, at: number, reason?: string): void {
  record.status = status;
  record.updatedAt = at;
  record.finishedAt = at;
  if (status === 'STOPPED') record.stoppedAt = at;
  if (status === 'SUCCESSFUL') record.traffic = { production: 100, test: 0 };
  if (reason !== undefined) record.statusReason = reason;
  delete record.stage;
}

/** The new tasks stay, and no more of them are started. */
export function stop({ world, service, record }: Course, reason: string, at: number): void {
  end(record, 'STOPPED', at, reason);
  tell(world, service, at, `(deployment ${record.id}) deployment failed: ${record.failure ?? 'it was stopped'}.`);
}

/** Goes back to the last deployment that was successful, which fails when there is none or its tasks fail as well. */
export function rollBack(course: Course, reason: string, at: number): void {
  const { world, cluster, service, record } = course;
  const target = service.deployments.findLast((it) => it !== record && it.status === 'SUCCESSFUL');
  tell(world, service, at, `(deployment ${record.id}) deployment failed: ${record.failure ?? 'it was stopped'}.`);
  record.statusReason = reason;
  if (!target) {
    end(record, 'ROLLBACK_FAILED', at, `${reason} No rollback candidate was found to run the rollback.`);
    return;
  }
  tell(world, service, at, `rolling back to (deployment ${target.id}).`);
  record.status = 'ROLLBACK_IN_PROGRESS';
  record.updatedAt = at;
  record.rollback = { reason, startedAt: new Date(at), serviceRevisionArn: target.revisionArn };
  record.traffic = { production: 0, test: 0 };
  service.primary = target;
  stopFor(world, service, target, aliveTasks(cluster, record, at), at);
  keepDesired(world, cluster, service, at);
  later(world, at + deploymentTimes.rollsBack, (then) => {
    if (record.status !== 'ROLLBACK_IN_PROGRESS') return;
    const running = aliveTasks(cluster, target, then).length >= service.desiredCount;
    if (!running && failureOf(world, target.definition)) {
      end(record, 'ROLLBACK_FAILED', then, `${reason} The tasks of before failed to start.`);
      return;
    }
    end(record, 'ROLLBACK_SUCCESSFUL', then);
    tell(world, service, then, 'has reached a steady state.');
  });
}
