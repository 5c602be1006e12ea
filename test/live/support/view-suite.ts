import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createGateway, resolveConnection } from '../../../client/src/aws/index';
import { previousRevision, readRevision, revisionChoices } from '../../../client/src/live/definitions/revisions';
import { definitionRows } from '../../../client/src/live/definitions/rows';
import { comparedTexts, definitionText } from '../../../client/src/live/definitions/text';
import { arrange } from '../../../client/src/live/find/arrange';
import { type Place, places } from '../../../client/src/live/find/places';
import { reach } from '../../../client/src/live/find/reach';
import { clusterRows } from '../../../client/src/live/tree/clusters';
import type { TreeNode } from '../../../client/src/live/tree/node';
import { createTreeStore } from '../../../client/src/live/tree/store';
import { node, open, outline } from './outline';
import { t, testLog, useEndpoint } from './stage';

/**
 * An endpoint that holds, beside a cluster that was deleted:
 * - `idle`, with nothing in it;
 * - `machines`, with one instance and a task of `agent` on it;
 * - `mixed`, with the capacity providers FARGATE (base 1, weight 2) and FARGATE_SPOT; in it the service `shop`, two tasks of
 *   `orders` behind the target group `shop` with a healthy target, scaled from 2 to 10 by its CPU, which was at 40 %; and two
 *   other tasks of `orders`, of which one runs and one was stopped because it was `No longer wanted`;
 * - the family `agent` with one revision, and `orders` with three, of which the first is inactive; only the images
 *   `orders:1` to `orders:3` tell them apart.
 */
export interface ViewEndpoint {
  readonly url: string;
  /** Operations that it answers with a page for people. */
  readonly lacks: readonly string[];
  now(): number;
  stop(): Promise<void>;
}

