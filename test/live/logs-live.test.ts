import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createStop } from '../../client/src/live/refresh/stop';
import { group, logStage } from './support/log-stage';
import { connected } from './support/stage';

const minute = 60_000;
const arn = `arn:aws:logs:us-east-1:111122223333:log-group:${group}`;

// The fake sends in real time.
describe('with Live Tail', { timeout: 60_000 }, () => {
  test('the past first, then each line within a second, and few looks', async () => {
    const { ecs, follow } = await logStage();
    const { target, stream } = ecs.task({});
    const app = stream('app');
    ecs.log(group, app, 'before', ecs.clock.now() - 1_000);
    const { own, notes, waits } = await follow(target, {
      live: true,
      until: 45_000,
      at: [
        [38_000, () => ecs.log(group, app, 'one')],
        [38_100, () => ecs.log(group, app, 'two')],
      ],
    });
    expect(own).toEqual(['app: before', 'app: one', 'app: two']);
    expect(notes).toEqual([]);
    // They do not grow while nothing comes.
    expect(new Set(waits)).toEqual(new Set([1_000]));
    expect(ecs.requests.filter(({ operation }) => operation === 'StartLiveTail').map(({ body }) => body)).toEqual([
      { logGroupIdentifiers: [arn], logStreamNamePrefixes: [app] },
    ]);
    // One before the session, and three for what came before it was open.
    expect(ecs.count('FilterLogEvents')).toBeLessThanOrEqual(6);
  });

  test.each([undefined, 'SessionTimeoutException', 'SessionStreamingException'])(
    'a session that ends (%s) is followed by another, without a gap, a repetition or a word',
    async (error) => {
      const { ecs, follow } = await logStage();
      const { target, stream } = ecs.task({});
      const say = (words: string) => () => ecs.log(group, stream('app'), words);
      const { own, notes } = await follow(target, {
        live: true,
        until: 20_000,
        at: [
          [4_000, say('one')],
          [
            8_000,
            () => {
              ecs.endLiveTails(error);
              say('two')();
              say('two')();
            },
          ],
          [9_500, say('three')],
          [16_000, say('four')],
        ],
      });
      expect(own).toEqual(['app: one', 'app: two', 'app: two', 'app: three', 'app: four']);
      expect([notes, ecs.count('StartLiveTail')]).toEqual([[], 2]);
    },
  );

  test('says once that it is a sample', async () => {
    const { ecs, follow } = await logStage();
    const { target, stream } = ecs.task({});
    const flood = () => {
      for (let line = 0; line < 600; line += 1) ecs.log(group, stream('app'), `line ${line}`);
    };
    const { own, notes } = await follow(target, {
      live: true,
      until: 50_000,
      at: [
        [40_000, flood],
        [43_000, flood],
      ],
    });
    expect(own).toHaveLength(1_000);
    expect(notes).toEqual(['CloudWatch shows a sample: there are more than 500 lines a second.']);
  });

  test.each([
    ['denied', { kind: 'denied' }, 'logs:StartLiveTail is not allowed'],
    ['unknown', { kind: 'error', name: 'UnknownOperationException', message: 'No.' }, 'StartLiveTail was refused: No.'],
    ['another page', { kind: 'html' }, 'did not answer StartLiveTail as AWS does'],
  ] as const)('where it is %s, one sentence says so and lines are looked for', async (_, fault, words) => {
    const { ecs, follow } = await logStage();
    const { target, stream } = ecs.task({});
    ecs.fail('StartLiveTail', fault);
    const { own, notes } = await follow(target, {
      live: true,
      until: 30_000,
      at: [[15_000, () => ecs.log(group, stream('app'), 'one')]],
    });
    expect(own).toEqual(['app: one']);
    expect(notes).toEqual([expect.stringContaining(words)]);
    expect(notes[0]).toMatch(/ Without Live Tail lines come some seconds later\.$/);
    expect(ecs.count('StartLiveTail')).toBe(1);
  });

  test('where it fails again and again, it is tried five times', async () => {
    const { ecs, follow } = await logStage();
    const { target } = ecs.task({});
    ecs.fail('StartLiveTail', { kind: 'reset' });
    const { notes } = await follow(target, { live: true, until: 2 * minute });
    expect(notes).toEqual([expect.stringMatching(/^127\.0\.0\.1.* cannot be reached .* Without Live Tail/)]);
    // Each is sent three times.
    expect(ecs.count('StartLiveTail')).toBe(15);
  });

  test('the end of reading ends the session', async () => {
    const { ecs, gateway, follow, log } = await logStage();
    const { target } = ecs.task({});
    await follow(target, { live: true, until: 5_000 });
    expect(ecs.count('StartLiveTail')).toBe(1);
    gateway.dispose();
    await expect.poll(ecs.connections).toBe(0);
    expect(log.lines).toEqual([]);
  });

  test('a task is read to its end', async () => {
    const { ecs, follow } = await logStage();
    const { target } = ecs.task({ image: 'crash', status: 'PROVISIONING' });
    const { lines, notes } = await follow(target, { live: true });
    expect(lines.slice(0, 3)).toEqual(['app: app starts', 'app: app is ready', 'app: app works']);
    expect(lines).toHaveLength(4);
    expect(notes.at(-1)).toMatch(/ has stopped: .+ There are no more lines\.$/);
  });

  test('one that has stopped long ago needs no session', async () => {
    const { ecs, follow } = await logStage();
    const { target, stream } = ecs.task({ status: 'STOPPED' });
    ecs.log(group, stream('app'), 'its last words', ecs.clock.now() - 30 * minute);
    expect((await follow(target, { live: true })).own).toEqual(['app: its last words']);
    expect(ecs.count('StartLiveTail')).toBe(0);
  });

  test('tasks of a service that come later are in a new session', async () => {
    const { ecs, follow } = await logStage();
    ecs.define();
    ecs.addService('shop', 'web', { desiredCount: 1, taskDefinition: 'web:1' });
    const { lines, notes } = await follow(
      { clusterArn: ecs.cluster, serviceName: 'web' },
      { live: true, until: 100_000, at: [[15_000, () => ecs.deploy('shop', 'web', 'web:1')]] },
    );
    expect(notes.filter((note) => /^Task [0-9a-f]{8} is new\.$/.test(note))).toHaveLength(1);
    expect(lines.filter((line) => line === 'app: app works')).toHaveLength(1);
    expect(ecs.count('StartLiveTail')).toBe(2);
  });

  test('in the region that it logs to', async () => {
    const { ecs, follow } = await logStage();
    const { target, stream } = ecs.task({ driver: { 'awslogs-region': 'eu-west-1' } });
    const away = ecs.in('eu-west-1');
    away.log(group, stream('app'), 'far away');
    await follow(target, { live: true, until: 5_000 });
    expect(ecs.requests.filter(({ operation }) => operation === 'StartLiveTail')).toMatchObject([
      { region: 'eu-west-1', body: { logGroupIdentifiers: [arn.replace('us-east-1', 'eu-west-1')] } },
    ]);
  });

  test('no line reaches our log', async () => {
    const { ecs, follow, log } = await logStage();
    const { target, stream } = ecs.task({});
    await follow(target, {
      live: true,
      until: 10_000,
      at: [
        [4_000, () => ecs.log(group, stream('app'), 'canary-line')],
        [6_000, () => ecs.endLiveTails('SessionStreamingException')],
      ],
    });
    expect(log.lines.join('\n')).toMatch(/^StartLiveTail, server, /);
    expect(log.lines.join('\n')).not.toContain('canary');
  });
});

