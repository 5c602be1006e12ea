import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Arrangement, arrange, type Known } from '../../client/src/live/find/arrange';
import { describeCommand, familyCommand } from '../../client/src/live/find/cli-command';
import { consolePage, familyPage } from '../../client/src/live/find/console';
import { favouritesIn } from '../../client/src/live/find/favourites';
import { type Place, places } from '../../client/src/live/find/places';
import { reach } from '../../client/src/live/find/reach';
import type { EcsGateway } from '../../client/src/live/ports';
import { clusterRows } from '../../client/src/live/tree/clusters';
import type { TreeNode } from '../../client/src/live/tree/node';
import { createTreeStore } from '../../client/src/live/tree/store';
import { consoleDomains } from '../../server/src/service/data/console-domains';
import { partitionOf } from '../../server/src/service/model/resource-names';
import { connected, memoryOf, t, testLog } from './support/stage';

const account = 'arn:aws:ecs:eu-west-1:111122223333';
const everything: Arrangement = { filter: '', favourites: new Set(), hideEmpty: false };

test('a filter keeps names that hold it, what stands above and below them, and notes', () => {
  const tree = treeOf({
    shop: { web: { 'web:4': null }, api: {} },
    bank: { ledger: {} },
    'web-stage': { cron: {} },
  });
  const filtered = { ...everything, filter: ' WEB ' };
  expect(tree.seen(filtered)).toEqual({ shop: { web: { 'web:4': {} } }, 'web-stage': { cron: {} } });
  expect(tree.seen(everything)).toEqual({
    shop: { web: { 'web:4': {} }, api: {} },
    bank: { ledger: {} },
    'web-stage': { cron: {} },
  });
  const { arn: _, ...error } = rowOf('Denied', 'error;access-denied');
  expect(arrange([error], filtered, tree.known)).toEqual([error]);
});

test('favourites come first, each level in its own order', () => {
  const rows = ['api', 'cart', 'mail', 'web'].map((name) => rowOf(name, 'service'));
  const how = { ...everything, favourites: new Set(['web', 'cart']) };
  expect(labels(arrange(rows, how, nothing))).toEqual(['cart', 'web', 'api', 'mail']);
});

test('clusters without services and tasks can be hidden, favourites and what was gone to never', async () => {
  const { ecs, gateway } = await connected();
  ecs.addManyClusters(3);
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  const rows = await clusterRows(async () => gateway, t, ecs.clock.now);
  expect(rows).toHaveLength(4);
  const [empty, kept] = rows.filter(({ context }) => context === 'cluster;empty');
  const how = { ...everything, hideEmpty: true };
  expect(labels(arrange(rows, how, nothing))).toEqual(['shop']);
  const more = { ...how, favourites: new Set([empty?.id ?? '']), kept: kept?.id ?? '' };
  expect(labels(arrange(rows, more, nothing))).toHaveLength(3);
});

test('favourites are remembered', async () => {
  const memory = memoryOf(new Map());
  await favouritesIn(memory).add('a');
  await favouritesIn(memory).add('b');
  await favouritesIn(memory).add('b');
  await favouritesIn(memory).remove('a');
  expect([...favouritesIn(memory).all()]).toEqual(['b']);
});

test('places come while they are read: clusters, services, running tasks; empty clusters cost nothing more', async () => {
  const { ecs, gateway } = await connected();
  ecs.addManyClusters(20);
  const shop = ecs.addCluster('shop');
  const web = ecs.addService('shop', 'web');
  const task = ecs.addTask('shop');
  const seen: (readonly Place[])[] = [];
  for await (const part of places(gateway)) seen.push(part);
  expect(seen[0]).toHaveLength(21);
  expect(seen[1]).toEqual([
    { kind: 'service', name: 'web', arn: web, within: ['shop'], path: [`us-east-1/${shop}`, `us-east-1/${web}`] },
  ]);
  const tasks = seen[2] ?? [];
  expect(tasks.map(({ within }) => within).toSorted()).toEqual([['shop'], ['shop', 'web']]);
  expect([ecs.count('ListServices'), ecs.count('ListTasks')]).toEqual([1, 1]);
  const standalone = tasks.find(({ arn }) => arn === task);
  expect(standalone?.path.at(-1)).toContain(task);
});

test('what cannot be read is left out of the places; without clusters there are none', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  ecs.fail('ListServices', { kind: 'denied' });
  const kinds = (await all(gateway)).map(({ kind }) => kind);
  expect(kinds).toEqual(['cluster']);
  ecs.fail('ListClusters', { kind: 'denied' });
  await expect(all(gateway)).rejects.toMatchObject({ kind: 'access-denied' });
});

test('the places of the tree are rows of it', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  ecs.addTask('shop');
  for (const { path } of await all(gateway)) {
    let rows = await clusterRows(async () => gateway, t, ecs.clock.now);
    for (const id of path) {
      const found = rows.find((it) => it.id === id);
      expect(found, id).toBeDefined();
      rows = (await found?.children?.()) ?? [];
    }
  }
});

test('the way to a row beyond the first part of a list is read on, and ends where there is no such row', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addManyServices('shop', 250);
  const tree = createTreeStore(
    () => clusterRows(async () => gateway, t, ecs.clock.now),
    () => undefined,
    testLog(),
    t,
  );
  const last = (await all(gateway)).findLast(({ kind }) => kind === 'service');
  const path = last?.path ?? [];
  expect(await reach(path, tree)).toMatchObject({ id: path.at(-1), label: last?.name });
  expect(await reach([path[0] ?? '', 'gone'], tree)).toMatchObject({ label: 'shop' });
});

