import { describe, expect, test } from 'vitest';
import type { EcsGateway, Service } from '../../client/src/live/ports';
import { clusterRows } from '../../client/src/live/tree/clusters';
import { pathToTask } from '../../client/src/live/tree/ids';
import type { TreeNode } from '../../client/src/live/tree/node';
import { byUrgency, serviceRow } from '../../client/src/live/tree/services';
import { node, open, outline } from './support/outline';
import { connected, t } from './support/stage';

const rows = (gateway: EcsGateway): Promise<readonly TreeNode[]> => clusterRows(async () => gateway, t);

test('clusters, services, tasks and containers with their states in words', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addCluster('empty');
  ecs.addCluster('gone', { status: 'INACTIVE' });
  ecs.addService('shop', 'web', { desiredCount: 2 });
  ecs.addTaskDefinition({ family: 'job', containerDefinitions: [{ name: 'job', image: 'job:missing', memory: 64 }] });
  ecs.addTask('shop', { taskDefinition: 'job', launchType: 'EC2', status: 'STOPPED' });
  ecs.addTask('shop', { status: 'PROVISIONING' });

  const text = (await outline(await rows(gateway))).replaceAll(/\b[0-9a-f]{32}\b/g, 'ID');
  expect(text).toMatchInlineSnapshot(`
    "empty · 0 services, 0 tasks running {cluster}
      No services {empty}
      Tasks · not of a service {tasks}
        No tasks {empty}
    shop · 1 service, 2 tasks running, 1 pending {cluster}
      web · 2 of 2 running {service}
        ID · running · web:1 {task;running}
          web · running {container}
          proxy · running {container}
        ID · running · web:1 {task;running}
          web · running {container}
          proxy · running {container}
      Tasks · not of a service {tasks}
        ID · provisioning · web:1 {task;starting}
          web · pending {container}
          proxy · pending {container}
        ID · stopped · job:1 · CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref job:missing: not found {task;stopped}
          job · stopped · CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref job:missing: not found {container}"
  `);
});

test('nothing is fetched before it is opened, and containers cost nothing', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addTask('shop');
  const [shop] = await rows(gateway);
  expect(ecs.requests.map(({ operation }) => operation)).toEqual(['ListClusters', 'DescribeClusters']);
  const cluster = await open(shop ? [shop] : [], 'shop');
  expect(ecs.count('ListServices')).toBe(1);
  expect(ecs.count('ListTasks')).toBe(0);
  const [task] = await open(cluster, 'Tasks');
  const seen = ecs.requests.length;
  await task?.children?.();
  expect(ecs.requests.length).toBe(seen);
});

test('250 clusters are read to the end: three pages, three batches', async () => {
  const { ecs, gateway } = await connected();
  ecs.addManyClusters(250);
  expect(await rows(gateway)).toHaveLength(250);
  expect([ecs.count('ListClusters'), ecs.count('DescribeClusters')]).toEqual([3, 3]);
});

test('ids are unique, hold region and ARN, and survive a refresh', async () => {
  const { ecs, gateway } = await connected();
  const cluster = ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  const task = ecs.addTask('shop');
  const ids = async (): Promise<string[]> => flatten(await rows(gateway));
  const first = await ids();
  expect(new Set(first).size).toBe(first.length);
  expect(await ids()).toEqual(first);
  for (const id of pathToTask('us-east-1', cluster, task)) expect(first).toContain(id);
  expect(first.every((id) => id.startsWith('us-east-1/arn:aws:ecs:'))).toBe(true);
});

test('a task knows its cluster, which its ARN may not name', async () => {
  const { ecs, gateway } = await connected();
  const cluster = ecs.addCluster('shop');
  const task = ecs.addTask('shop');
  const [found] = await open(await open(await rows(gateway), 'shop'), 'Tasks');
  expect(found).toMatchObject({ arn: task, clusterArn: cluster });
});

test('a service in trouble comes first, one that changes next', async () => {
  const service = (name: string, state: Partial<Service>): Service => ({
    arn: `arn:aws:ecs:us-east-1:111122223333:service/shop/${name}`,
    name,
    clusterArn: 'arn:aws:ecs:us-east-1:111122223333:cluster/shop',
    status: 'ACTIVE',
    desired: 2,
    running: 2,
    pending: 0,
    deploying: false,
    ...state,
  });
  const services = [
    service('api', {}),
    service('old', { status: 'DRAINING', running: 0 }),
    service('cart', { deploying: true, running: 1, pending: 1 }),
    service('mail', { running: 0 }),
    service('auth', { failure: 'ECS deployment circuit breaker: tasks failed to start.' }),
  ];
  const { gateway } = await connected();
  const sorted = services.toSorted(byUrgency).map((it) => serviceRow(it, gateway, t));
  expect(await outline(sorted, 1)).toMatchInlineSnapshot(`
    "auth · deployment failed, 2 of 2 running {service;failing}
    mail · tasks missing, 0 of 2 running {service;failing}
    cart · deploying, 1 of 2 running, 1 pending {service;deploying}
    old · draining, 0 of 2 running {service;draining}
    api · 2 of 2 running {service}"
  `);
  expect(sorted[0]?.tooltip?.()).toContain('ECS deployment circuit breaker');
});

