import { describe, expect, test } from 'vitest';
import { clusterRows } from '../../client/src/live/tree/clusters';
import type { TreeNode } from '../../client/src/live/tree/node';
import { createTreeStore } from '../../client/src/live/tree/store';
import { node } from './support/outline';
import { connected, t, testLog } from './support/stage';

/** The view over the fake, as VS Code drives it. */
async function view() {
  const { ecs, gateway } = await connected();
  const drawn: (string | undefined)[] = [];
  const log = testLog();
  const store = createTreeStore(
    () => clusterRows(async () => gateway, t, ecs.clock.now),
    (it) => drawn.push(it?.label),
    log,
    t,
  );
  const at = async (...labels: string[]): Promise<TreeNode> => {
    let rows = await store.children();
    for (const label of labels.slice(0, -1)) rows = await store.children(node(rows, label));
    return node(rows, labels.at(-1) ?? '');
  };
  return { ecs, store, drawn, log, at };
}

const moreOf = (rows: readonly TreeNode[]): TreeNode | undefined => rows.find(({ context }) => context === 'more');

describe('Load more', () => {
  test('10,000 tasks: the first thousand within a second, every one reached, in place', async () => {
    const { ecs, store, drawn, at } = await view();
    ecs.addCluster('shop', { containerInstances: 0 });
    ecs.addService('shop', 'web', { desiredCount: 10_000 });
    const tasks = await at('shop', 'web', 'Tasks');
    const heap = process.memoryUsage().heapUsed;
    const begun = performance.now();
    const first = await store.children(tasks);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(first).toHaveLength(1_001);
    expect(first.at(-1)).toMatchObject({
      label: 'Load more… (1,000 shown)',
      context: 'more',
      command: { id: 'taskdef.node.more' },
    });
    let rows = first;
    for (let more = moreOf(rows); more; more = moreOf(rows)) {
      await store.more(more);
      rows = await store.children(tasks);
    }
    expect(new Set(rows.map(({ arn }) => arn)).size).toBe(10_000);
    // Rows that were there are the same: what is open or selected stays so.
    const now = new Set(rows);
    expect(first.slice(0, -1).every((it) => now.has(it))).toBe(true);
    expect(new Set(drawn)).toEqual(new Set(['Tasks']));
    expect((process.memoryUsage().heapUsed - heap) / 2 ** 20).toBeLessThan(100);
  }, 60_000);

  test('a double click reads one part; a failure is said, and the next click goes on', async () => {
    const { ecs, store } = await view();
    ecs.addManyClusters(1_200);
    const first = await store.children();
    const more = moreOf(first);
    if (!more) throw new Error('No row for more');
    ecs.fail('ListClusters', { kind: 'denied', times: 1 });
    await Promise.all([store.more(more), store.more(more)]);
    const failed = await store.children();
    expect(failed.slice(1_000).map(({ context }) => context)).toEqual(['error;access-denied', 'remedy', 'more']);
    await store.more(node(failed, 'Load more… (1,000 shown)'));
    const whole = await store.children();
    expect(whole.map(({ context }) => context).filter((it) => !it.startsWith('cluster'))).toEqual([]);
    expect(whole).toHaveLength(1_200);
  });

  test('a filtered list says what was read', async () => {
    const { ecs, store, at } = await view();
    ecs.addCluster('shop', { containerInstances: 0 });
    ecs.addTask('shop');
    ecs.addService('shop', 'web', { desiredCount: 1_100 });
    const rows = await store.children(await at('shop', 'Tasks'));
    expect(rows.map(({ context }) => context)).toEqual(['task;running', 'more']);
    expect(rows[1]?.label).toBe('Load more… (1 of 1,000 read are shown)');
  }, 20_000);

  test('a list that is read again is as long as before', async () => {
    const { ecs, store } = await view();
    ecs.addManyClusters(2_500);
    const first = moreOf(await store.children());
    if (!first) throw new Error('No row for more');
    await store.more(first);
    expect(await store.children()).toHaveLength(2_001);
    store.refresh();
    const again = await store.children();
    expect(again.at(-1)?.label).toBe('Load more… (2,000 shown)');
    expect(new Set(again.map(({ id }) => id)).size).toBe(2_001);
  });

  test('a part that comes after a refresh is dropped', async () => {
    const { ecs, store } = await view();
    ecs.addManyClusters(1_200);
    const more = moreOf(await store.children());
    if (!more) throw new Error('No row for more');
    const reading = store.more(more);
    store.refresh();
    const rows = await store.children();
    await reading;
    expect(await store.children()).toBe(rows);
    expect(rows).toHaveLength(1_001);
  });
});

describe('refresh of a row', () => {
  test('reads the row and, when it is open, what is below it; nothing else', async () => {
    const { ecs, store, drawn, at } = await view();
    ecs.addCluster('shop', { containerInstances: 0 });
    ecs.addCluster('other');
    ecs.addTask('shop', { status: 'PROVISIONING' });
    const shop = await at('shop');
    await store.children(shop);
    ecs.requests.length = 0;
    ecs.clock.advance(60_000);
    await store.reread(shop);
    expect(drawn).toEqual(['shop']);
    await store.children(shop);
    expect(ecs.requests.map(({ operation }) => operation)).toEqual(['DescribeClusters', 'ListServices']);
    expect(store.latest(shop)).toMatchObject({ id: shop.id, description: '0 services, 1 task running' });
  });

  test('of a task reads the task, and its containers with it', async () => {
    const { ecs, store, at } = await view();
    ecs.addCluster('shop');
    ecs.addTask('shop', { status: 'PROVISIONING' });
    const [task] = await store.children(await at('shop', 'Tasks'));
    if (!task) throw new Error('No task');
    await store.children(task);
    ecs.requests.length = 0;
    ecs.clock.advance(60_000);
    await store.reread(task);
    expect((await store.children(task)).map(({ description }) => description)).toEqual(['running', 'running']);
    expect(ecs.requests.map(({ operation }) => operation)).toEqual(['DescribeTasks']);
  });

  test('of what is gone reads what stands beside it; of what cannot be read leaves it', async () => {
    const { ecs, store, drawn, at } = await view();
    ecs.addCluster('shop');
    ecs.addService('shop', 'web');
    const service = await at('shop', 'web');
    ecs.fail('DescribeServices', { kind: 'denied', times: 1 });
    await store.reread(service);
    expect(store.latest(service)).toBe(service);
    ecs.removeService('shop', 'web');
    await store.reread(service);
    expect(drawn).toEqual(['web', 'shop']);
    expect((await store.children(await at('shop'))).map(({ label }) => label)).toContain('No services');
  });
});

test('a bug below a row is logged and becomes a row', async () => {
  const log = testLog();
  const broken: TreeNode = {
    id: 'a',
    label: 'a',
    icon: { name: 'x' },
    accessibleLabel: 'a',
    context: 'a',
    children: () => Promise.reject(new TypeError('x is undefined')),
  };
  const store = createTreeStore(
    async () => [broken],
    () => undefined,
    log,
    t,
  );
  const [row] = await store.children(broken);
  expect(row).toMatchObject({ id: 'a>bug', context: 'bug', command: { id: 'taskdef.log.show' } });
  expect(log.lines).toHaveLength(1);
});

test('opening the view with 250 clusters is three lists and three descriptions', async () => {
  const { ecs, store } = await view();
  ecs.addManyClusters(250);
  expect(await store.children()).toHaveLength(250);
  const operations = ecs.requests.map(({ operation }) => operation).toSorted();
  expect(operations).toEqual([...Array(3).fill('DescribeClusters'), ...Array(3).fill('ListClusters')]);
});
