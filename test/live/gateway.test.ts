import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createGateway } from '../../client/src/aws/index';
import { allPages } from '../../client/src/aws/pages';
import type { Change } from '../../client/src/live/change';
import { limiter } from '../../client/src/live/limit';
import { connected, t, testLog, useEndpoint, web } from './support/stage';

const sizes = (requests: readonly { operation: string; body: unknown }[], operation: string, key: string): number[] =>
  requests
    .filter((it) => it.operation === operation)
    .map(({ body }) => (body as Record<string, readonly unknown[]>)[key]?.length ?? 0);

describe('lists', () => {
  test('services in pages of 100 and batches of 10', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyServices('shop', 123);
    const { items } = await gateway.services(cluster);
    expect(items).toHaveLength(123);
    expect(ecs.count('ListServices')).toBe(2);
    expect(sizes(ecs.requests, 'DescribeServices', 'services').toSorted()).toEqual(
      [...Array(12).fill(10), 3].toSorted(),
    );
  });

  test('tasks in pages and batches of 100', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyTasks('shop', 230);
    const { items } = await gateway.tasks(cluster, { desiredStatus: 'RUNNING' });
    expect(new Set(items.map(({ arn }) => arn)).size).toBe(230);
    expect(sizes(ecs.requests, 'DescribeTasks', 'tasks').toSorted()).toEqual([100, 100, 30]);
  });

  test('an empty page with a token is not the end', async () => {
    const { ecs, gateway } = await connected();
    ecs.addManyClusters(3);
    ecs.fail('ListClusters', { kind: 'empty-page', times: 1 });
    expect((await gateway.clusters()).items).toHaveLength(3);
  });

  test('a token that comes again ends the list, and nothing is in it twice', async () => {
    const tokens = ['a', 'b', 'a'];
    const pages = [['1'], ['2'], ['1', '3']];
    const items = await allPages<string>(
      (it) => it,
      async () => ({ items: pages.shift(), nextToken: tokens.shift() }),
    );
    expect(items).toEqual(['1', '2', '3']);
  });

  test('nothing to describe is not asked for', async () => {
    const { ecs, gateway } = await connected();
    expect(await gateway.clusters()).toEqual({ items: [], failures: [] });
    expect(ecs.count('DescribeClusters')).toBe(0);
  });

  test('a throttled page is asked for again', async () => {
    const { ecs, gateway } = await connected();
    ecs.addManyClusters(2);
    ecs.fail('ListClusters', { kind: 'throttled', times: 1 });
    expect((await gateway.clusters()).items).toHaveLength(2);
    expect(ecs.count('ListClusters')).toBe(2);
  }, 20_000);

  test('failures come along', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    const arn = 'arn:aws:ecs:us-east-1:111122223333:task/shop/00000000000000000000000000000000';
    const { items, failures } = await gateway.describeTasks(cluster, [ecs.addTask('shop'), arn]);
    expect(items).toHaveLength(1);
    expect(failures).toEqual([{ arn, reason: 'MISSING' }]);
  });
});

test('at most four calls are under way, and a failed one makes room', async () => {
  const limited = limiter(4);
  let now = 0;
  let most = 0;
  const work = async (fails: boolean): Promise<void> => {
    now += 1;
    most = Math.max(most, now);
    await delay(2);
    now -= 1;
    if (fails) throw new Error('no');
  };
  const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => limited(() => work(i % 3 === 0))));
  expect(settled).toHaveLength(20);
  expect([most, now]).toEqual([4, 0]);
});

