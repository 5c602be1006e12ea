import { stillThe } from '../deploy/identity';
import { LiveFailure } from '../failure';
import type { EcsGateway, Identity, Log, Shell, Task, Translate, Ui } from '../ports';
import { phaseOf } from '../task-state';
import { audit } from './audit';

/** What stopping needs. */
export interface StopPorts {
  readonly gateway: EcsGateway;
  readonly ui: Ui;
  readonly shell: Shell;
  readonly log: Log;
  readonly t: Translate;
}

/** Asks once and stops a task; false when the user would rather not. Throws `LiveFailure`. */
export async function stopTask(clusterArn: string, taskArn: string, ports: StopPorts): Promise<boolean> {
  const { gateway, ui, shell, log, t } = ports;
  const identity = await gateway.identity();
  const id = lastPart(taskArn);
  const detail = lines(lastPart(clusterArn), identity, ports).join('\n');
  if (!(await ui.confirm(t('Stop task {0}?', id), detail, t('Stop Task')))) return false;
  await stillThe(identity, gateway, t);
  await stop(clusterArn, taskArn, gateway);
  log.info(audit(`StopTask ${id}`, identity.account, gateway));
  shell.taskChanged(clusterArn, taskArn);
  await ui.inform('info', t('Task {0} is stopping.', id));
  return true;
}

// Without an answer the task itself tells whether the call arrived; it is not sent again.
async function stop(clusterArn: string, taskArn: string, gateway: EcsGateway): Promise<void> {
  try {
    await gateway.stopTask({ cluster: clusterArn, task: taskArn, reason: 'Stopped from Taskdef' });
  } catch (error) {
    if (!(error instanceof LiveFailure) || !error.details.maybeApplied) throw error;
    const { items } = await gateway.describeTasks(clusterArn, [taskArn]);
    if (!items.some(isEnding)) throw error;
  }
}

function isEnding(task: Task): boolean {
  const phase = phaseOf(task);
  return phase === 'stopping' || phase === 'stopped';
}

function lines(cluster: string, { account, arn }: Identity, { gateway, t }: StopPorts): readonly string[] {
  const { region, endpoint } = gateway.connection;
  return [
    t('Account: {0}', account),
    t('Identity: {0}', arn),
    t('Region: {0}', region),
    ...(endpoint ? [t('Endpoint: {0}', endpoint)] : []),
    t('Cluster: {0}', cluster),
    t('Will call: {0}', 'ecs:StopTask'),
  ];
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