/** What the views show at any endpoint that speaks ECS; `start` makes one. */
export function viewSuite(start: () => Promise<ViewEndpoint>): void {
  const started: ViewEndpoint[] = [];
  beforeAll(async () => {
    started.push(await start());
  });
  afterAll(async () => {
    for (const endpoint of started) await endpoint.stop();
  });
  const view = async () => {
    const [endpoint] = started;
    if (!endpoint) throw new Error('No endpoint was started.');
    return viewOf(endpoint);
  };

  describe('the view Clusters', () => {
    test('clusters by name, the deleted one not among them', async () => {
      const { clusters, at } = await view();
      const rows = await clusters();
      expect(rows.map(({ label }) => label)).toEqual(['idle', 'machines', 'mixed']);
      expect(node(rows, 'idle')).toMatchObject({
        description: '0 services, 0 tasks running',
        accessibleLabel: 'Cluster idle, 0 services, 0 tasks running',
        context: 'cluster;empty',
      });
      expect(node(rows, 'machines').description).toMatch(/, 1 instance$/);
      expect(await shown(await at('idle'))).toEqual(['No services {empty}', 'Tasks · not of a service {tasks}']);
      expect(await shown(await at('idle', 'Tasks'))).toEqual(['No tasks {empty}']);
    });

    test('a service, and what belongs to it', async () => {
      const { at } = await view();
      const services = await at('mixed');
      expect(node(services, 'shop')).toMatchObject({
        description: '2 of 2 running',
        accessibleLabel: 'Service shop, 2 of 2 running',
        context: 'service',
      });
      expect((await at('mixed', 'shop')).map(({ label }) => label)).toEqual([
        ...['Deployments', 'Tasks', 'Events', 'Load balancers', 'Metrics', 'Auto scaling'],
      ]);
      expect(await shown(await at('mixed', 'shop', 'Deployments'))).toEqual([
        'orders:3 · completed · 2 of 2 running · WHEN {deployment;completed}',
        'History · of the last 90 days {deploymentHistory}',
      ]);
    });

    test('its load balancer with its targets, its bounds and its metrics', async () => {
      const { at } = await view();
      expect(await shown(await at('mixed', 'shop', 'Load balancers'))).toEqual([
        'shop · orders:8080 · 1 healthy {targetGroup;url}',
      ]);
      expect(await shown(await at('mixed', 'shop', 'Load balancers', 'shop'))).toEqual([
        '172.31.0.7:80 · healthy {target;healthy}',
      ]);
      expect(await shown(await at('mixed', 'shop', 'Auto scaling'))).toEqual([
        '2 to 10 tasks {scalingBounds}',
        'cpu · target tracking scaling · ECSServiceAverageCPUUtilization 75 {scalingPolicy}',
      ]);
      const [cpu] = await at('mixed', 'shop', 'Metrics');
      expect(cpu).toMatchObject({ label: 'CPU in use', description: expect.stringMatching(/ 40% · average 40% · /) });
    });

    test('tasks that run and that were stopped, and why; their containers', async () => {
      const { at } = await view();
      const tasks = await at('mixed', 'Tasks');
      expect(await shown(tasks)).toEqual([
        'orders:3 · running · ID {task;running}',
        'orders:3 · stopped · No longer wanted · ID {task;stopped}',
      ]);
      const [running, stopped] = tasks;
      expect(running?.accessibleLabel).toMatch(/^Task [0-9a-f-]+ of orders:3, running/);
      expect(stopped?.tooltip?.().replaceAll('\\', '')).toContain('Stop reason: No longer wanted');
      const [container, ...more] = (await running?.children?.()) ?? [];
      expect(container).toMatchObject({ label: 'orders', context: 'container' });
      expect(more).toEqual([]);
    });

    test('an instance with its tasks', async () => {
      const { at } = await view();
      const [instance] = await at('machines', 'Container instances');
      expect(instance).toMatchObject({
        label: expect.stringMatching(/^i-[0-9a-f]{17}$/),
        description: expect.stringMatching(
          /^active · agent connected · \d tasks? running · \d+ of \d+ CPU units free · \d+ of \d+ MiB free$/,
        ),
        context: 'instance;active',
      });
      expect(await shown((await instance?.children?.()) ?? [])).toEqual([
        'agent:1 · running · ID {task;running}',
        'Instance profile {instanceProfile}',
      ]);
    });

    test('capacity providers with their share', async () => {
      const { at } = await view();
      const providers = await at('mixed', 'Capacity providers');
      expect(providers.map(({ label, description }) => `${label} ${description}`)).toEqual([
        expect.stringMatching(/^FARGATE .* · base 1, weight 2$/),
        expect.stringMatching(/^FARGATE_SPOT .* · not in the default strategy$/),
      ]);
    });

    test('what the endpoint lacks is said once where it is, the rest is there; nothing of an answer is shown raw', async () => {
      const { clusters, lacks } = await view();
      const text = await outline(await clusters());
      const failed = text.split('\n').filter((line) => / \{(error;.*|bug|failure)\}$/.test(line));
      expect(failed).toEqual(
        lacks.map((operation) => expect.stringContaining(`did not answer ${operation} as AWS does (HTTP 500)`)),
      );
      expect(text).not.toContain('<');
    });

    test('a second look shows the same rows', async () => {
      const { clusters } = await view();
      const ids = async () => allIds(await clusters());
      const first = await ids();
      expect(new Set(first).size).toBe(first.length);
      expect(await ids()).toEqual(first);
    });

    test('a row reads itself again', async () => {
      const { at, clusters } = await view();
      const [task] = await at('mixed', 'Tasks');
      const rows = [node(await clusters(), 'mixed'), node(await at('mixed'), 'shop'), task];
      for (const row of rows) {
        expect(await row?.again?.()).toMatchObject({ id: row?.id, label: row?.label, description: row?.description });
      }
    });
  });

  describe('finding', () => {
    test('a filter leaves what has the name, and what it stands in; empty clusters can be hidden', async () => {
      const { clusters } = await view();
      const rows = await clusters();
      const mixed = node(rows, 'mixed');
      const below = await open(rows, 'mixed');
      const known = { rows: (id: string) => (id === mixed.id ? below : undefined), parent: () => undefined };
      const how = { filter: 'SHOP', favourites: new Set<string>(), hideEmpty: false };
      expect(arrange(rows, how, known).map(({ label }) => label)).toEqual(['mixed']);
      const tidy = { filter: '', favourites: new Set([mixed.id]), hideEmpty: true };
      expect(arrange(rows, tidy, known).map(({ label }) => label)).toEqual(['mixed', 'machines']);
    });

    test('every place leads to its row', async () => {
      const { gateway, store } = await view();
      const found: Place[] = [];
      for await (const part of places(gateway)) found.push(...part);
      const clusters = found.filter(({ kind }) => kind === 'cluster').map(({ name }) => name);
      expect(clusters).toEqual(['idle', 'machines', 'mixed']);
      expect(found.some(({ kind }) => kind === 'task')).toBe(true);
      for (const { path, arn } of found) expect(await reach(path, store)).toMatchObject({ id: path.at(-1), arn });
    });
  });

  describe('the view Task Definitions', () => {
    test('families, their revisions newest first, the inactive ones by themselves', async () => {
      const { families } = await view();
      const rows = await families();
      expect(rows.map(({ label }) => label)).toEqual(['agent', 'orders']);
      const revisions = await open(rows, 'orders');
      const active = revisions.filter(({ context }) => context === 'revision;active');
      expect(active.map(({ label }) => label)).toEqual(['orders:3', 'orders:2']);
      expect(await shown(await open(revisions, 'Inactive'))).toEqual(['orders:1 · inactive {revision;inactive}']);
      expect(await active[0]?.details?.()).toContain('orders\\:3');
    });

    test('a revision is opened as what could be registered', async () => {
      const { gateway } = await view();
      const { arn, definition } = await readRevision('orders:3', gateway, t);
      const text = JSON.parse(definitionText(definition));
      expect(text).toMatchObject({
        family: 'orders',
        requiresCompatibilities: ['FARGATE'],
        containerDefinitions: [{ name: 'orders', image: 'orders:3', memory: 512 }],
      });
      expect(Object.keys(text)).not.toContain('revision');
      const others = await revisionChoices('orders', gateway, t, arn);
      expect(others.map(({ label, description }) => [label, description])).toEqual([
        ['orders:2', undefined],
        ['orders:1', 'inactive'],
      ]);
    });

    test('two revisions are compared by what was changed, an inactive one too', async () => {
      const { gateway } = await view();
      const newest = await readRevision('orders:3', gateway, t);
      const before = await previousRevision(newest, gateway);
      expect(before?.revision).toBe(2);
      const first = before && (await previousRevision(before, gateway));
      for (const [older, image] of [
        [before, 'orders:2'],
        [first, 'orders:1'],
      ] as const) {
        const [left = '', right = ''] = comparedTexts(older?.definition ?? {}, newest.definition) ?? [];
        expect(left.replace(`"image": "${image}"`, '"image": "orders:3"')).toBe(right);
      }
      expect(comparedTexts(newest.definition, newest.definition)).toBeUndefined();
    });
  });

  // The last one: it changes what the endpoint holds.
  test('a task that is stopped here says so', async () => {
    const { gateway, at } = await view();
    const [task] = await at('mixed', 'Tasks');
    const { arn = '', clusterArn = '' } = task ?? {};
    await gateway.stopTask({ cluster: clusterArn, task: arn, reason: 'The test is over' });
    const again = (await at('mixed', 'Tasks')).find((it) => it.arn === arn);
    expect(again?.description).toMatch(/^stop.* · The test is over · /);
  });
}

