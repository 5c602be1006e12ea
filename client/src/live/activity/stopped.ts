import { explainTask } from '../explain-stop';
import type { EcsGateway, Signal, Task, Translate } from '../ports';
import { phaseOf, stopReasons } from '../task-state';
import type { StoppedTasks } from './events';

/** Which tasks belong to a deployment. */
export interface Ours {
  readonly clusterArn: string;
  readonly serviceName: string;
  readonly taskDefinitionArn: string;
  /** `ecs-svc/…` */
  readonly deploymentId?: string;
  /** Milliseconds since the epoch by the clock of AWS; no task of it is older. */
  readonly since: number;
}

/** The tasks of a deployment that did not live, of the first hundred that ECS names, by reason, the most frequent first. Throws `LiveFailure`. */
export async function stoppedTasks(
  ours: Ours,
  gateway: EcsGateway,
  signal: Signal,
  t: Translate,
): Promise<readonly StoppedTasks[]> {
  const filter = { serviceName: ours.serviceName, desiredStatus: 'STOPPED' } as const;
  const { items } = await gateway.taskPages(ours.clusterArn, filter).next(100, signal);
  const dead = items.filter((task) => isOurs(task, ours) && !wasReplaced(task));
  const inOrder = dead.toSorted((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''));
  const groups = new Map<string, StoppedTasks>();
  for (const task of inOrder) {
    const reason = reasonOf(task, t);
    const explanation = explanationOf(task);
    const taskArns = [...(groups.get(reason)?.taskArns ?? []), task.arn];
    groups.set(reason, { reason, taskArns, example: task, ...(explanation ? { explanation } : {}) });
  }
  return [...groups.values()].toSorted((a, b) => b.taskArns.length - a.taskArns.length);
}

/** What happened to a task and what to do about it; undefined where nothing is wrong, or where only the words of ECS are known. */
export function explanationOf(task: Task): string | undefined {
  const found = explainTask(task);
  if (!found || found.cause === 'unknown' || found.severity === 'information') return undefined;
  return [found.sentence, found.fix].filter(Boolean).join(' ');
}

/** `3 tasks stopped: …` */
export function stoppedLine({ reason, explanation = reason, taskArns }: StoppedTasks, t: Translate): string {
  return taskArns.length === 1
    ? t('1 task stopped: {0}', explanation)
    : t('{0} tasks stopped: {1}', taskArns.length, explanation);
}

// Not every endpoint heeds the filter, and not every one tells who started a task.
function isOurs(task: Task, { serviceName, deploymentId, taskDefinitionArn, since }: Ours): boolean {
  if (task.group !== undefined && task.group !== `service:${serviceName}`) return false;
  if (deploymentId !== undefined && task.startedBy?.startsWith('ecs-svc/')) return task.startedBy === deploymentId;
  return task.taskDefinitionArn === taskDefinitionArn && Date.parse(task.createdAt ?? '') >= since;
}

// A deployment that ends or rolls back stops tasks that were well; that is no reason of anything.
function wasReplaced(task: Task): boolean {
  return phaseOf(task) === 'running' || /^Scaling activity initiated by/.test(task.stoppedReason ?? '');
}

// Reasons name the task and its container instance; without these, tasks that stopped for one reason say one thing.
function reasonOf(task: Task, t: Translate): string {
  const [reason = '', ...containers] = stopReasons(task, t);
  const more = containers.filter((line) => !line.endsWith(`: ${reason}`));
  return [reason, ...more].join('; ').replaceAll(/\b[0-9a-f]{32}\b/g, '…');
}
