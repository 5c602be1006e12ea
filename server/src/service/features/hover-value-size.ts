import { type FargateCpu, fargateSizes } from '../data/fargate-sizes';
import type { TaskDefinition } from '../model/task-definition';
import type { Value } from './hover-value';

/** CPU units as vCPU, to three decimals. */
export function vcpu(units: number): string {
  return `${rounded(units / 1024)} vCPU`;
}

/** MiB as GiB, to three decimals. */
export function gib(mib: number): string {
  return `${rounded(mib / 1024)} GiB`;
}

/** The CPU of a task, with the Fargate sizes around it. */
export function taskCpu({ task }: Value): string | undefined {
  const units = task.cpuUnits;
  if (units === undefined) return undefined;
  const title = `**${units} CPU units** = ${vcpu(units)}`;
  if (!mayRunOnFargate(task)) return title;
  const rows = sizesOf(task);
  const known = rows.some(({ cpu }) => cpu === units);
  return [
    title,
    ...(known ? [] : ['Fargate has no such CPU size. The nearest:']),
    sizeTable(around(rows, units), units),
  ].join('\n\n');
}

/** The memory of a task, with the CPU sizes that Fargate has it for. */
export function taskMemory({ task }: Value): string | undefined {
  const mib = task.memoryMiB;
  if (mib === undefined) return undefined;
  const title = `**${mib} MiB** = ${gib(mib)}`;
  if (!mayRunOnFargate(task)) return title;
  const rows = sizesOf(task);
  const fitting = rows.filter(({ memory }) => memory.includes(mib));
  const own = rows.find(({ cpu }) => cpu === task.cpuUnits);
  return [
    title,
    fitting.length > 0
      ? `On Fargate with ${fitting.map(({ cpu }) => vcpu(cpu)).join(', ')}.`
      : 'Fargate has no size with this memory.',
    ...(own ? [`With the ${vcpu(own.cpu)} of this task, Fargate offers ${choices(own)} GiB.`] : []),
  ].join('\n\n');
}

/** The CPU of a container, and its part of the task's. */
export function containerCpu({ node, task }: Value): string | undefined {
  if (node.type !== 'number') return undefined;
  const units = node.value;
  return [
    `**${units} CPU units** = ${vcpu(units)}${partOf(units, task.cpuUnits, vcpu)}`,
    task.isWindows
      ? 'A limit on Windows: the container cannot use more.'
      : 'A share on Linux: guaranteed when others are busy; what they leave idle can be used as well.',
  ].join('\n\n');
}

/** The hard or soft memory limit of a container, and its part of the task's memory. */
export function containerMemory({ node, shape, task }: Value): string | undefined {
  if (node.type !== 'number') return undefined;
  const mib = node.value;
  return [
    `**${mib} MiB** = ${gib(mib)}${partOf(mib, task.memoryMiB, gib)}`,
    shape.endsWith('Reservation')
      ? 'A soft limit: kept free for the container, which may use more when there is some.'
      : 'A hard limit: a container that tries to use more is killed.',
  ].join('\n\n');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function partOf(part: number, whole: number | undefined, print: (value: number) => string): string {
  return whole ? `, ${rounded((part / whole) * 100)} % of the task's ${print(whole)}` : '';
}

function mayRunOnFargate({ requiresCompatibilities, launchType }: TaskDefinition): boolean {
  return launchType('FARGATE') !== undefined || !requiresCompatibilities.present;
}

function sizesOf({ isWindows }: TaskDefinition): readonly FargateCpu[] {
  return isWindows ? fargateSizes.filter(({ windows }) => windows) : fargateSizes;
}

/** The size with this CPU, if there is one, and those before and after it. */
function around(rows: readonly FargateCpu[], units: number): readonly FargateCpu[] {
  const first = rows.findLastIndex(({ cpu }) => cpu < units);
  const last = rows.findIndex(({ cpu }) => cpu > units);
  return rows.slice(Math.max(first, 0), last < 0 ? rows.length : last + 1);
}

function sizeTable(rows: readonly FargateCpu[], units: number): string {
  const lines = rows.map((row) => {
    const mark = row.cpu === units ? '**' : '';
    return `| ${mark}${rounded(row.cpu / 1024)}${mark} | ${mark}${row.cpu}${mark} | ${choices(row)} |`;
  });
  return ['| vCPU | CPU units | Memory on Fargate, GiB |', '|---|---|---|', ...lines].join('\n');
}

function choices({ memory }: FargateCpu): string {
  const [first = 0, second = 0] = memory;
  if (memory.length <= 4) return memory.map((mib) => rounded(mib / 1024)).join(', ');
  return `${rounded(first / 1024)} to ${rounded((memory.at(-1) ?? 0) / 1024)} in steps of ${rounded((second - first) / 1024)}`;
}
