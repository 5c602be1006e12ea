import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Signal, Task } from '../ports';

/** What watching a task tells. `trouble` is a failed look that will be repeated; after one of the last four nothing comes. */
export type FollowEvent =
  | { readonly kind: 'state'; readonly task: Task }
  | { readonly kind: 'trouble'; readonly failure: LiveFailure }
  | { readonly kind: 'running' | 'stopped'; readonly task: Task }
  /** Aborted by the signal, or not at its end in time. */
  | { readonly kind: 'cancelled' | 'timeout'; readonly task: Task };

/** How long to watch, in milliseconds. */
export interface FollowLimits {
  readonly firstWait: number;
  readonly longestWait: number;
  readonly total: number;
}

/**
 * Watches a task until it is RUNNING or STOPPED, looking every 2 s at first and every 10 s later, for at most 15 minutes
 * by the clock. A task that is not found is looked for again: ECS answers may lag behind RunTask. Throws `LiveFailure`
 * for what will not pass by itself.
 */
export async function* follow(
  started: Task,
  ports: { readonly gateway: EcsGateway; readonly clock: Clock },
  signal: Signal,
  limits: FollowLimits = { firstWait: 2_000, longestWait: 10_000, total: 15 * 60_000 },
): AsyncGenerator<FollowEvent> {
  const { clock } = ports;
  const deadline = clock.now() + limits.total;
  let task = started;
  let wait = limits.firstWait;
  yield { kind: 'state', task };
  for (;;) {
    const end = endOf(task);
    if (end) return yield { kind: end, task };
    if (clock.now() >= deadline) return yield { kind: 'timeout', task };
    await clock.sleep(wait, signal);
    wait = Math.min(wait * 1.5, limits.longestWait);
    const seen = signal.aborted ? 'cancelled' : await look(task, ports.gateway, signal);
    if (seen === 'cancelled') return yield { kind: 'cancelled', task };
    if (seen instanceof LiveFailure) {
      yield { kind: 'trouble', failure: seen };
    } else if (seen && seen.lastStatus !== task.lastStatus) {
      task = seen;
      yield { kind: 'state', task };
    }
  }
}

async function look(
  { clusterArn, arn }: Task,
  gateway: EcsGateway,
  signal: Signal,
): Promise<Task | LiveFailure | 'cancelled' | undefined> {
  try {
    const { items } = await gateway.describeTasks(clusterArn, [arn], signal);
    return items.find((task) => task.arn === arn);
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    if (error.kind === 'cancelled') return 'cancelled';
    if (PASSING.has(error.kind)) return error;
    throw error;
  }
}

function endOf({ lastStatus }: Task): 'running' | 'stopped' | undefined {
  if (lastStatus === 'STOPPED') return 'stopped';
  return lastStatus === 'RUNNING' ? 'running' : undefined;
}

const PASSING: ReadonlySet<LiveFailure['kind']> = new Set(['throttled', 'offline', 'timeout', 'server']);
