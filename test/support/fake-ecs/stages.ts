import type { DeploymentLifecycleHookStage, ServiceDeploymentLifecycleStage } from '@aws-sdk/client-ecs';
import { later } from './agenda';
import { thresholdOf } from './deployment-configuration';
import { type Course, end, rollBack, stop } from './deployment-ends';
import { deploymentTimes } from './deployment-times';
import { aliveTasks, keepDesired, startFor, stopFor } from './desired';
import { afterHooks } from './hooks';
import { failureOf } from './lifecycle';
import { tell } from './tell';
import type { DeploymentRecord } from './world';

/** The stages that are shown and the one before a shift, which the API's text knows and its enumeration does not. */
export type Stage = ServiceDeploymentLifecycleStage | DeploymentLifecycleHookStage;

interface Step {
  readonly stage: Stage;
  /** Milliseconds. */
  readonly lasts: number;
  /** The new revision's share of the traffic from here on, in percent. */
  readonly production?: number;
  readonly test?: number;
}

const minute = 60_000;

/** Goes into a stage, and through it to the next one. */
export function enterStage(course: Course, index: number, at: number): void {
  const { world, service, record } = course;
  const step = stepsOf(record)[index];
  if (!step) {
    end(record, 'SUCCESSFUL', at);
    tell(world, service, at, `(deployment ${record.id}) deployment completed.`);
    tell(world, service, at, 'has reached a steady state.');
    return;
  }
  record.stage = step.stage;
  record.updatedAt = at;
  afterHooks(course, step.stage, at, (then) => {
    const { production = record.traffic.production, test = record.traffic.test } = step;
    record.traffic = { production, test };
    if (step.stage === 'CLEAN_UP') cleanUp(course, then);
    if (step.stage === 'SCALE_UP' && !scaleUp(course, then)) return;
    later(world, then + step.lasts, (next) => {
      if (record.status === 'IN_PROGRESS') enterStage(course, index + 1, next);
    });
  });
}

function stepsOf({ configuration, sources }: DeploymentRecord): readonly Step[] {
  const { strategy = 'ROLLING', bakeTimeInMinutes: bake = 0 } = configuration;
  const { begins, takesOver, completes, stage, shift } = deploymentTimes;
  const rolling = strategy === 'ROLLING';
  const short = rolling ? 0 : stage;
  const reconcile: Step[] = sources.length > 1 ? [{ stage: 'RECONCILE_SERVICE', lasts: stage }] : [];
  const traffic = rolling
    ? []
    : sharesOf(configuration).flatMap(({ production, bakeTime }): Step[] => [
        { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', lasts: 0 },
        { stage: 'PRODUCTION_TRAFFIC_SHIFT', lasts: shift + bakeTime * minute, production },
      ]);
  return [
    ...reconcile,
    { stage: 'PRE_SCALE_UP', lasts: short },
    { stage: 'SCALE_UP', lasts: takesOver - begins },
    { stage: 'POST_SCALE_UP', lasts: short },
    ...(rolling
      ? []
      : ([
          { stage: 'TEST_TRAFFIC_SHIFT', lasts: stage, test: 100 },
          { stage: 'POST_TEST_TRAFFIC_SHIFT', lasts: stage },
          ...traffic,
          { stage: 'POST_PRODUCTION_TRAFFIC_SHIFT', lasts: stage },
        ] as const)),
    ...(bake > 0 ? [{ stage: 'BAKE_TIME', lasts: bake * minute } as const] : []),
    { stage: 'CLEAN_UP', lasts: completes - takesOver },
  ];
}

/** How much of the traffic goes to the new revision, and for how long before the next step. */
function sharesOf({ strategy, linearConfiguration, canaryConfiguration }: DeploymentRecord['configuration']) {
  const all = { production: 100, bakeTime: 0 };
  if (strategy === 'CANARY') {
    const { canaryPercent = 5, canaryBakeTimeInMinutes = 10 } = canaryConfiguration ?? {};
    return [{ production: canaryPercent, bakeTime: canaryBakeTimeInMinutes }, all];
  }
  if (strategy !== 'LINEAR') return [all];
  const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = linearConfiguration ?? {};
  const steps = Array.from({ length: Math.ceil(100 / stepPercent) - 1 }, (_, at) => ({
    production: (at + 1) * stepPercent,
    bakeTime: stepBakeTimeInMinutes,
  }));
  return [...steps, all];
}

/** Starts the new tasks; false when they fail, which is another way to go on. */
function scaleUp(course: Course, at: number): boolean {
  const { world, cluster, service, record } = course;
  const failure = failureOf(world, record.definition);
  record.scaledUp = true;
  if (!failure || service.desiredCount === 0) {
    keepDesired(world, cluster, service, at);
    return true;
  }
  const breaker = record.configuration.deploymentCircuitBreaker;
  const { failuresToTrip: rounds, nextAttempt, begins } = deploymentTimes;
  const batch = Math.ceil(thresholdOf(breaker, service.desiredCount) / rounds);
  const wait = nextAttempt[failure];
  const attempt = (count: number, now: number): void => {
    if (record.status !== 'IN_PROGRESS') return;
    if (count === 2) tell(world, service, now, 'is unable to consistently start tasks successfully.');
    if (count === rounds && breaker?.enable) return;
    startFor(world, cluster, service, record, batch, now);
    // Without a circuit breaker ECS goes on for ever; for tests an hour or so is as long.
    if (count < 60) later(world, now + wait, (then) => attempt(count + 1, then));
  };
  attempt(0, at);
  if (breaker?.enable) later(world, at + rounds * wait - begins, (now) => trip(course, breaker.rollback === true, now));
  return false;
}

function trip(course: Course, rollback: boolean, at: number): void {
  if (course.record.status !== 'IN_PROGRESS') return;
  course.record.failure = 'tasks failed to start';
  course.record.tripped = true;
  const reason = 'Service deployment circuit breaker: the failure threshold was exceeded.';
  if (rollback) rollBack(course, reason, at);
  else stop(course, reason, at);
}

function cleanUp({ world, cluster, service, record }: Course, at: number): void {
  const before = service.deployments.filter((it) => it !== record).flatMap((it) => aliveTasks(cluster, it, at));
  stopFor(world, service, record, before, at);
}
