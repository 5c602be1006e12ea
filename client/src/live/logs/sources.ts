import type { Json } from '../change';
import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Signal, Task, Translate } from '../ports';
import { logPlaces } from './places';
import { type LogTarget, shortId } from './target';

/** A stream to read, and whose it is. Times in milliseconds since the epoch. */
export interface LogSource {
  readonly group: string;
  readonly region?: string;
  readonly stream: string;
  readonly container: string;
  readonly taskId: string;
  readonly from: number;
  /** When its task stopped. */
  readonly stoppedAt?: number;
}

/** What there is to read of a target, for now. */
export interface Sources {
  readonly streams: readonly LogSource[];
  /** Where other logs are, a sentence each. */
  readonly elsewhere: readonly string[];
  readonly tasks: readonly Task[];
  /** No stream will come any more. */
  readonly over: boolean;
}

/** Reads the tasks of a target, and the definitions of those that it has not seen. */
export type ReadSources = (signal: Signal) => Promise<Sources>;

/** Times in milliseconds. */
export interface SourceLimits {
  /** How far back lines of a task and of a service are told; a stopped task's from its end. */
  readonly taskBack: number;
  readonly serviceBack: number;
  /** How long a task that was just started may be unknown. */
  readonly unknown: number;
}

export const sourceLimits: SourceLimits = { taskBack: 60 * 60_000, serviceBack: 15 * 60_000, unknown: 20_000 };

/** `read` throws `LiveFailure`, also for a task that ECS does not know. */
export function createSources(
  target: LogTarget,
  { gateway, clock, t }: { readonly gateway: EcsGateway; readonly clock: Clock; readonly t: Translate },
  limits: SourceLimits = sourceLimits,
): ReadSources {
  const began = clock.now();
  const definitions = new Map<string, Json>();
  const stops = new Map<string, number>();
  const state: { tasks: readonly Task[] } = { tasks: [] };

  const definitionOf = async ({ taskDefinitionArn: arn }: Task, signal: Signal): Promise<Json | undefined> => {
    if (arn === undefined) return undefined;
    const definition = definitions.get(arn) ?? (await gateway.revision(arn, signal))?.definition;
    if (definition) definitions.set(arn, definition);
    return definition;
  };

  const stoppedAt = (task: Task): number | undefined => {
    if (task.lastStatus !== 'STOPPED') return undefined;
    const at = stops.get(task.arn) ?? timeOf(task.stoppedAt) ?? clock.now();
    stops.set(task.arn, at);
    return at;
  };

  const oneTask = async (clusterArn: string, taskArn: string, signal: Signal): Promise<readonly Task[]> => {
    const [found] = (await gateway.describeTasks(clusterArn, [taskArn], signal)).items;
    if (found) return [found];
    const [before] = state.tasks;
    if (before) return [{ ...before, lastStatus: 'STOPPED' }];
    if (clock.now() - began < limits.unknown) return [];
    const id = taskArn.slice(taskArn.lastIndexOf('/') + 1);
    const sentence = t('ECS does not know the task {0} any more: it forgets tasks an hour after they stopped.', id);
    throw new LiveFailure('not-found', sentence, 'retry');
  };

  const ofService = async (clusterArn: string, serviceName: string, signal: Signal): Promise<readonly Task[]> => {
    const lists = await Promise.all(
      (['RUNNING', 'STOPPED'] as const).map((desiredStatus) =>
        gateway.tasks(clusterArn, { serviceName, desiredStatus }, signal),
      ),
    );
    const all = new Map(lists.flatMap(({ items }) => items).map((task) => [task.arn, task]));
    // Not every endpoint heeds the filter.
    const own = [...all.values()].filter(({ group }) => group === undefined || group === `service:${serviceName}`);
    return own.filter((task) => (stoppedAt(task) ?? began) >= began - limits.serviceBack);
  };

  return async (signal) => {
    const isTask = 'taskArn' in target;
    const tasks = isTask
      ? await oneTask(target.clusterArn, target.taskArn, signal)
      : await ofService(target.clusterArn, target.serviceName, signal);
    state.tasks = tasks;
    const streams: LogSource[] = [];
    const elsewhere = new Set<string>();
    let later = false;
    for (const task of tasks) {
      const definition = await definitionOf(task, signal);
      if (!definition) {
        elsewhere.add(t('Where task {0} logs is not known: its task definition was deleted.', shortId(task.id)));
        continue;
      }
      const end = stoppedAt(task);
      const earliest = (isTask ? (end ?? began) : began) - (isTask ? limits.taskBack : limits.serviceBack);
      for (const place of logPlaces(task, definition, t)) {
        if (target.container !== undefined && place.container !== target.container) continue;
        if (place.kind === 'elsewhere') {
          elsewhere.add(place.sentence);
          later ||= place.later ?? false;
          continue;
        }
        const { group, stream, container, region } = place;
        streams.push({
          group,
          stream,
          container,
          taskId: task.id,
          from: Math.max(earliest, timeOf(task.createdAt) ?? earliest),
          ...(region === undefined ? {} : { region }),
          ...(end === undefined ? {} : { stoppedAt: end }),
        });
      }
    }
    const nothing = streams.length === 0 && !later;
    const stopped = tasks.every(({ lastStatus }) => lastStatus === 'STOPPED');
    return { streams, elsewhere: [...elsewhere], tasks, over: isTask && tasks.length > 0 && (nothing || stopped) };
  };
}

function timeOf(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : Date.parse(iso);
}
