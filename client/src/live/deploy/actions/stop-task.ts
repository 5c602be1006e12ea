import { lastPart } from '../../find/resource';
import type { Task } from '../../ports';
import { phaseOf } from '../../task-state';
import type { ChangePorts, Outcome } from '../input';
import { placeIn } from '../place';
import { sendOnce } from '../send-once';
import { act, typedFor } from './act';

/** Asks for a reason and stops a task. Throws `LiveFailure`. */
export async function stopTask(clusterArn: string, taskArn: string, ports: ChangePorts): Promise<Outcome> {
  const { gateway, ui, t } = ports;
  const id = lastPart(taskArn);
  const place = await placeIn(clusterArn, undefined, ports);
  const message = t('Stop task {0}?', id);
  const placeholder = t('Why it is stopped; ECS keeps it with the task');
  const answer = await ui.input({ title: message, placeholder, value: t('Stopped from Taskdef') }, (text) =>
    text.length > longest ? t('At most {0} characters', longest) : undefined,
  );
  if (answer.kind !== 'value') return { kind: 'cancelled' };
  const reason = answer.value.trim() === '' ? t('Stopped from Taskdef') : answer.value.trim();
  const input = { cluster: clusterArn, task: taskArn, reason };
  const call = {
    place,
    operation: 'StopTask',
    target: () => `${place.cluster.name}/${id}`,
    send: () => gateway.stopTask(input),
    seen: async () => (await gateway.describeTasks(clusterArn, [taskArn])).items.find(isEnding),
  };
  const way = {
    button: t('Stop Task'),
    plan: { place, changes: [{ operation: 'StopTask', input } as const], warnings: [], ...typedFor(place, ports) },
    send: async () => {
      await sendOnce(call, ports);
      return undefined;
    },
    done: t('Task {0} is stopping.', id),
  };
  return act({ message, facts: [t('Reason: {0}', reason)], ways: [way] }, ports);
}

function isEnding(task: Task): boolean {
  const phase = phaseOf(task);
  return phase === 'stopping' || phase === 'stopped';
}

/** What ECS keeps of a reason. */
const longest = 255;
