import { configurationOf } from './deployment-configuration';
import { deploymentTimes } from './deployment-times';
import { isEnding, planOf } from './lifecycle';
import { startTask } from './run-task';
import type { Definition } from './task-definitions';
import { tell } from './tell';
import { type ClusterRecord, type DeploymentRecord, lastPart, type ServiceRecord, type World } from './world';

/** What a deployment does whose tasks do not start. */
export type CircuitBreaker = 'off' | 'on' | 'rollback';

/**
 * Begins a deployment now: its tasks, what becomes of those of before, and the events on the way, all at their times. It
 * completes unless the definition's images cannot be pulled or crash.
 */
export function deploy(
  world: World,
  cluster: ClusterRecord,
  service: ServiceRecord,
  definition: Definition,
  circuitBreaker: CircuitBreaker,
): DeploymentRecord {
  const now = world.clock.now();
  const plan = planOf(definition);
  const sound = plan === 'runs' || plan === 'finishes';
  const step = sound ? 0 : deploymentTimes.nextAttempt[plan];
  const failing = { off: 'never-ends', on: 'fails', rollback: 'rolls-back' } as const;
  const record = newDeployment(world, service, definition, {
    outcome: sound ? 'completes' : failing[circuitBreaker],
    startedAt: now,
    endsAt: now + (sound ? deploymentTimes.completes : deploymentTimes.failuresToTrip * step),
  });
  const start = (createdAt: number): string => {
    const { arn } = startTask(world, cluster, definition, {
      launchType: service.launchType,
      group: `service:${service.name}`,
      startedBy: record.id,
      enableExecuteCommand: service.executeCommand,
      createdAt,
    });
    return lastPart(arn);
  };
  if (sound) {
    const before = [...cluster.tasks.values()].filter((it) => it.group === `service:${service.name}`);
    const started = Array.from({ length: service.desiredCount }, () => start(now));
    tell(world, service, now + 1_000, `has started ${started.length} tasks: (task ${started.join('), (task ')}).`);
    const stopsAt = now + deploymentTimes.takesOver;
    for (const task of before.filter((it) => !isEnding(it, now))) {
      const reason = `Scaling activity initiated by (deployment ${record.id})`;
      task.stopped = { at: stopsAt, reason, code: 'ServiceSchedulerInitiated' };
    }
    tell(world, service, stopsAt, `has stopped ${before.length} running tasks.`);
    tell(world, service, record.endsAt, `(deployment ${record.id}) deployment completed.`);
    tell(world, service, record.endsAt, 'has reached a steady state.');
  } else {
    const attempts = circuitBreaker === 'off' ? 30 : deploymentTimes.failuresToTrip;
    for (let at = 0; at < attempts; at += 1) start(now + at * step);
    tell(world, service, now + 2 * step, 'is unable to consistently start tasks successfully.');
    if (circuitBreaker !== 'off') {
      tell(world, service, record.endsAt, `(deployment ${record.id}) deployment failed: tasks failed to start.`);
    }
    if (circuitBreaker === 'rollback') tell(world, service, record.endsAt, 'rolling back to the last deployment.');
  }
  return record;
}

/** What the service's configuration says. */
export function circuitBreakerOf(service: ServiceRecord): CircuitBreaker {
  const { enable = false, rollback = false } = configurationOf(service).deploymentCircuitBreaker ?? {};
  return enable ? (rollback ? 'rollback' : 'on') : 'off';
}

/** Puts a deployment on record without a task of it. */
export function newDeployment(
  world: World,
  service: ServiceRecord,
  definition: Definition,
  course: Pick<DeploymentRecord, 'outcome' | 'startedAt' | 'endsAt'>,
): DeploymentRecord {
  const id = world.newId();
  const inService = `${lastPart(service.clusterArn)}/${service.name}`;
  const record: DeploymentRecord = {
    ...course,
    id: `ecs-svc/${id.slice(0, 19)}`,
    arn: world.arn(`service-deployment/${inService}/${id.slice(0, 21)}`),
    revisionArn: world.arn(`service-revision/${inService}/${id.slice(0, 19)}`),
    definition,
  };
  service.deployments.push(record);
  return record;
}
