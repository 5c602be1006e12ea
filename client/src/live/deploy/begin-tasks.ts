import type { RunTaskInput } from '../change';
import { LiveFailure } from '../failure';
import { explainFailure } from '../failure-reasons';
import type { Listing, Task } from '../ports';
import { definitionName } from '../task-state';
import type { ChangePorts } from './input';
import type { Place } from './plan';
import { sendOnce } from './send-once';

/** Tasks that were started, and why there are no more of them. */
export interface Started {
  readonly tasks: readonly Task[];
  readonly missing?: string;
}

/** Starts tasks with one client token. Throws `LiveFailure`, also when ECS places none. */
export async function startTasks(input: RunTaskInput, place: Place, ports: ChangePorts): Promise<Started> {
  const { gateway, t } = ports;
  const about = `${place.cluster.name}/${definitionName(input.taskDefinition)}`;
  const call = {
    place,
    operation: 'RunTask',
    target: (it?: Listing<Task>) => [about, it?.items.map(({ id }) => id).join(',')].filter(Boolean).join('/'),
    send: () => gateway.runTask(input),
  };
  const { items, failures } = await sendOnce(call, ports);
  const reasons = [...new Set(failures.map((failure) => explainFailure(failure, t)))].join(' ');
  const why = reasons === '' ? t('ECS gave no reason.') : reasons;
  if (items.length === 0) {
    throw new LiveFailure('invalid', t('ECS placed no task: {0}', why), 'retry', { operation: 'RunTask' });
  }
  const wanted = Number(input.count ?? 1);
  const missing = t('{0} of {1} tasks were started: {2}', items.length, wanted, why);
  return { tasks: items, ...(items.length < wanted ? { missing } : {}) };
}
