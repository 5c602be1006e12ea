import type { Translate } from '../ports';
import type { Deployment, LifecycleHook, ServiceDeployment } from '../records';
import { definitionName } from '../task-state';
import type { Sight } from './deployment-state';
import type { DeploymentEnd } from './end';
import type { StoppedTasks } from './events';
import { sameDefinition } from './find-deployment';
import { stoppedLine } from './stopped';
import type { DeploymentSubject } from './subject';

/** How a deployment ended; what is behind it is read once it is known (`endOf`). */
export type Outcome = DeploymentEnd['kind'];

/**
 * Judges by the deployment's own status alone: a service that is stable may be so with what it ran before. Undefined: it
 * is under way.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html
 */
export function outcomeOf(subject: DeploymentSubject, sight: Sight, newer: boolean): Outcome | undefined {
  const { deployment } = sight;
  if (!deployment) return rolloutOutcome(subject, sight);
  switch (deployment.status) {
    case 'SUCCESSFUL':
      return 'succeeded';
    case 'ROLLBACK_SUCCESSFUL':
      return 'rolled-back';
    case 'ROLLBACK_FAILED':
      return 'failed';
    case 'STOPPED':
      return hasFailed(deployment) ? 'failed' : newer ? 'superseded' : 'stopped';
    default:
      return undefined;
  }
}

// Without service deployments our row among the service's deployments tells, and that it is gone.
function rolloutOutcome({ undo }: DeploymentSubject, { details, row }: Sight): Outcome | undefined {
  const primary = details.deployments.find(({ status }) => status === 'PRIMARY');
  if (!row) {
    if (!primary) return undefined;
    return undo && sameDefinition(primary.taskDefinitionArn, undo.taskDefinitionArn) ? 'rolled-back' : 'superseded';
  }
  if (row.rolloutState === 'FAILED') {
    // Until what was there before is there again, it may still go wrong.
    if (primary === row || !details.rollout.rollback) return 'failed';
    return primary?.rolloutState === 'COMPLETED' ? 'rolled-back' : undefined;
  }
  if (row !== primary) return undefined;
  return row.rolloutState === 'COMPLETED' || isSteady(row, details.deployments) ? 'succeeded' : undefined;
}

// Some endpoints know no rollout state.
function isSteady({ rolloutState, running, desired, pending }: Deployment, all: readonly Deployment[]): boolean {
  return rolloutState === undefined && all.length === 1 && pending === 0 && running === desired;
}

function hasFailed({ circuitBreaker, alarms, hooks = [], reason = '' }: ServiceDeployment): boolean {
  return (
    circuitBreaker?.status === 'TRIGGERED' ||
    alarms?.status === 'TRIGGERED' ||
    hooks.some(isFailedHook) ||
    /circuit breaker|alarm|fail/i.test(reason)
  );
}

function isFailedHook({ status, timeoutAction }: LifecycleHook): boolean {
  return status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction === 'ROLLBACK');
}

/** The end with its cause on top: what went wrong first, then what ECS did about it. */
export function endOf(
  outcome: Outcome,
  { details, deployment, row }: Sight,
  stopped: readonly StoppedTasks[],
  events: readonly string[],
  t: Translate,
): DeploymentEnd {
  if (outcome === 'succeeded') return { kind: outcome };
  const primary = details.deployments.find(({ status }) => status === 'PRIMARY');
  const said = deployment?.rollback?.reason ?? deployment?.reason ?? row?.rolloutReason;
  const { circuitBreaker: breaker, alarms, hooks = [] } = deployment ?? {};
  const lines = [
    ...(alarms && alarms.triggered.length > 0 ? [t('Alarm in effect: {0}', alarms.triggered.join(', '))] : []),
    ...hooks.filter(isFailedHook).map((hook) => failedHook(hook, t)),
    ...(outcome === 'superseded'
      ? [t('A newer deployment of the service has begun, of {0}.', definitionName(primary?.taskDefinitionArn) ?? '?')]
      : []),
    ...(outcome === 'stopped' ? [said ?? t('Somebody stopped it.')] : []),
    ...stopped.flatMap((it) => [stoppedLine(it, t), ...(it.explanation ? [t('AWS says: {0}', it.reason)] : [])]),
    ...(breaker?.status === 'TRIGGERED'
      ? [
          t(
            'The circuit breaker counted {0} failed tasks, {1} are its limit.',
            breaker.failures,
            breaker.threshold ?? '?',
          ),
        ]
      : []),
    ...(said ? [said] : []),
    ...(outcome === 'failed' && deployment?.status === 'ROLLBACK_FAILED' ? [t('The rollback has failed too.')] : []),
  ];
  // The events of the service say the same in more words.
  const [cause = t('ECS does not say why.'), ...more] = new Set(lines.length > 0 ? lines : events);
  return { kind: outcome, cause, details: more };
}

function failedHook({ id, kind, targetArn, status }: LifecycleHook, t: Translate): string {
  const name = targetArn ? targetArn.slice(targetArn.lastIndexOf(':') + 1) : id;
  if (status === 'TIMED_OUT') return t('Nobody answered hook {0} in time.', name);
  return kind === 'PAUSE' ? t('Hook {0} was answered with a rollback.', name) : t('Hook {0} has failed.', name);
}