test('without the setting no session is begun', async () => {
  const { ecs, follow } = await logStage();
  await follow(ecs.task({}).target, { until: minute });
  expect(ecs.count('StartLiveTail')).toBe(0);
});

test('sessions keep no other call waiting', async () => {
  const { ecs, gateway } = await logStage();
  ecs.addLogGroup(group);
  const stops = Array.from({ length: 6 }, createStop);
  const opened: number[] = [];
  const ended = stops.map(({ signal }, at) =>
    gateway.liveTail({ groupArn: arn, prefixes: ['web'] }, () => opened.push(at), signal),
  );
  await expect.poll(() => new Set(opened).size).toBe(6);
  expect((await gateway.clusters()).items).toHaveLength(1);
  for (const stop of stops) stop.now();
  await Promise.allSettled(ended);
  gateway.dispose();
  await expect.poll(ecs.connections).toBe(0);
});

test('a session outlasts the time that a call may take', async () => {
  const { ecs, gateway } = await connected({ timeouts: { connect: 1_000, request: 200 } });
  ecs.addLogGroup(group);
  const stop = createStop();
  const seen: string[] = [];
  const session = gateway.liveTail(
    { groupArn: arn, prefixes: ['web'] },
    ({ events }) => seen.push(...events.map(({ message }) => message)),
    stop.signal,
  );
  await setTimeout(800);
  ecs.log(group, 'web/1', 'after a while');
  await expect.poll(() => seen).toEqual(['after a while']);
  stop.now();
  await expect(session).rejects.toMatchObject({ kind: 'cancelled' });
});
