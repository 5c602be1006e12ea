import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Signal, Task, Translate } from '../ports';
import { endedWell, stopReasons } from '../task-state';
import type { TasksEnd } from './end';
import type { ActivityEvent } from './events';
import { looks, told, usualLimits, type WatchLimits, type WatchPorts } from './looks';
import { explanationOf } from './stopped';
import type { TasksSubject } from './subject';

/**
 * Watches the tasks of one run until each is RUNNING or STOPPED, one call a look. Ends with `end`, also when the signal is
 * aborted or looking fails for good. A task that is not found is looked for again: answers of ECS may lag behind RunTask.
 */
export async function* watchTasks(
  subject: TasksSubject,
  ports: WatchPorts & { readonly t: Translate },
  signal: Signal,
  limits: WatchLimits = usualLimits,
): AsyncGenerator<ActivityEvent> {
  try {
    yield* told(looks(createLook(subject, ports, signal), ports, signal, limits), limits);
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    yield { kind: 'end', end: { kind: 'blind', failure: error } };
  }
}

/** Longer than any lag; ECS forgets a task about an hour after it has stopped. */
const forgottenAfter = 2 * 60_000;

function createLook(
  { place, taskArns }: TasksSubject,
  { clock, t }: { readonly clock: Clock; readonly t: Translate },
  signal: Signal,
): (gateway: EcsGateway) => Promise<readonly ActivityEvent[]> {
  const began = clock.now();
  const memory: { tasks: readonly Task[] } = { tasks: [] };
  return async (gateway) => {
    const { items } = await gateway.describeTasks(place.cluster.arn, taskArns, signal);
    const before = new Map(memory.tasks.map((task) => [task.arn, task]));
    const now = new Map(items.map((task) => [task.arn, task]));
    // One that was seen and is forgotten stays what it was.
    const tasks = taskArns.map((arn) => now.get(arn) ?? before.get(arn)).filter((task) => task !== undefined);
    if (tasks.length === 0 && clock.now() - began > forgottenAfter) {
      throw new LiveFailure('not-found', t('ECS does not know the task any more.'), 'retry');
    }
    const changed = statesOf(tasks) !== statesOf(memory.tasks);
    memory.tasks = tasks;
    const end = tasks.length === taskArns.length ? endOf(tasks, t) : undefined;
    return [...(changed ? [{ kind: 'tasks', tasks } as const] : []), ...(end ? [{ kind: 'end', end } as const] : [])];
  };
}

function statesOf(tasks: readonly Task[]): string {
  return tasks.map(({ arn, lastStatus, desiredStatus }) => `${arn} ${lastStatus} ${desiredStatus}`).join();
}

function endOf(tasks: readonly Task[], t: Translate): TasksEnd | undefined {
  if (!tasks.every(({ lastStatus }) => lastStatus === 'RUNNING' || lastStatus === 'STOPPED')) return undefined;
  const failed = tasks.filter((task) => task.lastStatus === 'STOPPED' && !endedWell(task));
  const [cause, ...details] = new Set(failed.flatMap((task) => causesOf(task, t)));
  if (cause !== undefined) return { kind: 'tasks-failed', tasks, cause, details };
  return { kind: tasks.some(({ lastStatus }) => lastStatus === 'RUNNING') ? 'running' : 'finished', tasks };
}

// What happened in our words, then in those of ECS.
function causesOf(task: Task, t: Translate): readonly string[] {
  const explanation = explanationOf(task);
  const said = stopReasons(task, t).join('; ');
  return explanation ? [explanation, t('AWS says: {0}', said)] : [said];
}
