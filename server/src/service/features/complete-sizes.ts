import { type FargateCpu, fargateSizes } from '../data/fargate-sizes';
import type { TaskDefinition } from '../model/task-definition';
import { gib, vcpu } from './hover-value-size';

/** A value with what it means; `fits` is false where another value of the task refuses it. */
export interface SizeChoice {
  readonly value: string;
  readonly detail: string;
  readonly fits: boolean;
}

/** The CPU sizes of Fargate for a task that can run there; those that cannot have its memory do not fit. */
export function cpuChoices(task: TaskDefinition): readonly SizeChoice[] {
  const mib = task.memoryMiB;
  return sizesFor(task).map(({ cpu, memory }) => {
    const fits = mib === undefined || memory.includes(mib);
    const [least = 0] = memory;
    const range = `${gib(least)} to ${gib(memory.at(-1) ?? least)}`;
    return {
      value: String(cpu),
      detail: fits ? `${vcpu(cpu)}, with ${range}` : `not with ${gib(mib)} · ${vcpu(cpu)}, with ${range}`,
      fits,
    };
  });
}

/** The memory that Fargate has for the CPU of a task; for any CPU where that is not known. */
export function memoryChoices(task: TaskDefinition): readonly SizeChoice[] {
  const rows = sizesFor(task);
  const own = rows.filter(({ cpu }) => cpu === task.cpuUnits);
  const offered = own.length > 0 ? own : rows;
  const all = [...new Set(offered.flatMap(({ memory }) => memory))].toSorted((a, b) => a - b);
  return all.map((mib) => {
    const cpus = rows.filter(({ memory }) => memory.includes(mib)).map(({ cpu }) => vcpu(cpu));
    return { value: String(mib), detail: `${gib(mib)}, with ${cpus.join(' or ')}`, fits: true };
  });
}

function sizesFor({ requiresCompatibilities, launchType, isWindows }: TaskDefinition): readonly FargateCpu[] {
  if (requiresCompatibilities.present && !launchType('FARGATE')) return [];
  return isWindows ? fargateSizes.filter(({ windows }) => windows) : fargateSizes;
}
