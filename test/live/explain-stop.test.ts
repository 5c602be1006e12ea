import { describe, expect, it } from 'vitest';
import { explainTask, explanationRows, isCurrent, stopFacts, stopMessage } from '../../client/src/live/explain-stop';
import type { Task } from '../../client/src/live/ports';
import { t } from './support/stage';

const task: Task = {
  arn: 'arn:aws:ecs:us-east-1:123456789012:task/shop/0a1b2c3d',
  id: '0a1b2c3d',
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/shop',
  lastStatus: 'STOPPED',
  group: 'service:web',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [
    { name: 'web', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage', image: 'web:1' },
  ],
};

it('tells the server what ECS tells, and no more of the account', () => {
  expect(stopFacts(task)).toEqual({
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    service: true,
    containers: [{ name: 'web', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
  });
});

describe('the message', () => {
  const messageOf = (some: Partial<Task>) => {
    const explanation = explainTask({ ...task, ...some });
    return explanation && stopMessage(explanation, t);
  };

  it('says what happened, what to do, and what AWS says', () => {
    expect(messageOf({})).toMatch(
      /^Container 'web' used more memory than it has\. Give it more memory.*\nAWS says: OutOfMemoryError: Container killed/,
    );
  });

  it('is what AWS says where that is not known, once', () => {
    const containers = [{ name: 'web' }];
    expect(messageOf({ stopCode: 'TaskFailedToStart', stoppedReason: 'Moon in the wrong phase', containers })).toBe(
      'The task has stopped: Moon in the wrong phase',
    );
  });

  it('is none of a task of which nothing is told', () => {
    const { stopCode: _, stoppedReason: __, ...silent } = task;
    expect(explainTask({ ...silent, containers: [] })).toBeUndefined();
  });
});

it('has rows for a sheet of facts where something is wrong that is known', () => {
  expect(explanationRows(task, t)).toEqual([
    ['Why', "Container 'web' used more memory than it has."],
    ['What to do', expect.stringContaining('more memory')],
  ]);
  expect(explanationRows({ ...task, stopCode: 'UserInitiated' }, t)).toEqual([]);
  expect(explanationRows({ ...task, stoppedReason: 'Moon', containers: [] }, t)).toEqual([]);
});

describe('a finding', () => {
  const shown = { cause: 'image-not-found', pointer: '/containerDefinitions/0/image', value: 'web:1' };
  it('holds while its value does, wherever that stands', () => {
    expect(isCurrent(shown, shown)).toBe(true);
    expect(isCurrent(shown, { ...shown, pointer: '/containerDefinitions/3/image' })).toBe(true);
  });
  it('is over once the value is another one, or stands elsewhere, or is gone', () => {
    expect(isCurrent(shown, { ...shown, value: 'web:2' })).toBe(false);
    expect(isCurrent(shown, { ...shown, pointer: '/containerDefinitions/0/name' })).toBe(false);
    expect(isCurrent(shown, undefined)).toBe(false);
  });
});