test('what could not be described is a row with its reason', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  const arn = ecs.addTask('shop');
  const lagging: EcsGateway = {
    ...gateway,
    // ECS lists a task for a while after it has forgotten it.
    tasks: async (cluster, { desiredStatus }) =>
      desiredStatus === 'STOPPED' ? { items: [], failures: [] } : gateway.describeTasks(cluster, [arn]),
  };
  ecs.removeTask('shop', arn);
  const tasks = await open(await open(await rows(lagging), 'shop'), 'Tasks');
  expect((await outline(tasks)).replace(/^\S+/, 'ID')).toBe(
    'ID · It is not there any more, or not in this cluster. (MISSING) {failure}',
  );
});

describe('a failure is a row that says what to do', () => {
  test.each([
    ['denied', 'ecs:ListClusters', 'taskdef.connection.pick', 'error;access-denied'],
    ['expired', 'have expired', 'taskdef.connection.pick', 'error;token-expired'],
    ['throttled', 'wait a moment', 'taskdef.clusters.refresh', 'error;throttled'],
  ] as const)('%s', async (kind, words, command, context) => {
    const { ecs, gateway } = await connected();
    ecs.fail('ListClusters', { kind });
    const [row, ...more] = await rows(gateway);
    expect(more).toEqual([]);
    expect(row?.label).toContain(words);
    expect(row?.command?.id).toBe(command);
    expect(row?.context).toBe(context);
    expect(row?.accessibleLabel).toBe(`Error: ${row?.label}`);
  });

  test('the rows around it stay', async () => {
    const { ecs, gateway } = await connected();
    ecs.addCluster('a');
    ecs.addCluster('b');
    ecs.fail('ListServices', { kind: 'denied', times: 1 });
    expect(await outline(await rows(gateway), 2)).toMatchInlineSnapshot(`
      "a · 0 services, 0 tasks running {cluster}
        The identity in use is not allowed to call ecs:ListServices: ask for this permission or choose another profile. {error;access-denied}
      b · 0 services, 0 tasks running {cluster}
        No services {empty}
        Tasks · not of a service {tasks}"
    `);
  });

  test('an endpoint that is down', async () => {
    const { ecs, gateway } = await connected();
    await ecs.close();
    const [row] = await rows(gateway);
    expect(row?.label).toContain(`${new URL(ecs.url).host} cannot be reached (ECONNREFUSED)`);
    expect(row?.command?.id).toBe('taskdef.clusters.refresh');
  });

  test('a bug is not a row', async () => {
    const broken = clusterRows(() => Promise.reject(new TypeError('x is undefined')), t);
    await expect(broken).rejects.toThrow(TypeError);
  });
});

test('text from AWS has no effect in a tooltip', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addTask('shop', { status: 'STOPPED', stoppedReason: '[x](command:run) <img src=x>\n# big https://evil.example' });
  const [task] = await open(await open(await rows(gateway), 'shop'), 'Tasks');
  const tooltip = task?.tooltip?.() ?? '';
  expect(tooltip).toContain('\\[x\\]\\(command\\:run\\) \\<img src\\=x\\> \\# big https\\:\\/\\/evil\\.example');
});

test('every row says its kind, name and state to a screen reader', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  const clusters = await rows(gateway);
  const services = await open(clusters, 'shop');
  expect(node(clusters, 'shop').accessibleLabel).toBe('Cluster shop, 1 service, 1 task running');
  expect(node(services, 'web').accessibleLabel).toBe('Service web, 1 of 1 running');
  const [task] = await open(services, 'web');
  expect(task?.accessibleLabel).toBe(`Task ${task?.label}, running · web:1`);
  const [container] = (await task?.children?.()) ?? [];
  expect(container?.accessibleLabel).toBe('Container web, running');
});

async function flatten(nodes: readonly TreeNode[]): Promise<string[]> {
  const below = await Promise.all(nodes.map(async (it) => flatten((await it.children?.()) ?? [])));
  return [...nodes.map(({ id }) => id), ...below.flat()];
}
