import { describe, expect, test } from 'vitest';
import { clusterRows } from '../../client/src/live/tree/clusters';
import type { FakeEcs } from '../support/fake-ecs/index';
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
  expect(await outline(instances, 1)).toMatchInlineSnapshot(`
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

describe('below a container instance', () => {
  const instance = async (options?: Parameters<FakeEcs['addContainerInstance']>[1]) => {
    const { ecs, below } = await cluster((it) => {
      it.addCluster('shop', { containerInstances: 0 });
      it.addContainerInstance('shop', options);
      it.addContainerInstance('shop');
      it.addTaskDefinition({ family: 'job', containerDefinitions: [{ name: 'job', image: 'job:1', memory: 64 }] });
      it.addService('shop', 'web', { launchType: 'EC2', taskDefinition: 'job' });
      it.addTask('shop', { launchType: 'EC2', taskDefinition: 'job', status: 'STOPPED' });
    });
    const rows = await open(below, 'Container instances');
    ecs.requests.length = 0;
    return { ecs, first: await open(rows, options?.external ? 'mi-00000000000000001' : 'i-00000000000000001'), rows };
  };

  test('its tasks, running and stopped, of services or not; for two lists and a description', async () => {
    const { ecs, first, rows } = await instance();
    expect((await outline(first, 1)).replaceAll(/\b[0-9a-f]{8}\b/g, 'ID')).toMatchInlineSnapshot(`
      "job:1 · running · ID {task;running}
      job:1 · stopped · Task stopped by user · ID {task;stopped}
      Instance profile {instanceProfile}"
    `);
    expect(ecs.requests.map(({ operation }) => operation).toSorted()).toEqual([
      'DescribeTasks',
      'DescribeTasks',
      'ListTasks',
      'ListTasks',
    ]);
    expect((await open(rows, 'i-00000000000000002')).map(({ label }) => label)).toEqual([
      'No tasks',
      'Instance profile',
    ]);
  });

  test('its instance profile, for a request to EC2 when it is opened', async () => {
    const { ecs, first } = await instance();
    ecs.requests.length = 0;
    const [profile] = await open(first, 'Instance profile');
    expect(profile).toMatchObject({
      label: 'ecsInstanceRole',
      accessibleLabel: 'Instance profile ecsInstanceRole',
      arn: 'arn:aws:iam::111122223333:instance-profile/ecsInstanceRole',
    });
    expect(profile?.tooltip?.()).toContain('State of the instance: running');
    expect(ecs.requests.map(({ operation }) => operation)).toEqual(['DescribeInstances']);
  });

  test('no profile, an instance that EC2 does not know, and a machine outside AWS', async () => {
    const none = await instance({ profile: '' });
    expect(await outline(await open(none.first, 'Instance profile'))).toBe(
      'None: the agent cannot call AWS with a role of the instance. {empty}',
    );
    none.ecs.fail('DescribeInstances', {
      kind: 'error',
      name: 'InvalidInstanceID.NotFound',
      message: "The instance ID 'i-00000000000000001' does not exist",
    });
    expect(await outline(await open(none.first, 'Instance profile'))).toBe(
      'EC2 does not know the instance any more. {empty}',
    );
    const outside = await instance({ external: true });
    outside.ecs.requests.length = 0;
    expect(await outline(await open(outside.first, 'Instance profile'))).toBe(
      'None: outside AWS the agent works by the role that the machine was activated with. {empty}',
    );
    expect(outside.ecs.requests).toEqual([]);
  });
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
