import { describe, expect, test } from 'vitest';
import { parts, type Source } from '../../client/src/aws/parts';
import { LiveFailure } from '../../client/src/live/failure';
import type { Pages, Part } from '../../client/src/live/ports';
import { connected } from './support/stage';

const bodies = (requests: readonly { operation: string; body: unknown }[], operation: string): unknown[] =>
  requests.filter((it) => it.operation === operation).map(({ body }) => body);

/** Every part, a hundred rows at a time. */
async function read<T>(pages: Pages<T>): Promise<readonly Part<T>[]> {
  const all: Part<T>[] = [];
  do all.push(await pages.next(100));
  while (all.at(-1)?.more);
  return all;
}

const arns = (shown: readonly Part<{ readonly arn: string }>[]): readonly string[] =>
  shown.flatMap(({ items }) => items.map(({ arn }) => arn));

describe('large lists', () => {
  test('250 clusters are three requests to list and three to describe', async () => {
    const { ecs, gateway } = await connected();
    ecs.addManyClusters(250);
    const { items, more } = await gateway.clusterPages().next(1_000);
    expect([items.length, more]).toEqual([250, false]);
    expect(ecs.requests.map(({ operation }) => operation).toSorted()).toEqual([
      ...Array(3).fill('DescribeClusters'),
      ...Array(3).fill('ListClusters'),
    ]);
  });

  test('of 10,000 clusters the first hundred are two requests, and each hundred more as many', async () => {
    const { ecs, gateway } = await connected();
    ecs.addManyClusters(10_000);
    const pages = gateway.clusterPages();
    expect((await pages.next(100)).items).toHaveLength(100);
    expect(ecs.requests).toHaveLength(2);
    const { items, more } = await pages.next(100);
    expect([items[0]?.name, items.length, more]).toEqual(['cluster-00100', 100, true]);
    expect(ecs.requests).toHaveLength(4);
  });

  test('of 5,000 services the first hundred are a page and ten batches', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyServices('shop', 5_000, { desiredCount: 0 });
    const { items, more } = await gateway.servicePages(cluster).next(100);
    expect([items.at(-1)?.name, items.length, more]).toEqual(['service-00099', 100, true]);
    expect([ecs.count('ListServices'), ecs.count('DescribeServices')]).toEqual([1, 10]);
  });

  test('of 10,000 tasks of a service the first thousand are there within a second, and every one is reached', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addService('shop', 'web', { desiredCount: 10_000 });
    await gateway.clusters();
    const filter = { serviceName: 'web', desiredStatus: 'RUNNING' } as const;
    const times: number[] = [];
    // The best of three, because other work may run beside this.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const before = performance.now();
      await gateway.taskPages(cluster, filter).next(1_000);
      times.push(performance.now() - before);
    }
    ecs.requests.length = 0;
    const pages = gateway.taskPages(cluster, filter);
    const before = performance.now();
    const first = await pages.next(1_000);
    times.push(performance.now() - before);
    expect(Math.min(...times)).toBeLessThan(1_000);
    expect(first.items).toHaveLength(1_000);
    expect([ecs.count('ListTasks'), ecs.count('DescribeTasks')]).toEqual([10, 10]);
    const rest = await read(pages);
    expect(new Set(arns([first, ...rest])).size).toBe(10_000);
    expect(ecs.mostAtOnce()).toBeLessThanOrEqual(4);
  }, 30_000);

  test('of thousands of revisions the newest hundred are one request', async () => {
    const { ecs, gateway } = await connected();
    ecs.addManyRevisions('web', 2_000);
    ecs.addManyRevisions('web-admin', 1);
    const { items, more } = await gateway.revisionPages('web', 'ACTIVE').next(100);
    expect([items[0]?.split('/')[1], items.length, more]).toEqual(['web:2000', 100, true]);
    expect(ecs.requests).toHaveLength(1);
  });

  test('four calls are under way at the same time, not more', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyServices('shop', 200);
    ecs.fail('DescribeServices', { kind: 'slow', milliseconds: 20 });
    await Promise.all([gateway.services(cluster), gateway.clusters()]);
    expect(ecs.mostAtOnce()).toBe(4);
  });
});