test.each([
  [`${account}:cluster/shop`, undefined, 'ecs describe-clusters --clusters ARN'],
  [`${account}:service/shop/web`, `${account}:cluster/shop`, 'ecs describe-services --cluster CLUSTER --services ARN'],
  [`${account}:task/shop/0123abcd`, `${account}:cluster/shop`, 'ecs describe-tasks --cluster CLUSTER --tasks ARN'],
  [`${account}:daemon/shop/agent`, undefined, 'ecs describe-daemon --daemon-arn ARN'],
  [`${account}:task-definition/web:3`, undefined, 'ecs describe-task-definition --task-definition ARN'],
])('%s as a command of the AWS CLI', (arn, cluster, expected) => {
  const command = describeCommand(arn, cluster, {});
  const written = expected.replace('ARN', arn).replace('CLUSTER', cluster ?? '');
  expect(command).toBe(`aws ${written} --region eu-west-1`);
});

test('a shell reads the words as they are, and no password goes along', () => {
  const profile = `my "pro$file's"; echo \`x\``;
  const command = describeCommand(`${account}:cluster/shop`, undefined, {
    profile,
    endpoint: 'http://localhost:4566',
  });
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${command?.replace(/^aws /, '')}`], { encoding: 'utf8' });
  expect(words.trimEnd().split('\n')).toEqual([
    ...['ecs', 'describe-clusters', '--clusters', `${account}:cluster/shop`, '--region', 'eu-west-1'],
    ...['--profile', profile, '--endpoint-url', 'http://localhost:4566'],
  ]);
  const endpoint = 'https://user:hunter2@proxy.example';
  expect(describeCommand(`${account}:cluster/shop`, undefined, { endpoint })).not.toContain('hunter2');
  expect(describeCommand('arn:aws:s3:::bucket', undefined, {})).toBeUndefined();
});

test.each([
  [`${account}:cluster/shop`, 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop?region=eu-west-1'],
  [
    `${account}:service/shop/web`,
    'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/web?region=eu-west-1',
  ],
  [
    'arn:aws-cn:ecs:cn-north-1:111122223333:task/shop/0123abcd',
    'https://cn-north-1.console.amazonaws.cn/ecs/v2/clusters/shop/tasks/0123abcd?region=cn-north-1',
  ],
  [
    'arn:aws-us-gov:ecs:us-gov-west-1:111122223333:task-definition/web:3',
    'https://us-gov-west-1.console.amazonaws-us-gov.com/ecs/v2/task-definitions/web/3?region=us-gov-west-1',
  ],
  ['arn:aws-iso:ecs:us-iso-east-1:111122223333:cluster/shop', undefined],
  [`${account}:cluster/sh?op#x`, undefined],
  ['no arn', undefined],
])('%s in the console', (arn, expected) => {
  expect(consolePage(arn, undefined, consoleDomains)).toBe(expected);
});

test('an ARN that does not name its cluster takes that of its row', () => {
  expect(consolePage(`${account}:service/web`, `${account}:cluster/shop`, consoleDomains)).toContain(
    '/clusters/shop/services/web?',
  );
});

test('a family has a command and a page too', () => {
  expect(familyCommand('web', { region: 'eu-west-1', profile: 'dev' })).toBe(
    'aws ecs list-task-definitions --family-prefix web --sort DESC --region eu-west-1 --profile dev',
  );
  const page = (region: string, family = 'web') =>
    familyPage(family, { region, partition: partitionOf(region) }, consoleDomains);
  expect(page('cn-north-1')).toBe(
    'https://cn-north-1.console.amazonaws.cn/ecs/v2/task-definitions/web?region=cn-north-1',
  );
  expect([page('us-iso-east-1'), page('nowhere'), page('eu-west-1', 'w#b')]).toEqual([undefined, undefined, undefined]);
});

interface Names {
  readonly [name: string]: Names | null;
}

const nothing: Known = { rows: () => undefined, parent: () => undefined };

/** A row of AWS's. */
function rowOf(label: string, context: string): TreeNode {
  return { id: label, label, context, icon: { name: 'circle' }, accessibleLabel: label, arn: `arn/${label}` };
}

/** Rows by their names; `null` has nothing below that was read. */
function treeOf(names: Names) {
  const levels = new Map<string, readonly TreeNode[]>();
  const parents = new Map<string, TreeNode>();
  const add = (below: Names | null, parent?: TreeNode): readonly TreeNode[] => {
    const rows = Object.keys(below ?? {}).map((name) => rowOf(name, 'service'));
    for (const it of rows) {
      if (parent) parents.set(it.id, parent);
      levels.set(it.id, add(below?.[it.label] ?? null, it));
    }
    return rows;
  };
  const roots = add(names);
  const known: Known = { rows: (id) => levels.get(id), parent: ({ id }) => parents.get(id) };
  const seen = (how: Arrangement, rows = roots): object =>
    Object.fromEntries(arrange(rows, how, known).map((it) => [it.label, seen(how, levels.get(it.id))]));
  return { known, seen };
}

function labels(rows: readonly TreeNode[]): readonly string[] {
  return rows.map(({ label }) => label);
}

async function all(gateway: EcsGateway): Promise<readonly Place[]> {
  const found: Place[] = [];
  for await (const part of places(gateway)) found.push(...part);
  return found;
}
