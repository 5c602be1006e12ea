import { expect, onTestFinished, test } from 'vitest';
import type { Clock } from '../../client/src/live/ports';
import { nextWait } from '../../client/src/live/refresh/policy';
import { createRefresher } from '../../client/src/live/refresh/refresher';
import { createShown, moves } from '../../client/src/live/refresh/shown';
import { clusterRows } from '../../client/src/live/tree/clusters';
import type { TreeNode } from '../../client/src/live/tree/node';
import { createTreeStore } from '../../client/src/live/tree/store';
import { type VirtualClock, virtualClock } from '../support/fake-ecs/clock';
import { node } from './support/outline';
import { connected, t, testLog } from './support/stage';

const HOUR = 3_600_000;

test('waits double up to a minute while nothing changes, and begin again on a change', () => {
  const waits = [5_000];
  while (waits.length < 7) waits.push(nextWait(waits.at(-1) ?? 0, false, 5_000));
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  expect(nextWait(60_000, true, 5_000)).toBe(5_000);
  expect(nextWait(300_000, false, 300_000)).toBe(300_000);
});

test('an idle hour in which nothing moves sends nothing', async () => {
  const view = await shop();
  view.ecs.addTask('shop');
  await view.show('shop', 'Tasks');
  const seen = view.ecs.requests.length;
  await view.pass(HOUR);
  expect(view.ecs.requests.length - seen).toBe(0);
});

test('an hour in which something moves and never changes: 62 reads of one list', async () => {
  const view = await synthetic(async () => [row('web', 'service;deploying')]);
  await view.show('shop');
  view.reads.length = 0;
  await view.pass(HOUR);
  // After 5, 15, 35, 75 and 135 seconds, then once a minute.
  expect(view.reads).toEqual(Array.from({ length: 62 }, () => 'shop'));
});

test('a task that starts is followed to RUNNING, then it is quiet', async () => {
  const view = await shop();
  view.ecs.addTask('shop', { status: 'PROVISIONING' });
  await view.show('shop', 'Tasks');
  const states = (): readonly string[] => view.rows('Tasks').map(({ context }) => context);
  expect(states()).toEqual(['task;starting']);
  await view.pass(60_000);
  expect(states()).toEqual(['task;running']);
  // Beside the task only its cluster, which counts it: neither the clusters nor the services, nor the list of tasks.
  expect(view.latest('shop').description).toBe('0 services, 1 task running, 2 instances');
  expect([view.ecs.count('ListClusters'), view.ecs.count('ListServices'), view.ecs.count('ListTasks')]).toEqual([
    1, 1, 2,
  ]);
  const seen = view.ecs.requests.length;
  await view.pass(HOUR);
  expect(view.ecs.requests.length - seen).toBe(0);
});

test('a cluster that cannot be read while its task starts stays as it was', async () => {
  const view = await shop();
  view.ecs.addTask('shop', { status: 'PROVISIONING' });
  view.ecs.fail('DescribeClusters', { kind: 'denied' });
  await view.show('shop', 'Tasks');
  await view.pass(60_000);
  expect(view.rows('Tasks').map(({ context }) => context)).toEqual(['task;running']);
  expect(view.latest('shop').description).toBe('0 services, 0 tasks running, 2 instances');
});

test('a deployment is followed to its end with what is open below it; the services beside it are not read', async () => {
  const view = await shop();
  view.ecs.addManyServices('shop', 150);
  view.ecs.addTaskDefinition({ family: 'api', containerDefinitions: [{ name: 'api', image: 'api', memory: 64 }] });
  view.ecs.addService('shop', 'web');
  view.ecs.deploy('shop', 'web', 'api');
  await view.show('shop', 'web', 'Deployments');
  expect(view.rows('shop')[0]).toMatchObject({ label: 'web', context: 'service;deploying' });
  const lists = view.ecs.count('ListServices');
  await view.pass(2 * 60_000);
  expect(view.latest('web')).toMatchObject({ context: 'service' });
  expect(view.rows('Deployments')[0]).toMatchObject({ description: expect.stringContaining('completed') });
  expect(view.ecs.count('ListServices')).toBe(lists);
  expect(view.latest('shop').description).toMatch(/^151 services, 151 tasks running,/);
  const seen = view.ecs.requests.length;
  await view.pass(HOUR);
  expect(view.ecs.requests.length - seen).toBe(0);
});

test('many that move are read as one list', () => {
  const shown = createShown();
  const cluster = row('shop', 'cluster');
  const tasks = Array.from({ length: 5 }, (_, at) => ({
    ...row(`${at}`, 'task;starting'),
    again: async () => undefined,
  }));
  shown.read(undefined, [cluster]);
  shown.opened('shop');
  shown.read(cluster, tasks.slice(0, 4));
  expect(shown.movingParts()).toEqual(tasks.slice(0, 4));
  shown.read(cluster, tasks);
  expect(shown.movingParts()).toEqual([cluster]);
});

test.each(['hidden', 'switched off', 'closed row'] as const)('%s: nothing is sent', async (how) => {
  const view = await synthetic(async () => [row('web', 'service;deploying')]);
  await view.show('shop');
  view.reads.length = 0;
  await view.pass(5_000);
  expect(view.reads).toHaveLength(1);
  if (how === 'hidden') view.state.watched = false;
  if (how === 'switched off') view.state.interval = 0;
  if (how === 'closed row') view.close('shop');
  view.look();
  await view.pass(HOUR);
  expect(view.reads).toHaveLength(1);
  view.state.watched = true;
  view.state.interval = 5_000;
  view.open('shop');
  view.look();
  await view.pass(5_000);
  expect(view.reads).toHaveLength(2);
});

