import { describe, expect, test } from 'vitest';
import { definitionRows } from '../../client/src/live/definitions/rows';
import type { EcsGateway } from '../../client/src/live/ports';
import { pathToService } from '../../client/src/live/tree/ids';
import type { TreeNode } from '../../client/src/live/tree/node';
import { node, open, outline } from './support/outline';
import { connected, t, web } from './support/stage';

const file = structuredClone(web) as never;
const rows = async (gateway: EcsGateway): Promise<readonly TreeNode[]> =>
  open(await definitionRows(async () => gateway, t), 'web');

/** Two revisions of `web`; the first runs in `shop` and in `bank`. */
async function used() {
  const stage = await connected();
  const { ecs } = stage;
  ecs.addTaskDefinition(file);
  ecs.addTaskDefinition(file);
  const shop = ecs.addCluster('shop');
  ecs.addCluster('bank');
  ecs.addCluster('spare');
  const front = ecs.addService('shop', 'front', { taskDefinition: 'web:1', desiredCount: 2 });
  ecs.addService('bank', 'back', { taskDefinition: 'web:1' });
  ecs.addService('bank', 'job', {
    taskDefinition: ecs.addTaskDefinition({ ...(file as object), family: 'web-job' } as never),
  });
  return { ...stage, shop, front };
}

describe('a revision', () => {
  test('names the services that use it, and what was looked through for them', async () => {
    const { ecs, gateway, shop, front } = await used();
    const revisions = await rows(gateway);
    ecs.requests.length = 0;
    const uses = await open(revisions, 'web:1');
    expect(await outline(uses)).toMatchInlineSnapshot(`
      "back · bank · 1 of 1 running {usedBy}
      front · shop · 2 of 2 running {usedBy}
      3 services in 3 clusters looked through {looked}"
    `);
    expect(uses.map(({ accessibleLabel }) => accessibleLabel)).toMatchInlineSnapshot(`
      [
        "In use by service back of cluster bank, 1 of 1 running",
        "In use by service front of cluster shop, 2 of 2 running",
        "3 services in 3 clusters looked through",
      ]
    `);
    expect(node(uses, 'front')).toMatchObject({
      arn: front,
      clusterArn: shop,
      command: {
        id: 'taskdef.service.show',
        arguments: [{ path: pathToService('us-east-1', shop, front), connection: { region: 'us-east-1' } }],
      },
    });
    expect(node(uses, 'front').tooltip?.()).toContain('- Task definitions: web\\:1');
    expect(ecs.requests.map(({ operation }) => operation).toSorted()).toEqual([
      'DescribeClusters',
      'DescribeServices',
      'DescribeServices',
      'ListClusters',
      'ListServices',
      'ListServices',
    ]);
  });

  test('that nothing uses says so; the search of the revision beside it is not made again', async () => {
    const { ecs, gateway } = await used();
    const revisions = await rows(gateway);
    await open(revisions, 'web:1');
    ecs.requests.length = 0;
    expect(await outline(await open(revisions, 'web:2'))).toBe(
      'Not in use by a service; 3 services in 3 clusters looked through {looked}',
    );
    await open(await open(revisions, 'Inactive'), 'No inactive revisions');
    expect(ecs.count('ListServices')).toBe(0);
  });

  test('is in use while it is replaced, and while it replaces another one', async () => {
    const { ecs, gateway } = await used();
    ecs.deploy('shop', 'front', 'web:2');
    ecs.clock.advance(1_000);
    const revisions = await rows(gateway);
    expect((await open(revisions, 'web:1')).map(({ label, description }) => [label, description])).toEqual([
      ['back', 'bank · 1 of 1 running'],
      ['front', 'shop · changes to web:2 · 2 of 2 running'],
      ['3 services in 3 clusters looked through', undefined],
    ]);
    expect((await open(revisions, 'web:2'))[0]).toMatchObject({
      label: 'front',
      description: 'shop · deploying · 2 of 2 running',
      icon: { name: 'sync' },
    });
  });
});

describe('the search', () => {
  test('stops after five hundred services, and goes on where it stopped', async () => {
    const { ecs, gateway } = await connected();
    ecs.addTaskDefinition(file);
    ecs.addCluster('large', { containerInstances: 0 });
    ecs.addManyServices('large', 1_201, { taskDefinition: 'web:1', desiredCount: 0 });
    const first = await open(await rows(gateway), 'web:1');
    expect(first.slice(-2).map(({ label }) => label)).toEqual([
      '500 services in 1 cluster looked through',
      'Look Through More',
    ]);
    expect(first).toHaveLength(502);
    const second = await open(first, 'Look Through More');
    const last = await open(second, 'Look Through More');
    expect(last.at(-1)?.label).toBe('1,201 services in 1 cluster looked through');
    const found = [first, second, last].flatMap((some) => some.filter(({ context }) => context === 'usedBy'));
    expect(new Set(found.map(({ arn }) => arn)).size).toBe(1_201);
  }, 20_000);

  test('stops after a hundred clusters, and asks none without services', async () => {
    const { ecs, gateway } = await connected();
    ecs.addTaskDefinition(file);
    ecs.addManyClusters(250);
    ecs.addCluster('shop');
    ecs.addService('shop', 'web', { taskDefinition: 'web:1' });
    const first = await open(await rows(gateway), 'web:1');
    expect(first.map(({ label }) => label)).toEqual([
      'Not in use by a service; 0 services in 100 clusters looked through',
      'Look Through More',
    ]);
    expect(first[1]?.accessibleLabel).toBe('Look Through More, 0 services in 100 clusters looked through');
    const second = await open(first, 'Look Through More');
    const third = await open(second, 'Look Through More');
    expect(third.map(({ label }) => label)).toEqual(['web', '1 service in 251 clusters looked through']);
    expect(ecs.count('ListServices')).toBe(1);
  });

  test('that fails in a cluster says so, shows the others, and tries it again', async () => {
    const { ecs, gateway } = await used();
    const revisions = await rows(gateway);
    ecs.fail('ListServices', { kind: 'denied', times: 1 });
    const uses = await open(revisions, 'web:1');
    expect(uses.map(({ context }) => context)).toEqual(['usedBy', 'error;access-denied', 'remedy', 'looked', 'older']);
    const rest = await open(uses, 'Look Through More');
    expect(rest.map(({ context }) => context)).toEqual(['usedBy', 'looked']);
    expect(rest.at(-1)?.label).toBe('3 services in 3 clusters looked through');
  });

  test('that cannot begin says so, with what mends it, and recovers', async () => {
    const { ecs, gateway } = await used();
    const revisions = await rows(gateway);
    ecs.fail('ListClusters', { kind: 'expired', times: 1 });
    const failed = await open(revisions, 'web:1');
    expect(failed.map(({ context, command }) => [context, command?.id])).toEqual([
      ['error;token-expired', 'taskdef.definitions.refresh'],
      ['remedy', 'taskdef.definitions.refresh'],
    ]);
    expect((await open(revisions, 'web:1')).map(({ context }) => context)).toEqual(['usedBy', 'usedBy', 'looked']);
  });
});
