import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import { later, settle } from './agenda';
import { configurationOf } from './deployment-configuration';
import { end, isUnderWay } from './deployment-ends';
import { deploymentTimes } from './deployment-times';
import { aliveTasks } from './desired';
import { enterStage } from './stages';
import type { Definition } from './task-definitions';
import { type ClusterRecord, type DeploymentRecord, lastPart, type ServiceRecord, type World } from './world';

/**
 * Begins a deployment, in the place of one that is under way. It goes on with the clock through the stages of its
 * strategy (`stages.ts`), and completes unless its tasks fail, a hook does, an alarm goes off or it is stopped.
 */
export function deploy(
  world: World,
  cluster: ClusterRecord,
  service: ServiceRecord,
  definition: Definition,
  configuration: DeploymentConfiguration = configurationOf(service),
): DeploymentRecord {
  settle(world);
  const now = world.clock.now();
  const sources = service.deployments.filter((it) => aliveTasks(cluster, it, now).length > 0);
  for (const older of service.deployments.filter(isUnderWay)) {
    older.superseded = true;
    end(older, 'STOPPED', now, 'The service deployment was stopped because a newer one began.');
  }
  const record = newDeployment(world, service, definition, { configuration, sources, createdAt: now });
  service.primary = record;
  later(world, now + deploymentTimes.begins, (at) => {
    if (record.status !== 'PENDING') return;
    record.status = 'IN_PROGRESS';
    record.startedAt = at;
    enterStage({ world, cluster, service, record }, 0, at);
  });
  return record;
}

/** Puts a deployment that was successful from `createdAt` to `finishedAt` on record, without a task of it. */
export function pastDeployment(
  world: World,
  service: ServiceRecord,
  definition: Definition,
  createdAt: number,
  finishedAt = createdAt,
): DeploymentRecord {
  const configuration = configurationOf(service);
  const record = newDeployment(world, service, definition, { configuration, sources: [], createdAt });
  record.startedAt = createdAt;
  end(record, 'SUCCESSFUL', finishedAt);
  service.primary = record;
  return record;
}

function newDeployment(
  world: World,
  service: ServiceRecord,
  definition: Definition,
  course: Pick<DeploymentRecord, 'configuration' | 'sources' | 'createdAt'>,
): DeploymentRecord {
  const id = world.newId();
  const inService = `${lastPart(service.clusterArn)}/${service.name}`;
  const record: DeploymentRecord = {
    ...course,
    id: `ecs-svc/${id.slice(0, 19)}`,
    arn: world.arn(`service-deployment/${inService}/${id.slice(0, 21)}`),
    revisionArn: world.arn(`service-revision/${inService}/${id.slice(0, 19)}`),
    definition,
    loadBalancers: service.loadBalancers,
    capacityProviderStrategy: service.capacityProviderStrategy,
    settings: service.settings,
    status: 'PENDING',
    updatedAt: course.createdAt,
    scaledUp: false,
    superseded: false,
    traffic: { production: 0, test: 0 },
    hooks: [],
    triggeredAlarms: [],
  };
  service.deployments.push(record);
  return record;
}
