import { expect, it } from 'vitest';
import type { Task } from '../../client/src/live/ports';
import { stopReasons } from '../../client/src/live/task-state';

const t = (text: string, ...values: readonly unknown[]): string =>
  text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));
const task = (stoppedReason: string, ...containers: Task['containers']) => ({ stoppedReason, containers }) as Task;

it('a container that says what its task says already says it once', () => {
  const reason = 'CannotPullContainerError: registry.example/web:1: not found';
  expect(stopReasons(task(reason, { name: 'web', reason }), t)).toEqual([reason]);
  expect(stopReasons(task(reason, { name: 'web', reason, exitCode: 1 }), t)).toEqual([reason, 'web: exit code 1']);
});

it('a container that says more is named', () => {
  const web = { name: 'web', exitCode: 137, reason: 'OutOfMemoryError: killed' };
  const reason = 'Essential container in task exited';
  expect(stopReasons(task(reason, web), t)).toEqual([reason, 'web: exit code 137, OutOfMemoryError: killed']);
});