test('a slow read is never joined by a second one, and is left to its end when the view is hidden', async () => {
  const late: { answer?: (rows: readonly TreeNode[]) => void } = {};
  const answers = [Promise.resolve([row('web', 'service;deploying')])];
  const second = new Promise<readonly TreeNode[]>((resolve) => {
    late.answer = resolve;
  });
  const view = await synthetic(() => answers.shift() ?? second);
  await view.show('shop');
  view.reads.length = 0;
  await view.pass(5_000);
  for (let times = 0; times < 3; times += 1) {
    view.state.watched = times % 2 === 1;
    view.look();
    await view.pass(60_000);
  }
  expect(view.reads).toEqual(['shop']);
  late.answer?.([row('web', 'service')]);
  await view.pass(HOUR);
  expect(view.reads).toEqual(['shop']);
  expect(view.rows('shop').map(({ context }) => context)).toEqual(['service']);
});

test('what stands below a part that moves is read with it, not by itself', () => {
  const shown = createShown();
  const [cluster, web] = [row('shop', 'cluster'), row('web', 'service;deploying')];
  shown.read(undefined, [cluster]);
  shown.read(cluster, [web]);
  shown.read(web, [row('task', 'task;starting')]);
  shown.opened('shop');
  shown.opened('web');
  expect(shown.movingParts().map(({ id }) => id)).toEqual(['shop']);
  shown.read(cluster, [{ ...web, context: 'service' }]);
  expect(shown.movingParts().map(({ id }) => id)).toEqual(['web']);
  shown.read(cluster, []);
  expect([shown.movingParts(), shown.rows('web')]).toEqual([[], undefined]);
});

test.each([
  ['service;deploying', true],
  ['service;deploying;favourite', true],
  ['task;stopping', true],
  ['deployment;pending', true],
  ['service', false],
  ['task;running', false],
  ['service;failing', false],
])('%s moves: %s', (context, expected) => {
  expect(moves(row('it', context))).toBe(expected);
});

function row(label: string, context: string): TreeNode {
  return { id: label, label, context, icon: { name: 'circle' }, accessibleLabel: label, children: async () => [] };
}

/** A view over a fake with the cluster `shop`. */
async function shop() {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  const view = await watch(ecs.clock, () => clusterRows(async () => gateway, t, ecs.clock.now));
  return { ecs, ...view };
}

/** A view of one cluster `shop`, whose services are what `services` answers. */
async function synthetic(services: () => Promise<readonly TreeNode[]>) {
  const reads: string[] = [];
  const cluster = {
    ...row('shop', 'cluster'),
    children: () => {
      reads.push('shop');
      return services();
    },
  };
  const view = await watch(virtualClock(), async () => [cluster]);
  return { reads, ...view };
}

/** A view without VS Code: asks for what is open when it is told of a change; rows are named by their labels. */
async function watch(time: VirtualClock, roots: () => Promise<readonly TreeNode[]>) {
  const state = { watched: true, interval: 5_000 };
  const timers = new Map<() => void, number>();
  const drawing = new Set<Promise<void>>();
  const clock: Clock = {
    now: time.now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          timers.delete(wake);
          resolve();
        };
        timers.set(wake, time.now() + milliseconds);
        signal?.addEventListener('abort', wake);
      }),
  };
  const tree = createTreeStore(roots, (node) => draw(node), testLog(), t);
  const shown = createShown(tree.latest);
  const ask = async (node: TreeNode | undefined): Promise<void> => {
    const rows = await tree.children(node);
    shown.read(node, rows);
    await Promise.all(rows.filter(({ id }) => shown.isOpen(id)).map(ask));
    refresher.look();
  };
  function draw(node: TreeNode | undefined): void {
    if (node && !shown.isOpen(node.id)) return;
    const work = ask(node).finally(() => drawing.delete(work));
    drawing.add(work);
  }
  const refresher = createRefresher({
    clock,
    shown,
    tree,
    interval: () => state.interval,
    watched: () => state.watched,
  });
  onTestFinished(() => refresher.dispose());
  await ask(undefined);
  const all = (rows: readonly TreeNode[] = shown.rows() ?? []): readonly TreeNode[] =>
    rows.flatMap((it) => [it, ...all(shown.rows(it.id) ?? [])]);
  const the = (label: string): TreeNode => node(all(), label);
  return {
    state,
    look: refresher.look,
    rows: (label: string) => (shown.rows(the(label).id) ?? []).map(tree.latest),
    latest: (label: string) => tree.latest(the(label)),
    open: (label: string) => shown.opened(the(label).id),
    close: (label: string) => shown.closed(the(label).id),
    show: async (...labels: readonly string[]) => {
      for (const label of labels) {
        shown.opened(the(label).id);
        await ask(the(label));
      }
    },
    /** Lets time pass, a second a step; what is sent meanwhile is answered before time goes on, if it is answered at all. */
    pass: async (milliseconds: number) => {
      for (let past = 0; past < milliseconds; past += 1_000) {
        time.advance(1_000);
        const due = [...timers].filter(([, at]) => at <= time.now());
        for (const [wake] of due) wake();
        await new Promise((resolve) => setImmediate(resolve));
        if (due.length > 0) await quiet();
      }
    },
  };

  async function quiet(): Promise<void> {
    // An answer that never comes must not stop the test.
    for (let times = 0; times < 20 && (drawing.size > 0 || timers.size === 0); times += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