describe('a failure in the midst of a list', () => {
  test('leaves what was read, and the next call goes on where it stopped', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyTasks('shop', 250);
    const pages = gateway.taskPages(cluster, {});
    const first = await pages.next(100);
    ecs.fail('ListTasks', { kind: 'denied' });
    await expect(pages.next(100)).rejects.toMatchObject({ kind: 'access-denied' });
    ecs.heal();
    ecs.requests.length = 0;
    const rest = await read(pages);
    expect(new Set(arns([first, ...rest])).size).toBe(250);
    expect(bodies(ecs.requests, 'ListTasks')).toEqual([
      expect.objectContaining({ nextToken: expect.any(String) }),
      expect.objectContaining({ nextToken: expect.any(String) }),
    ]);
  });

  test('is told beside the pages before it', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyTasks('shop', 250);
    const pages = gateway.taskPages(cluster, {});
    ecs.fail('ListTasks', { kind: 'slow', milliseconds: 0, times: 2 });
    ecs.fail('ListTasks', { kind: 'denied', times: 1 });
    const part = await pages.next(1_000);
    expect(part).toMatchObject({ more: true, failure: { kind: 'access-denied', details: { operation: 'ListTasks' } } });
    expect(part.items).toHaveLength(200);
    expect((await pages.next(1_000)).items).toHaveLength(50);
  });

  test('of one batch costs its ten services, until the next call', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyServices('shop', 60);
    const pages = gateway.servicePages(cluster);
    ecs.fail('DescribeServices', { kind: 'denied', times: 1 });
    const part = await pages.next(100);
    expect([part.items.length, part.more, part.failure?.kind]).toEqual([50, true, 'access-denied']);
    const again = await pages.next(100);
    expect([again.items.length, again.more, again.failure]).toEqual([10, false, undefined]);
    expect(new Set(arns([part, again])).size).toBe(60);
    expect(ecs.count('ListServices')).toBe(1);
  });

  test('of every batch is thrown, and loses nothing', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyServices('shop', 30);
    const pages = gateway.servicePages(cluster);
    ecs.fail('DescribeServices', { kind: 'denied' });
    await expect(pages.next(100)).rejects.toMatchObject({ kind: 'access-denied' });
    ecs.heal();
    expect((await pages.next(100)).items).toHaveLength(30);
  });

  test('makes the whole list fail where the whole is wanted', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyServices('shop', 60);
    ecs.fail('DescribeServices', { kind: 'denied', times: 1 });
    await expect(gateway.services(cluster)).rejects.toMatchObject({ kind: 'access-denied' });
  });

  test('that is a cancellation is thrown; what had come by then is kept', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyServices('shop', 20);
    const pages = gateway.servicePages(cluster);
    ecs.fail('DescribeServices', { kind: 'slow', milliseconds: 0, times: 1 });
    ecs.fail('DescribeServices', { kind: 'hang', times: 1 });
    const controller = new AbortController();
    const cut = pages.next(100, controller.signal);
    setTimeout(() => controller.abort(), 100);
    await expect(cut).rejects.toMatchObject({ kind: 'cancelled' });
    const part = await pages.next(100);
    expect(new Set(arns([part])).size).toBe(20);
    expect(ecs.count('DescribeServices')).toBe(3);
  });
});

describe('what is left out', () => {
  test('is what was deleted, and others are read in its place', async () => {
    const { ecs, gateway } = await connected();
    ecs.addCluster('a', { status: 'INACTIVE' });
    for (const name of ['b', 'c', 'd']) ecs.addCluster(name);
    const pages = gateway.clusterPages();
    expect((await pages.next(2)).items.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(await pages.next(2)).toMatchObject({ items: [{ name: 'd' }], more: false });
  });

  test('is not what could not be described', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop');
    ecs.addManyTasks('shop', 3);
    ecs.fail('DescribeTasks', { kind: 'partial' });
    const { items, failures } = await gateway.taskPages(cluster, {}).next(100);
    expect([items.length, failures.map(({ reason }) => reason)]).toEqual([2, ['MISSING']]);
  });
});

// What no endpoint does on demand.
describe('a list that', () => {
  const source = (pages: (token: string | undefined) => readonly [readonly string[], string?]): Source<string> => ({
    batch: 2,
    list: async (token) => {
      const [items, nextToken] = pages(token);
      return { items, nextToken };
    },
    describe: async (items) => ({ items, failures: [] }),
  });

  test('goes round ends', async () => {
    const pages = parts(
      source((token) => (token === 'a' ? [['2'], 'b'] : token === 'b' ? [['3'], 'a'] : [['1'], 'a'])),
    );
    expect(await pages.next(100)).toEqual({ items: ['1', '2', '3'], failures: [], more: false });
  });

  test('has an empty page goes on', async () => {
    const pages = parts(source((token) => (token ? [['1']] : [[], 'a'])));
    expect(await pages.next(1)).toEqual({ items: ['1'], failures: [], more: false });
  });

  test('shifts between pages gives no row twice', async () => {
    const pages = parts(source((token) => (token ? [['2', '3']] : [['1', '2'], 'a'])));
    expect((await pages.next(100)).items).toEqual(['1', '2', '3']);
  });

  test('no longer knows its token begins again, without what was there', async () => {
    const refused = new LiveFailure('invalid', 'Invalid token.', 'show-log');
    const seen: (string | undefined)[] = [];
    const pages = parts(
      source((token) => {
        seen.push(token);
        if (token === 'old') throw refused;
        if (token) return [['3']];
        return [['1', '2'], seen.length > 1 ? 'new' : 'old'];
      }),
    );
    expect((await pages.next(2)).items).toEqual(['1', '2']);
    expect(await pages.next(2)).toEqual({ items: ['3'], failures: [], more: false });
    expect(seen).toEqual([undefined, 'old', undefined, 'new']);
  });

  test('knows none of its tokens says so', async () => {
    const refused = new LiveFailure('invalid', 'Invalid token.', 'show-log');
    const pages = parts(
      source((token) => {
        if (token) throw refused;
        return [['1'], 'a'];
      }),
    );
    expect(await pages.next(5)).toEqual({ items: ['1'], failures: [], more: true, failure: refused });
    await expect(pages.next(5)).rejects.toBe(refused);
  });

  test('is asked twice at the same time gives no row twice', async () => {
    const pages = parts(source((token) => (token ? [['3', '4']] : [['1', '2'], 'a'])));
    const [first, second] = await Promise.all([pages.next(2), pages.next(2)]);
    expect([first.items, second.items]).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});
