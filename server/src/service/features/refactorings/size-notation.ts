import type { Field } from '../../model/field';
import { cpuUnits, memoryMiB } from '../../model/size';
import { printEditsIn } from '../print-edits';
import { touches } from './place';
import type { Refactoring } from './refactoring';

/**
 * The size of a task in the other of its two notations: CPU units or vCPU, MiB or GB.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size
 */
export const sizeNotation: Refactoring = {
  id: 'size-notation',
  kind: 'refactor.rewrite',
  offer(snapshot, { task, node }, span) {
    const sizes = [
      [task.cpu, otherNotation(task.cpu, cpuUnits, 'vCPU')],
      [task.memory, otherNotation(task.memory, memoryMiB, 'GB')],
    ] as const;
    return sizes.flatMap(([{ anchor }, value]) => {
      if (value === undefined || !touches(anchor.parent ?? anchor, span)) return [];
      const changes = () => printEditsIn(snapshot, node.offset, [{ kind: 'replace', node: anchor, value }]);
      return [{ title: `Write '${value}'`, changes }];
    });
  },
};

/** Undefined for what is no size, and for what the other notation cannot say exactly in three decimals. */
function otherNotation(
  { literal }: Field<string>,
  read: (text: string) => number | undefined,
  unit: string,
): string | undefined {
  const amount = literal === undefined ? undefined : read(literal);
  if (literal === undefined || amount === undefined) return undefined;
  if (!/^\s*\d+\s*$/.test(literal)) return Number.isInteger(amount) ? String(amount) : undefined;
  const large = Number((amount / 1024).toFixed(3));
  return large * 1024 === amount && large > 0 ? `${large} ${unit}` : undefined;
}
