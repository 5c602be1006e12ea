import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createGateway, credentialPlaces, resolveConnection } from '../../client/src/aws/index';
import { scopeOf } from '../../client/src/live/connection/choice';
import { type ConnectionInfo, distinct } from '../../client/src/live/connection/info';
import { pinnedIn } from '../../client/src/live/connection/pinned';
import { createPool } from '../../client/src/live/connection/pool';
import type { LiveFailure } from '../../client/src/live/failure';
import { arrange } from '../../client/src/live/find/arrange';
import { places } from '../../client/src/live/find/places';
import { createRoots } from '../../client/src/live/tree/connections';
import { connectionId } from '../../client/src/live/tree/ids';
import type { TreeNode } from '../../client/src/live/tree/node';
import { createTreeStore } from '../../client/src/live/tree/store';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { awsFiles } from './support/aws-files';
import { node, open } from './support/outline';
import { memoryOf, t, testLog } from './support/stage';

const keys = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n';

async function fake(): Promise<FakeEcs> {
  const ecs = await startFakeEcs();
  onTestFinished(ecs.close);
  return ecs;
}

/** A view over the profiles `prod` and `stage` of one region, each with a fake of its own, and over prod's second region. */
async function sideBySide() {
  const [prod, stage] = [await fake(), await fake()];
  const folder = awsFiles(
    `[profile prod]\nregion = us-east-1\nendpoint_url = ${prod.url}\n[profile stage]\nregion = us-east-1\nendpoint_url = ${stage.url}\n`,
    `[prod]\n${keys}[stage]\n${keys}`,
  );
  const told = { changes: 0, expired: [] as LiveFailure[] };
  const pool = createPool({
    resolve: (choice) => resolveConnection(choice, t),
    open: (connection, onCall) => createGateway(connection, testLog(), { t, onCall }),
    onChange: () => {
      told.changes += 1;
    },
    onExpiry: (failure) => told.expired.push(failure),
  });
  onTestFinished(pool.dispose);
  const pinned = pinnedIn(memoryOf(new Map()));
  const info = async (choice: { profile?: string; region?: string }): Promise<ConnectionInfo> => {
    const { failure } = pool.state(choice);
    const connection = await pool.resolve(choice);
    const active = scopeOf(choice) === scopeOf(pinned.active());
    return { choice, connection, active, ...(failure ? { failure } : {}) };
  };
  const roots = createRoots({
    connections: async () => distinct(await Promise.all(pinned.all().map(info))),
    gateway: pool.gateway,
    onKnown: (row) => tree.redraw(row),
    t,
    now: prod.clock.now,
  });
  const tree = createTreeStore(roots.load, () => undefined, testLog(), t);
  const requests = (): number => prod.requests.length + stage.requests.length;
  const drawn = async (): Promise<string[]> =>
    (await tree.children()).map((row) => {
      const { label, description = '' } = tree.latest(row);
      return `${label} · ${description}`;
    });
  return { prod, stage, folder, pool, pinned, roots, tree, told, requests, drawn };
}

const prod = { profile: 'prod' };
const stage = { profile: 'stage' };
const west = { profile: 'prod', region: 'eu-west-1' };

test('one connection: its clusters are the first level', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  view.prod.addManyClusters(250);
  expect(await view.tree.children()).toHaveLength(250);
  expect(view.roots.rows()).toEqual([]);
  expect([view.prod.count('ListClusters'), view.prod.count('DescribeClusters'), view.requests()]).toEqual([3, 3, 6]);
});

test('several connections: a row each, and only what is opened is fetched', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  await view.pinned.add(west);
  view.prod.addManyClusters(250);
  const european = view.prod.in('eu-west-1');
  european.addCluster('shop');
  expect(await view.drawn()).toEqual([
    expect.stringMatching(/^prod@us-east-1 · in use · 127\.0\.0\.1:\d+$/),
    expect.stringMatching(/^prod@eu-west-1 · 127\.0\.0\.1:\d+$/),
  ]);
  expect(view.requests()).toBe(0);
  const row = node(await view.tree.children(), 'prod@eu-west-1');
  expect((await view.tree.children(row)).map(({ label }) => label)).toEqual(['shop']);
  expect(view.prod.requests.map(({ operation, region }) => `${operation} ${region}`)).toEqual([
    'ListClusters eu-west-1',
    'DescribeClusters eu-west-1',
  ]);
  // Its account is known now, from what was read.
  await vi.waitFor(async () => expect((await view.drawn())[1]).toMatch(/^prod@eu-west-1 · \d{12} · /));
  expect(view.requests()).toBe(2);
});

