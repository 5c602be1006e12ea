import { LiveFailure } from '../failure';
import { explainFailure } from '../failure-reasons';
import type { EcsGateway, Log, NewId, Task, Translate } from '../ports';
import { audit } from './audit';
import { networkConfiguration } from './launch';
import type { Plan } from './plan';

/** What starting needs. */
export interface StartPorts {
  readonly gateway: EcsGateway;
  readonly newId: NewId;
  readonly log: Log;
  readonly t: Translate;
}

/** Starts one task of a revision with one client token. Throws `LiveFailure`, also when ECS places no task. */
export async function start(taskDefinition: string, plan: Plan, ports: StartPorts): Promise<Task> {
  const { gateway, newId, log, t } = ports;
  const { items, failures } = await gateway.runTask({
    cluster: plan.cluster.arn,
    taskDefinition,
    launchType: plan.launchType,
    count: 1,
    clientToken: newId(),
    ...(plan.network ? { networkConfiguration: networkConfiguration(plan.network) } : {}),
  });
  const [task] = items;
  if (task) {
    log.info(audit(`RunTask ${task.id}`, plan.identity.account, gateway));
    return task;
  }
  const reasons = failures.map((failure) => explainFailure(failure, t));
  const why = reasons.length > 0 ? reasons.join(' ') : t('ECS gave no reason.');
  throw new LiveFailure('invalid', t('ECS placed no task: {0}', why), 'retry', { operation: 'RunTask' });
}

/** The failure of a start, with what is left behind said first. */
export function notStarted(error: LiveFailure, registered: string | undefined, t: Translate): LiveFailure {
  const { kind, sentence, action, details } = error;
  const parts = [
    registered === undefined ? undefined : t('{0} is registered, but no task was seen to start.', registered),
    sentence,
    details.maybeApplied ? t('It may have started all the same: look in Clusters before you run it again.') : undefined,
  ];
  return new LiveFailure(kind, parts.filter((part) => part !== undefined).join(' '), action, details);
}
