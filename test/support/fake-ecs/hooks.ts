import type { DeploymentLifecycleHook } from '@aws-sdk/client-ecs';
import { later } from './agenda';
import { type Course, rollBack } from './deployment-ends';
import { deploymentTimes } from './deployment-times';
import type { Stage } from './stages';
import type { HookRecord } from './world';

/** Runs the hooks of a stage one after the other, and goes on when none of them wants a rollback. */
export function afterHooks(course: Course, stage: Stage, at: number, goOn: (at: number) => void): void {
  const hooks = course.record.configuration.lifecycleHooks ?? [];
  const ofStage = hooks.filter(({ lifecycleStages }) => lifecycleStages?.some((it) => it === stage));
  runHooks(course, ofStage, at, goOn);
}

function runHooks(
  course: Course,
  [hook, ...others]: readonly DeploymentLifecycleHook[],
  at: number,
  goOn: (at: number) => void,
): void {
  if (!hook) {
    goOn(at);
    return;
  }
  const { world, record } = course;
  const { timeoutInMinutes = 1440, action = 'ROLLBACK' } = hook.timeoutConfiguration ?? {};
  const { targetType = 'AWS_LAMBDA', hookTargetArn: targetArn } = hook;
  const pauses = targetType === 'PAUSE';
  const expiresAt = at + timeoutInMinutes * 60_000;
  const running: HookRecord = {
    hookId: `ecs-${pauses ? 'pause' : 'lambda'}-${world.newId()}`,
    targetType,
    ...(targetArn ? { targetArn } : {}),
    expiresAt: new Date(expiresAt),
    timeoutAction: action,
    status: pauses ? 'AWAITING_ACTION' : 'IN_PROGRESS',
    resolve: (status, wanted, then) => {
      if (
        record.status !== 'IN_PROGRESS' ||
        (running.status !== 'AWAITING_ACTION' && running.status !== 'IN_PROGRESS')
      ) {
        return;
      }
      running.status = status;
      record.updatedAt = then;
      if (wanted === 'CONTINUE') {
        runHooks(course, others, then, goOn);
        return;
      }
      record.failure = 'a lifecycle hook did not succeed';
      rollBack(course, `Service deployment rolled back by lifecycle hook ${running.hookId} (${status}).`, then);
    },
  };
  record.hooks.push(running);
  later(world, expiresAt, (then) => running.resolve('TIMED_OUT', action, then));
  if (pauses) return;
  const fails = targetArn?.includes('fail') ?? false;
  later(world, at + deploymentTimes.hook, (then) =>
    running.resolve(fails ? 'FAILED' : 'SUCCEEDED', fails ? 'ROLLBACK' : 'CONTINUE', then),
  );
}
