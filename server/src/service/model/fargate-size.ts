import { fargateSizes } from '../data/fargate-sizes';
import type { TaskDefinition } from './task-definition';

/** CPU units and MiB of a task. */
export interface TaskSize {
  readonly cpu: number;
  readonly memory: number;
}

/** The smallest Fargate size with at least this CPU and memory; undefined when there is none that large. */
export function nextFargateSize({ cpu, memory }: TaskSize, windows = false): TaskSize | undefined {
  for (const row of fargateSizes) {
    if (row.cpu < cpu || (windows && !row.windows)) continue;
    const enough = row.memory.find((choice) => choice >= memory);
    if (enough !== undefined) return { cpu: row.cpu, memory: enough };
  }
  return undefined;
}

/** What a task needs to have at least this; on Fargate a larger cpu can need more memory too, and the other way round. */
export function enlarged(task: TaskDefinition, least: Partial<TaskSize>): Partial<TaskSize> | undefined {
  if (!task.launchType('FARGATE')) return least;
  const { cpu = task.cpuUnits, memory = task.memoryMiB } = least;
  const size = nextFargateSize({ cpu: cpu ?? 0, memory: memory ?? 0 }, task.isWindows);
  return size && { ...(cpu !== undefined && { cpu: size.cpu }), ...(memory !== undefined && { memory: size.memory }) };
}

/** CPU units that the containers ask for together; those without a known value count as 0. */
export function containerCpu({ containerDefinitions }: TaskDefinition): number {
  return containerDefinitions.items.reduce((sum, { cpu }) => sum + Math.max(cpu.literal ?? 0, 0), 0);
}

/** MiB that the containers reserve together: their soft limits, else their hard ones; those without a known value count as 0. */
export function containerMemory({ containerDefinitions }: TaskDefinition): number {
  return containerDefinitions.items.reduce(
    (sum, { memory, memoryReservation }) => sum + Math.max(memoryReservation.literal ?? memory.literal ?? 0, 0),
    0,
  );
}
