import type {
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse,
  StopServiceDeploymentRequest,
  StopServiceDeploymentResponse,
} from '@aws-sdk/client-ecs';
import { later } from './agenda';
import { ApiError, invalidParameter } from './api-error';
import { type Course, end, isUnderWay, rollBack, stop } from './deployment-ends';
import { deploymentTimes } from './deployment-times';
import type { World } from './world';

/**
 * Stops a deployment that is under way; asked again it goes on stopping.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
 */
export function stopServiceDeployment(
  world: World,
  request: StopServiceDeploymentRequest,
): StopServiceDeploymentResponse {
  const course = courseOf(world, request.serviceDeploymentArn);
  const { record, service } = course;
  const { stopType = 'ROLLBACK' } = request;
  if (stopType !== 'ROLLBACK' && stopType !== 'ABORT') throw invalidParameter(`Invalid stopType ${stopType}.`);
  if (service.controller !== 'ECS') {
    throw new ApiError('UnsupportedFeatureException', `The deployments are those of ${service.controller}.`);
  }
  if (!isUnderWay(record)) {
    throw new ApiError('ConflictException', `The service deployment is ${record.status} and cannot be stopped.`);
  }
  if (record.status === 'PENDING' || record.status === 'IN_PROGRESS') {
    const now = world.clock.now();
    record.updatedAt = now;
    record.status = stopType === 'ROLLBACK' ? 'ROLLBACK_REQUESTED' : 'STOP_REQUESTED';
    record.statusReason = 'A stop of the service deployment was requested.';
    later(world, now + deploymentTimes.heeds, (at) => {
      if (record.status === 'ROLLBACK_REQUESTED') rollBack(course, 'The rollback was requested by a user.', at);
      else if (record.status === 'STOP_REQUESTED') end(record, 'STOPPED', at, 'The stop was requested by a user.');
    });
  }
  return { serviceDeploymentArn: record.arn };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContinueServiceDeployment.html */
export function continueServiceDeployment(
  world: World,
  request: ContinueServiceDeploymentRequest,
): ContinueServiceDeploymentResponse {
  const { record } = courseOf(world, request.serviceDeploymentArn);
  const hook = record.hooks.find(({ hookId }) => hookId === request.hookId);
  if (!hook) throw invalidParameter('The hookId is none of the service deployment.');
  if (hook.status !== 'AWAITING_ACTION' || record.status !== 'IN_PROGRESS') {
    throw invalidParameter('The lifecycle hook does not wait for an action.');
  }
  const { action = 'CONTINUE' } = request;
  if (action !== 'CONTINUE' && action !== 'ROLLBACK') throw invalidParameter(`Invalid action ${action}.`);
  hook.resolve(action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED', action, world.clock.now());
  return { serviceDeploymentArn: record.arn };
}

/** An alarm goes off: the deployments under way that watch it fail. */
export function raiseAlarm(world: World, name: string): void {
  for (const course of coursesOf(world)) {
    const { alarms } = course.record.configuration;
    if (course.record.status !== 'IN_PROGRESS' || !alarms?.enable || !alarms.alarmNames?.includes(name)) continue;
    course.record.triggeredAlarms.push(name);
    course.record.failure = 'alarm detected';
    const reason = `Service deployment alarms: ${name} went into ALARM.`;
    if (alarms.rollback) rollBack(course, reason, world.clock.now());
    else stop(course, reason, world.clock.now());
  }
}

function courseOf(world: World, arn: string | undefined): Course {
  const found = coursesOf(world).find(({ record }) => record.arn === arn);
  if (!found) throw new ApiError('ServiceDeploymentNotFoundException', 'Service deployment not found.');
  return found;
}

function coursesOf(world: World): Course[] {
  return [...world.clusters.values()].flatMap((cluster) =>
    [...cluster.services.values()].flatMap((service) =>
      service.deployments.map((record) => ({ world, cluster, service, record })),
    ),
  );
}
