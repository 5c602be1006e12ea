import { describe, expect, test } from 'vitest';
import { collectLimits } from '../../client/src/live/logs/collect';
import { createStop } from '../../client/src/live/refresh/stop';
import { group, logStage as stage } from './support/log-stage';

const minute = 60_000;

describe('a task', () => {
  test('is read from its beginning to its end, stopped or not, and the end says why', async () => {
    const { ecs, follow } = await stage();
    const { target } = ecs.task({ image: 'crash', status: 'PROVISIONING' });
    const { lines, notes } = await follow(target);
    expect(lines.slice(0, 3)).toEqual(['app: app starts', 'app: app is ready', 'app: app works']);
    expect(notes).toEqual([
      'The log group /ecs/web does not exist yet.',
      expect.stringMatching(/^Task [0-9a-f]{8} has stopped: .+ There are no more lines\.$/),
    ]);
  });

  test('one that stopped is read and done', async () => {
    const { ecs, follow } = await stage();
    const { target, stream } = ecs.task({ status: 'STOPPED' });
    ecs.log(group, stream('app'), 'its last words', ecs.clock.now() - 30 * minute);
    const { own, waits } = await follow(target);
    expect([own, waits]).toEqual([['app: its last words'], []]);
  });

  test('its containers in one order, or one of them alone', async () => {
    const { ecs, follow } = await stage();
    const { target, stream } = ecs.task({ status: 'STOPPED', containers: ['app', 'db'] });
    const began = ecs.clock.now() - 30 * minute;
    ecs.log(group, stream('db'), 'second', began + 2);
    ecs.log(group, stream('app'), 'third', began + 3);
    ecs.log(group, stream('app'), 'first', began + 1);
    expect((await follow(target)).own).toEqual(['app: first', 'db: second', 'app: third']);
    expect((await follow({ ...target, container: 'db' })).own).toEqual(['db: second']);
  });

  test('lines that come late and empty pages: none is missed, none comes twice', async () => {
    const { ecs, follow } = await stage();
    const { target, stream } = ecs.task({});
    const now = ecs.clock.now();
    ecs.log(group, stream('app'), 'in time', now + 20_000);
    ecs.log(group, stream('app'), 'late', now + 18_000, now + 26_000);
    ecs.log(group, stream('app'), 'very late', now + 1_000, now + 70_000);
    ecs.fail('FilterLogEvents', { kind: 'empty-page', times: 3 });
    const { lines } = await follow(target, { until: 180_000 });
    expect(lines).toHaveLength(new Set(lines).size);
    expect(lines).toEqual(expect.arrayContaining(['app: in time', 'app: late', 'app: very late']));
  });

  test('waits longer while nothing comes, and looks at the task every ten seconds', async () => {
    const { ecs, follow } = await stage();
    const { target, stream } = ecs.task({});
    ecs.log(group, stream('app'), 'one', ecs.clock.now());
    ecs.requests.length = 0;
    const { waits } = await follow(target, { until: 10 * minute });
    expect(Math.max(...waits)).toBe(5_000);
    // Ten minutes: a look every five seconds at most, and one of ECS in every second of them.
    expect(ecs.count('FilterLogEvents')).toBeLessThan(150);
    expect(ecs.count('DescribeTasks')).toBeLessThanOrEqual(61);
    expect(ecs.count('DescribeTaskDefinition')).toBe(1);
  });

  test('a group that is made later is read then', async () => {
    const { ecs, follow } = await stage();
    const { target, stream } = ecs.task({ status: 'PROVISIONING', image: 'missing' });
    const { lines, notes } = await follow(target, {
      at: [[30_000, () => ecs.log(group, stream('app'), 'at last')]],
    });
    expect([lines, notes]).toEqual([
      ['app: at last'],
      ['The log group /ecs/web does not exist yet.', expect.stringMatching(/has stopped/)],
    ]);
  });

  test('in the region that it logs to', async () => {
    const { ecs, follow } = await stage();
    const { target, stream } = ecs.task({ status: 'STOPPED', driver: { 'awslogs-region': 'eu-west-1' } });
    ecs.in('eu-west-1').log(group, stream('app'), 'far away', ecs.clock.now() - 30 * minute);
    expect((await follow(target)).own).toEqual(['app: far away']);
    expect(new Set(ecs.requests.filter(isLogs).map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
  });

  test('says where the log is that cannot be read, and ends', async () => {
    const { ecs, follow } = await stage();
    const { target } = ecs.task({
      logDriver: 'splunk',
      driver: { 'splunk-url': 'https://splunk.example.com', 'splunk-token': 'x' },
    });
    expect((await follow(target)).notes).toEqual([
      'The log of app is sent to Splunk at splunk.example.com.',
      'There is nothing to read here.',
    ]);
    expect(ecs.count('FilterLogEvents')).toBe(0);
  });

  test('unknown to ECS', async () => {
    const { ecs, follow } = await stage();
    const taskArn = 'arn:aws:ecs:us-east-1:111122223333:task/shop/0123456789abcdef0123456789abcdef';
    await expect(follow({ clusterArn: ecs.cluster, taskArn })).rejects.toMatchObject({
      kind: 'not-found',
      sentence: expect.stringContaining('ECS does not know the task'),
    });
  });

  test('forgotten while it is read: it has stopped', async () => {
    const { ecs, follow } = await stage();
    const { target, stream } = ecs.task({});
    ecs.log(group, stream('app'), 'one', ecs.clock.now());
    const forget = (): void => ecs.removeTask('shop', 'taskArn' in target ? target.taskArn : '');
    const { lines, notes } = await follow(target, { at: [[15_000, forget]] });
    expect(lines).toContain('app: one');
    expect(notes.at(-1)).toMatch(/has stopped/);
  });

  test('the signal ends it at once', async () => {
    const { ecs, follow } = await stage();
    const { target } = ecs.task({});
    const { waits } = await follow(target, { until: 0 });
    expect(waits).toHaveLength(1);
  });
});

describe('a service', () => {
  test('tasks that come later are read, those that stopped to their end', async () => {
    const { ecs, follow } = await stage();
    ecs.define();
    ecs.addService('shop', 'web', { desiredCount: 2, taskDefinition: 'web:1' });
    const { lines, notes } = await follow(
      { clusterArn: ecs.cluster, serviceName: 'web' },
      { until: 10 * minute, at: [[20_000, () => ecs.deploy('shop', 'web', 'web:1')]] },
    );
    expect(notes.filter((note) => /^Task [0-9a-f]{8} is new\.$/.test(note))).toHaveLength(2);
    expect(notes.filter((note) => /^Task [0-9a-f]{8} has stopped: /.test(note))).toHaveLength(2);
    expect(lines.filter((line) => line === 'app: app works')).toHaveLength(2);
  });

  test('of many tasks, a hundred streams a call', async () => {
    const { ecs, follow } = await stage();
    ecs.define();
    ecs.addService('shop', 'web', { desiredCount: 120, taskDefinition: 'web:1' });
    for (const { id } of await ecs.tasksOf('web')) ecs.log(group, `web/app/${id}`, id);
    ecs.requests.length = 0;
    const { lines } = await follow({ clusterArn: ecs.cluster, serviceName: 'web' }, { until: 0 });
    expect(lines).toHaveLength(120);
    expect(ecs.count('FilterLogEvents')).toBe(2);
  });

  test('without tasks', async () => {
    const { ecs, follow } = await stage();
    ecs.define();
    ecs.addService('shop', 'web', { desiredCount: 0, taskDefinition: 'web:1' });
    const { notes } = await follow({ clusterArn: ecs.cluster, serviceName: 'web' }, { until: 30_000 });
    expect(notes).toEqual(['The service web has no tasks now.']);
  });
});

describe('what fails', () => {
  test.each(['FilterLogEvents', 'DescribeTasks'] as const)(
    '%s: what passes is told once and gone over',
    async (operation) => {
      const { ecs, follow } = await stage();
      const { target, stream } = ecs.task({});
      ecs.log(group, stream('app'), 'one', ecs.clock.now());
      // Each call is tried three times.
      ecs.fail(operation, { kind: 'server', times: 9 });
      const { lines, notes } = await follow(target, { until: 60_000 });
      expect(lines).toContain('app: one');
      expect(notes).toEqual([expect.stringMatching(/ Reading goes on\.$/)]);
    },
    30_000,
  );

  test('a denied call ends it, and names what is missing', async () => {
    const { ecs, follow } = await stage();
    const { target } = ecs.task({});
    ecs.fail('FilterLogEvents', { kind: 'denied' });
    await expect(follow(target)).rejects.toMatchObject({
      kind: 'access-denied',
      sentence: expect.stringContaining('logs:FilterLogEvents'),
    });
  });

  test('an expired session ends it', async () => {
    const { ecs, follow } = await stage();
    const { target } = ecs.task({});
    ecs.fail('FilterLogEvents', { kind: 'expired' });
    await expect(follow(target)).rejects.toMatchObject({ kind: 'token-expired' });
  });

  test('no line of a log reaches ours', async () => {
    const { ecs, follow, log } = await stage();
    const { target, stream } = ecs.task({ status: 'STOPPED' });
    ecs.log(group, stream('app'), 'canary-line', ecs.clock.now() - 30 * minute);
    ecs.fail('FilterLogEvents', { kind: 'server', times: 3 });
    expect((await follow(target)).own).toEqual(['app: canary-line']);
    expect(log.lines.join('\n')).not.toContain('canary');
  });
});

describe('a document', () => {
  test('has all lines of the time, oldest first', async () => {
    const { ecs, collect } = await stage();
    const { target, stream } = ecs.task({ status: 'STOPPED', containers: ['app', 'db'] });
    const began = ecs.clock.now() - 30 * minute;
    ecs.log(group, stream('db'), 'second', began + 2_000);
    ecs.log(group, stream('app'), 'first', began + 1_000);
    const id = stream('').slice(-32, -24);
    expect(await collect(target)).toBe(
      `# All Lines\n2026-01-15T08:30:01.000Z ${id} app first\n2026-01-15T08:30:02.000Z ${id} db second\n`,
    );
  });

  test('only with a text, and only of a time', async () => {
    const { ecs, collect } = await stage();
    const { target, stream } = ecs.task({});
    const now = ecs.clock.now();
    ecs.log(group, stream('app'), 'GET / "a" 200', now - 20 * minute);
    ecs.log(group, stream('app'), 'GET / "b" 500', now - 10 * minute);
    ecs.log(group, stream('app'), 'GET / "c" 200', now - 5 * minute);
    const last = { label: 'Last 15 Minutes', back: 15 * minute };
    expect(await collect(target, last)).toMatch(/^# Last 15 Minutes\n.* "b" 500\n.* "c" 200\n$/);
    expect(await collect(target, { ...last, text: '" 5' })).toMatch(/^# .*\n# Only lines with: " 5\n.* "b" 500\n$/);
  });

  test('says what is left out of too many lines', async () => {
    const { ecs, collect } = await stage();
    const { target, stream } = ecs.task({});
    for (let at = 0; at < 20; at += 1) ecs.log(group, stream('app'), `line ${at}`, ecs.clock.now() - minute + at);
    const text = await collect(target, { label: 'All Lines' }, { lines: 5, calls: 10 });
    expect(text.match(/^2026/gm)).toHaveLength(5);
    expect(text).toMatch(/ line 19\n$/);
    expect(text).toContain('# Only the last 5 lines are here: older ones are left out.\n');
  });

  test('says that a group is not there, and where other logs are', async () => {
    const { ecs, collect } = await stage();
    expect(await collect(ecs.task({ status: 'PROVISIONING' }).target)).toBe(
      '# All Lines\n# The log group /ecs/web does not exist.\n# There are no lines.\n',
    );
    expect(await collect(ecs.task({ logDriver: 'journald' }).target)).toBe(
      '# All Lines\n# The log of app is in the journal of its container instance.\n# There are no lines.\n',
    );
  });

  test('stops after so many calls', async () => {
    const { ecs, collect } = await stage();
    const { target, stream } = ecs.task({ containers: ['app', 'db'] });
    ecs.log(group, stream('app'), 'one', ecs.clock.now());
    const text = await collect(target, { label: 'All Lines' }, { ...collectLimits, calls: 1 });
    expect(ecs.count('FilterLogEvents')).toBe(1);
    expect(text).toMatch(/^# All Lines\n# Older lines of web\/db\/[0-9a-f]{32} are left out\.\n.* app one\n$/);
  });

  test('cancelled, it has what was read, and says so', async () => {
    const { ecs, collect } = await stage();
    const { target, stream } = ecs.task({ containers: ['app', 'db'] });
    ecs.log(group, stream('app'), 'one', ecs.clock.now());
    ecs.log(group, stream('db'), 'two', ecs.clock.now());
    const stop = createStop();
    const text = await collect(target, { label: 'All Lines' }, collectLimits, stop.signal, () => stop.now());
    expect(text).toMatch(/^# All Lines\n# Reading was cancelled: lines are left out\.\n.* app one\n$/);
  });
});

function isLogs({ operation }: { readonly operation: string }): boolean {
  return operation === 'FilterLogEvents';
}