test('each connection has four calls under way at most', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  await view.pinned.add(stage);
  for (const ecs of [view.prod, view.stage]) {
    ecs.addManyClusters(30);
    ecs.fail('ListServices', { kind: 'slow', milliseconds: 20, times: 30 });
  }
  const rows = await view.tree.children();
  const clusters = (await Promise.all(rows.map((row) => view.tree.children(row)))).flat();
  await Promise.all(clusters.map((row) => view.tree.children(row)));
  expect(clusters).toHaveLength(60);
  expect([view.prod.mostAtOnce(), view.stage.mostAtOnce()]).toEqual([4, 4]);
});

test('the same names in two accounts have rows of their own, and each knows its connection', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  await view.pinned.add(stage);
  const cluster = view.prod.addCluster('shop');
  expect(view.stage.addCluster('shop')).toBe(cluster);
  const task = [view.prod.addTask('shop'), view.stage.addTask('shop')];
  const ids: string[] = [];
  const found: [TreeNode, string][] = [];
  for (const [index, row] of (await view.tree.children()).entries()) {
    const [shop] = await view.tree.children(row);
    const group = node(shop ? await view.tree.children(shop) : [], 'Tasks');
    const [first] = await view.tree.children(group);
    if (!shop || !first) throw new Error('No task');
    ids.push(row.id, shop.id, group.id, first.id);
    found.push([first, task[index] ?? '']);
  }
  expect(new Set(ids).size).toBe(8);
  for (const [index, [row, arn]] of found.entries()) {
    const connection = view.tree.connectionOf(row);
    expect([row.arn, connection]).toEqual([arn, { profile: index === 0 ? 'prod' : 'stage', region: 'us-east-1' }]);
    // What works on the row goes where the row came from, over the gateway that read it.
    const gateway = await view.pool.gateway(connection ?? {});
    expect(gateway).toBe(await view.pool.gateway(index === 0 ? prod : stage));
    await gateway.stopTask({ cluster, task: arn, reason: 'Not needed' });
  }
  expect([view.prod.count('StopTask'), view.stage.count('StopTask')]).toEqual([1, 1]);
});

test('going somewhere leads through the row of the connection', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  await view.pinned.add(stage);
  view.stage.addCluster('shop');
  view.stage.addService('shop', 'web');
  const gateway = await view.pool.gateway(stage);
  const above = connectionId(scopeOf(gateway.connection));
  for await (const part of places(gateway)) {
    for (const { path, name } of part) {
      expect(await view.tree.descend([above, ...path])).toMatchObject({ id: path.at(-1) });
      expect(path.at(-1), name).toContain('stage@us-east-1/');
    }
  }
  expect(view.prod.requests).toEqual([]);
});

test('a connection that does not work says so below its own row, and the others are shown', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  await view.pinned.add({ profile: 'nobody' });
  await view.pinned.add(stage);
  view.stage.addCluster('shop');
  const rows = await view.tree.children();
  const broken = await view.tree.children(node(rows, 'nobody@no region'));
  expect(broken[0]).toMatchObject({ context: 'error;no-region' });
  expect(view.tree.connectionOf(broken[0] as TreeNode)).toEqual({ profile: 'nobody' });
  expect((await open(rows, 'stage@us-east-1'))[0]).toMatchObject({ label: 'shop' });
  await view.tree.redraw(node(rows, 'nobody@no region'));
  expect((await view.drawn())[1]).toBe('nobody@no region · does not work');
});

test('adding and removing keeps what is shown of the others', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  await view.pinned.add(stage);
  view.prod.addCluster('shop');
  const [row] = await view.tree.children();
  const before = await view.tree.children(row);
  const seen = view.requests();
  await view.pinned.add(west);
  view.tree.refreshRoots();
  await view.pinned.remove(stage);
  view.tree.refreshRoots();
  const [again, ...others] = await view.tree.children();
  expect([again, others.map(({ label }) => label)]).toEqual([row, ['prod@eu-west-1']]);
  expect(await view.tree.children(again)).toEqual(before);
  expect(view.requests()).toBe(seen);
});

test('a filter leaves rows of connections, below which nothing may have been read', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, prod);
  await view.pinned.add(stage);
  const rows = await view.tree.children();
  const known = { rows: () => undefined, parent: () => undefined };
  expect(arrange(rows, { filter: 'web', favourites: new Set(), hideEmpty: false }, known)).toEqual(rows);
});

test('two choices that mean one profile and region have one row, the active one', async () => {
  const view = await sideBySide();
  await view.pinned.replace({}, stage);
  await view.pinned.add(prod);
  await view.pinned.add({ ...prod, region: 'us-east-1' });
  await view.pinned.use({ ...prod, region: 'us-east-1' });
  expect(await view.drawn()).toEqual([
    expect.stringMatching(/^stage@us-east-1/),
    expect.stringMatching(/^prod@us-east-1 · in use/),
  ]);
});