describe('a call ends', () => {
  test('when it is cancelled', async () => {
    const { ecs, gateway } = await connected();
    ecs.fail('ListClusters', { kind: 'hang' });
    const controller = new AbortController();
    const listing = gateway.clusters(controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(listing).rejects.toMatchObject({ kind: 'cancelled' });
  });

  test('when it was cancelled before, by a signal that is not the platform’s', async () => {
    const { ecs, gateway } = await connected();
    const aborted = { aborted: true, addEventListener: () => undefined, removeEventListener: () => undefined };
    await expect(gateway.clusters(aborted)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(ecs.requests).toEqual([]);
  });

  test('when no answer comes in time', async () => {
    const { ecs, gateway } = await connected({ timeouts: { connect: 200, request: 200 } });
    ecs.fail('ListClusters', { kind: 'hang' });
    await expect(gateway.clusters()).rejects.toMatchObject({ kind: 'timeout', action: 'retry' });
    expect(ecs.count('ListClusters')).toBe(3);
  }, 20_000);
});

test('a gateway that is left ends its calls first, and still serves a run that watches', async () => {
  const { ecs, gateway } = await connected();
  const cluster = ecs.addCluster('shop');
  const task = ecs.addTask('shop');
  ecs.fail('StopTask', { kind: 'slow', milliseconds: 200 });
  const stopping = gateway.stopTask({ cluster, task, reason: 'x' });
  await expect.poll(() => ecs.count('StopTask')).toBe(1);
  gateway.dispose();
  await expect(stopping).resolves.toMatchObject({ arn: task });
  expect((await gateway.describeTasks(cluster, [task])).items).toHaveLength(1);
  await expect.poll(ecs.connections).toBe(0);
});

describe('what changes something is sent', () => {
  test.each(['reset', 'reset-after-commit', 'server', 'throttled', 'html'] as const)(
    'once to register when it ends in %s',
    async (kind) => {
      const { ecs, gateway } = await connected();
      ecs.fail('RegisterTaskDefinition', { kind });
      const failure = await gateway.register(web).catch((error: unknown) => error);
      expect(failure).toMatchObject({ details: { operation: 'RegisterTaskDefinition' } });
      expect(ecs.count('RegisterTaskDefinition')).toBe(1);
      const maybe = (failure as { details: { maybeApplied?: boolean } }).details.maybeApplied ?? false;
      expect(maybe).toBe(kind !== 'throttled');
    },
  );

  test('once to stop a task', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.fail('StopTask', { kind: 'server' });
    await expect(gateway.stopTask({ cluster, task: ecs.addTask('shop'), reason: 'x' })).rejects.toMatchObject({
      kind: 'server',
    });
    expect(ecs.count('StopTask')).toBe(1);
  });
});

test('while changes are switched off, none is sent, and reads go on', async () => {
  const state = { readOnly: true };
  const { ecs, gateway, log } = await connected({ readOnly: () => state.readOnly });
  const clusterArn = ecs.addCluster('shop');
  const task = ecs.addTask('shop');
  const of = { cluster: clusterArn, clientToken: 'x' };
  const deployment = { serviceDeploymentArn: `${clusterArn}/web/1` };
  // Named by `Change`, so that an operation that is added to it has to be added here.
  const changes: Readonly<Record<Change['operation'], () => Promise<unknown>>> = {
    RegisterTaskDefinition: () => gateway.register(web),
    DeregisterTaskDefinition: () => gateway.deregister('web:1'),
    RunTask: () => gateway.runTask({ ...of, taskDefinition: 'web:1', launchType: 'FARGATE' }),
    StopTask: () => gateway.stopTask({ cluster: clusterArn, task, reason: 'x' }),
    CreateService: () => gateway.createService({ ...of, serviceName: 'web' }),
    UpdateService: () => gateway.updateService({ cluster: clusterArn, service: 'web' }),
    StopServiceDeployment: () => gateway.stopServiceDeployment({ ...deployment, stopType: 'ROLLBACK' }),
    ContinueServiceDeployment: () =>
      gateway.continueServiceDeployment({ ...deployment, hookId: 'x', action: 'CONTINUE' }),
  };
  for (const [operation, change] of Object.entries(changes)) {
    await expect(change()).rejects.toMatchObject({
      kind: 'read-only',
      action: 'open-settings',
      sentence: expect.stringMatching(new RegExp(`^${operation} was not sent`)),
      details: { operation },
    });
  }
  expect([ecs.requests, log.lines]).toEqual([[], []]);
  expect((await gateway.clusters()).items).toHaveLength(1);
  state.readOnly = false;
  await expect(changes.StopTask()).resolves.toMatchObject({ arn: task });
});

describe('the newest revision', () => {
  test('is the newest active one, with its tags, as RegisterTaskDefinition takes it', async () => {
    const { ecs, gateway } = await connected();
    const tags = [{ key: 'team', value: 'shop' }];
    ecs.addTaskDefinition({ ...structuredClone(web), tags } as never);
    ecs.deregister(ecs.addTaskDefinition(structuredClone(web) as never));
    const newest = await gateway.newestRevision('web');
    expect(newest).toMatchObject({ family: 'web', revision: 1, definition: { family: 'web', tags } });
    for (const key of ['taskDefinitionArn', 'revision', 'status', 'registeredAt', 'registeredBy', 'compatibilities']) {
      expect(newest?.definition).not.toHaveProperty(key);
    }
  });

  test('is undefined for a family without one', async () => {
    const { gateway } = await connected();
    expect(await gateway.newestRevision('nothing')).toBeUndefined();
  });
});

test('a subnet and a security group as the pickers need them', async () => {
  const { gateway } = await connected();
  const subnets = await gateway.subnets();
  expect(subnets.map(({ name, public: open }) => [name, open])).toEqual([
    [undefined, true],
    [undefined, true],
    ['shop-private', false],
  ]);
  const groups = await gateway.securityGroups(subnets[2]?.vpcId ?? '');
  expect(groups.map(({ name }) => name)).toEqual(['default']);
});

test('no region: nothing is made', () => {
  useEndpoint(undefined);
  expect(() => createGateway({}, testLog(), { t })).toThrow(
    expect.objectContaining({ kind: 'no-region', action: 'pick-connection' }),
  );
});