async function viewOf({ url, now, lacks }: ViewEndpoint) {
  useEndpoint(url);
  const gateway = createGateway(await resolveConnection({}), testLog(), { t });
  onTestFinished(() => gateway.dispose());
  const clusters = () => clusterRows(async () => gateway, t, now);
  const store = createTreeStore(clusters, () => undefined, testLog(), t);
  return {
    gateway,
    lacks,
    clusters,
    store,
    families: () => definitionRows(async () => gateway, t),
    /** The rows below a row, by the labels on the way to it. */
    at: async (...labels: readonly string[]): Promise<readonly TreeNode[]> => {
      let rows = await clusters();
      for (const label of labels) rows = await open(rows, label);
      return rows;
    },
  };
}

/** A line for each row, without what differs from one endpoint to the other. */
async function shown(rows: readonly TreeNode[]): Promise<readonly string[]> {
  const text = await outline(rows, 1);
  return text
    .replaceAll(/\b[0-9a-f]{8}\b/g, 'ID')
    .replaceAll(/\b(just now|\d+ \w+ ago)\b/g, 'WHEN')
    .split('\n');
}

async function allIds(rows: readonly TreeNode[]): Promise<readonly string[]> {
  const below = await Promise.all(rows.map(async (it) => allIds((await it.children?.()) ?? [])));
  return [...rows.map(({ id }) => id), ...below.flat()];
}
