import { expect, test } from 'vitest';
import { clusterRows } from '../../client/src/live/tree/clusters';
import { node, open, outline } from './support/outline';
import { connected, t } from './support/stage';

/** The rows below a cluster; requests are counted from the first level. */
async function cluster(prepare: (ecs: Awaited<ReturnType<typeof connected>>['ecs']) => void) {
  const { ecs, gateway } = await connected();
  prepare(ecs);
  const clusters = await clusterRows(async () => gateway, t, ecs.clock.now);
  const below = await open(clusters, 'shop');
  ecs.requests.length = 0;
  return { ecs, clusters, below };
}

test('container instances: who takes no tasks comes first, with what is free', async () => {
  const { ecs, below } = await cluster((it) => {
    it.addCluster('shop', { containerInstances: 1 });
    it.addContainerInstance('shop', { agentConnected: false });
    it.addContainerInstance('shop', { status: 'DRAINING' });
    it.addContainerInstance('shop', { external: true });
  });
  const instances = await open(below, 'Container instances');
  expect(await outline(instances)).toMatchInlineSnapshot(`
    "i-00000000000000002 · active · agent not connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;disconnected}
    i-00000000000000003 · draining · agent connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;draining}
    i-00000000000000001 · active · agent connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;active}
    mi-00000000000000004 · active · agent connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;active}"
  `);
  expect(instances[0]?.tooltip?.().replaceAll('\\', '')).toContain('Agent: agent not connected, version 1.102.0');
  expect(ecs.requests.map(({ operation }) => operation)).toEqual([
    'ListContainerInstances',
    'DescribeContainerInstances',
  ]);
});

test('capacity providers, those of the default strategy with their share', async () => {
  const { below } = await cluster((it) => {
    it.addCapacityProvider('metal', { updateStatus: 'UPDATE_FAILED', updateStatusReason: 'The group is gone.' });
    it.addCluster('shop', {
      containerInstances: 0,
      capacityProviders: ['metal', 'FARGATE'],
      defaultStrategy: [{ capacityProvider: 'FARGATE', base: 1, weight: 2 }],
    });
  });
  expect(below.map(({ label }) => label)).toEqual(['No services', 'Tasks', 'Capacity providers']);
  const providers = await open(below, 'Capacity providers');
  expect(await outline(providers)).toMatchInlineSnapshot(`
    "FARGATE · active · base 1, weight 2 {capacityProvider}
    metal · active · not in the default strategy · update failed: The group is gone. {capacityProvider}"
  `);
  expect(providers.map(({ icon }) => icon.name)).toEqual(['layers', 'warning']);
});

test('a cluster on Fargate alone has neither row', async () => {
  const { below } = await cluster((it) => it.addCluster('shop', { containerInstances: 0 }));
  expect(below.map(({ context }) => context)).toEqual(['empty', 'tasks']);
});

test('a cluster and a task read themselves again, for one request each', async () => {
  const { ecs, clusters, below } = await cluster((it) => {
    it.addCluster('shop', { containerInstances: 0 });
    it.addTask('shop', { status: 'PROVISIONING' });
  });
  const [task] = await open(below, 'Tasks');
  ecs.requests.length = 0;
  ecs.clock.advance(60_000);
  expect(await node(clusters, 'shop').again?.()).toMatchObject({ description: '0 services, 1 task running' });
  expect(await task?.again?.()).toMatchObject({ id: task?.id, context: 'task;running' });
  expect(ecs.requests.map(({ operation }) => operation)).toEqual(['DescribeClusters', 'DescribeTasks']);
  ecs.removeTask('shop', task?.arn ?? '');
  expect(await task?.again?.()).toBeUndefined();
});