test('connections are remembered; the last one stays, and there is always an active one', async () => {
  const stored = new Map<string, unknown>();
  const pinned = pinnedIn(memoryOf(stored));
  expect([pinned.all(), pinned.active()]).toEqual([[{}], {}]);
  await pinned.replace({}, prod);
  await pinned.add(stage);
  await pinned.add(stage);
  await pinned.add(west);
  expect([pinned.all(), pinned.active()]).toEqual([[prod, stage, west], prod]);
  await pinned.replace(stage, { profile: 'test' });
  expect([pinned.all()[1], pinned.active()]).toEqual([{ profile: 'test' }, prod]);
  await pinned.use(west);
  await pinned.remove(west);
  expect(pinnedIn(memoryOf(stored)).active()).toEqual(prod);
  await pinned.remove({ profile: 'test' });
  await pinned.remove(prod);
  expect([pinned.all(), pinned.active()]).toEqual([[prod], prod]);
});

test('a session that ends is told once, whatever fails with it, and works again without being chosen again', async () => {
  const view = await sideBySide();
  view.stage.addCluster('shop');
  const gateway = await view.pool.gateway(stage);
  await gateway.clusters();
  view.stage.fail('ListClusters', { kind: 'expired', times: 20 });
  await Promise.allSettled([gateway.clusters(), gateway.clusters(), gateway.clusters()]);
  await expect(gateway.clusters()).rejects.toMatchObject({ kind: 'token-expired' });
  expect(view.told.expired.map(({ kind, sentence }) => [kind, sentence])).toEqual([
    ['token-expired', expect.stringContaining('profile stage')],
  ]);
  expect(view.pool.state(stage)).toMatchObject({ failure: { kind: 'token-expired' } });
  view.stage.heal();
  // Whoever still holds the gateway, as what watches a task does, goes on with it.
  expect((await gateway.clusters()).items).toHaveLength(1);
  expect(view.pool.state(stage).failure).toBeUndefined();
  view.stage.fail('ListClusters', { kind: 'expired', times: 20 });
  await expect(gateway.clusters()).rejects.toMatchObject({ kind: 'token-expired' });
  expect(view.told.expired).toHaveLength(2);
});

test('a connection that never worked is told where it was asked for, not besides', async () => {
  const view = await sideBySide();
  view.stage.fail('ListClusters', { kind: 'expired', times: 20 });
  const gateway = await view.pool.gateway(stage);
  await expect(gateway.clusters()).rejects.toMatchObject({ kind: 'token-expired', details: { profile: 'stage' } });
  expect(view.told.expired).toEqual([]);
  // Asked for again, credentials are read anew.
  expect(await view.pool.gateway(stage)).not.toBe(gateway);
});

test('forgetting one connection leaves the others', async () => {
  const view = await sideBySide();
  const [one, two] = [await view.pool.gateway(prod), await view.pool.gateway(stage)];
  view.pool.forget(stage);
  expect([(await view.pool.gateway(prod)) === one, (await view.pool.gateway(stage)) === two]).toEqual([true, false]);
  view.pool.forget();
  expect(await view.pool.gateway(prod)).not.toBe(one);
});

test('files that have changed count once connections are forgotten', async () => {
  const view = await sideBySide();
  expect((await view.pool.gateway(stage)).connection.region).toBe('us-east-1');
  writeFileSync(join(view.folder, 'config'), `[profile stage]\nregion = eu-west-1\nendpoint_url = ${view.stage.url}\n`);
  expect((await view.pool.gateway(stage)).connection.region).toBe('us-east-1');
  view.pool.forget();
  expect((await view.pool.gateway(stage)).connection.region).toBe('eu-west-1');
});

test('the files that are watched are those that the SDK reads', () => {
  const folder = awsFiles('');
  vi.stubEnv('HOME', '/home/ada');
  vi.stubEnv('AWS_LOGIN_CACHE_DIRECTORY', '/home/ada/logins');
  const { files, signIns } = credentialPlaces();
  expect(files).toEqual([
    { folder, names: 'config' },
    { folder, names: 'credentials' },
  ]);
  expect(signIns).toEqual([
    { folder: '/home/ada/.aws/sso/cache', names: '*.json' },
    { folder: '/home/ada/logins', names: '*.json' },
  ]);
  vi.stubEnv('AWS_CONFIG_FILE', undefined);
  expect(credentialPlaces().files[0]).toEqual({ folder: '/home/ada/.aws', names: 'config' });
});
