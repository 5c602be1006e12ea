import { randomUUID } from 'node:crypto';
import { createActivities } from '../../client/src/live/activity/store';
import type { ChangePorts, DeployInput, Outcome } from '../../client/src/live/deploy/input';
import type { Target } from '../../client/src/live/deploy/target';
import { plain } from '../../client/src/live/plain';
import type { EcsGateway, Log, Memory, Task, Ui } from '../../client/src/live/ports';
import { newTarget } from '../../client/src/live/targets/new-target';
import { type DefinitionFacts, shapeOf } from '../../client/src/live/targets/shape';
import { systemClock } from '../../client/src/system-clock';

/** What changing something needs, with the machine's clock and activities that watch what was begun. */
export function realPorts(gateway: EcsGateway, ui: Ui, log: Log): ChangePorts {
  const stored = new Map<string, unknown>();
  const memory: Memory = {
    // A store of any values is what Memory is.
    get: <T>(key: string) => stored.get(key) as T | undefined,
    set: async (key, value) => {
      stored.set(key, value);
    },
  };
  const common = { gateway, memory, clock: systemClock(), log, newId: randomUUID, t: plain };
  const activities = createActivities({
    ...common,
    gateway: async () => gateway,
    abortable: () => {
      const controller = new AbortController();
      return { signal: controller.signal, abort: () => controller.abort() };
    },
    minutes: () => 2,
    tell: () => undefined,
  });
  return {
    ...common,
    ui,
    activities,
    protection: () => undefined,
    audit: () => undefined,
    compare: async () => undefined,
    show: async () => undefined,
    onChanged: () => undefined,
  };
}

/** A target to run a definition, as its questions are answered in `ui`. */
export async function runTargetOf(
  file: string,
  facts: DefinitionFacts,
  { gateway, ui, t }: ChangePorts,
): Promise<Target> {
  const target = await newTarget({
    shape: shapeOf(facts),
    file: { file, isOneOfMany: false },
    kind: 'run',
    connections: [{ label: 'the only one', value: {} }],
    serviceFiles: [],
    taken: new Set(),
    last: undefined,
    gateway: async () => gateway,
    ui,
    t,
  });
  if (!target) throw new Error('The questions were left.');
  return target;
}

/** The task that a run has started, once it is RUNNING. */
export async function runningTask(outcome: Outcome): Promise<Task> {
  if (outcome.kind !== 'started') throw new Error(`Nothing was started: ${outcome.kind}`);
  const end = await outcome.watch.end;
  const [task] = end.kind === 'running' ? end.tasks : [];
  if (!task) throw new Error(`The task is ${end.kind}, not RUNNING.`);
  return task;
}

export function inputOf(file: string, { family, definition }: DefinitionFacts, target: Target): DeployInput {
  return { source: file, family, definition, target };
}
