import { describe, expect, test } from 'vitest';
import { LiveFailure } from '../../client/src/live/failure';
import type { EcsGateway, Service, Task } from '../../client/src/live/ports';
import { clusterRows } from '../../client/src/live/tree/clusters';
import { pathToTask } from '../../client/src/live/tree/ids';
import type { TreeNode } from '../../client/src/live/tree/node';
import { byUrgency, serviceRow } from '../../client/src/live/tree/services';
import { node, open, outline } from './support/outline';
import { pagesOf, readOnce } from './support/pages';
import { connected, t } from './support/stage';

const now = (): number => Date.parse('2026-01-15T08:05:00Z');
const rows = (gateway: EcsGateway): Promise<readonly TreeNode[]> => clusterRows(async () => gateway, t, now);

test('clusters, services, tasks and containers with their states in words', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addCluster('empty');
  ecs.addCluster('gone', { status: 'INACTIVE' });
  ecs.addService('shop', 'web', { desiredCount: 2 });
  ecs.addTaskDefinition({ family: 'job', containerDefinitions: [{ name: 'job', image: 'job:missing', memory: 64 }] });
  ecs.addTask('shop', { taskDefinition: 'job', launchType: 'EC2', status: 'STOPPED' });
  ecs.addTask('shop', { status: 'PROVISIONING' });

  const text = (await outline(await rows(gateway))).replaceAll(/\b[0-9a-f]{8}\b/g, 'ID');
  expect(text).toMatchInlineSnapshot(`
    "empty · 0 services, 0 tasks running, 2 instances {cluster;empty}
      No services {empty}
      Tasks · not of a service {tasks}
        No tasks {empty}
      Container instances · 2 {instances}
        i-00000000000000001 · active · agent connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;active}
          No tasks {empty}
          Instance profile {instanceProfile}
            ecsInstanceRole {profile}
        i-00000000000000002 · active · agent connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;active}
          No tasks {empty}
          Instance profile {instanceProfile}
            ecsInstanceRole {profile}
      Metrics · of the last hour {metrics}
        No metrics in the last hour: ECS sends them while tasks run on the instances of the cluster. {empty}
    shop · 1 service, 2 tasks running, 1 pending, 2 instances {cluster}
      web · 2 of 2 running {service}
        Deployments · completed {deployments}
          web:1 · completed · 2 of 2 running · 5 minutes ago {deployment;completed}
          History · of the last 90 days {deploymentHistory}
            5 minutes ago · successful {serviceDeployment;completed}
        Tasks {tasks}
          web:1 · running · ID {task;running}
            web · running {container}
            proxy · running {container}
          web:1 · running · ID {task;running}
            web · running {container}
            proxy · running {container}
        Events · 1 {events}
          has reached a steady state. · 5 minutes ago {event}
        Metrics · of the last hour {metrics}
          No metrics in the last hour: ECS sends them while tasks run, on Fargate and on instances. {empty}
        Auto scaling {scaling}
          Not scaled automatically {empty}
      Tasks · not of a service {tasks}
        web:1 · provisioning · ID {task;starting}
          web · pending {container}
          proxy · pending {container}
        job:1 · stopped · CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref job:missing: not found · ID {task;stopped}
          job · stopped · CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref job:missing: not found {container}
      Container instances · 2 {instances}
        i-00000000000000001 · active · agent connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;active}
          job:1 · stopped · CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref job:missing: not found · ID {task;stopped}
            job · stopped · CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref job:missing: not found {container}
          Instance profile {instanceProfile}
            ecsInstanceRole {profile}
        i-00000000000000002 · active · agent connected · 0 tasks running · 1792 of 2048 CPU units free · 3372 of 3884 MiB free {instance;active}
          No tasks {empty}
          Instance profile {instanceProfile}
            ecsInstanceRole {profile}
      Metrics · of the last hour {metrics}
        No metrics in the last hour: ECS sends them while tasks run on the instances of the cluster. {empty}"
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
  const sorted = services.toSorted(byUrgency).map((it) => serviceRow(it, { gateway, t, now }));
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
    taskPages: (cluster, { desiredStatus }) =>
      desiredStatus === 'STOPPED' ? pagesOf([]) : readOnce(() => gateway.describeTasks(cluster, [arn])),
  };
  ecs.removeTask('shop', arn);
  const tasks = await open(await open(await rows(lagging), 'shop'), 'Tasks');
  expect((await outline(tasks)).replace(/^\S+/, 'ID')).toBe(
    'ID · It is not there any more, or not in this cluster. (MISSING) {failure}',
  );
});

test('rows of a level have ids of their own, also where ECS repeats itself', async () => {
  const { ecs, gateway } = await connected();
  const cluster = ecs.addCluster('shop');
  ecs.addTask('shop');
  const twice: EcsGateway = {
    ...gateway,
    taskPages: (...args) =>
      readOnce(async () => {
        const { items } = await gateway.tasks(...args);
        const gone = { arn: `${cluster}/gone`.replace(':cluster/', ':task/'), reason: 'MISSING' };
        return { items: [...items, ...items], failures: [gone, gone] };
      }),
  };
  const tasks = await open(await open(await rows(twice), 'shop'), 'Tasks');
  expect(tasks.map(({ context }) => context)).toEqual(['task;running', 'failure']);
});

describe('a failure is a row that says what to do', () => {
  test.each([
    ['denied', 'ecs:ListClusters', 'taskdef.connection.pick', 'error;access-denied'],
    ['expired', 'have expired', 'taskdef.clusters.refresh', 'error;token-expired'],
    ['unrecognized', 'does not accept', 'taskdef.connection.pick', 'error;bad-credentials'],
    ['throttled', 'wait a moment', 'taskdef.clusters.refresh', 'error;throttled'],
  ] as const)(
    '%s',
    async (kind, words, command, context) => {
      const { ecs, gateway } = await connected();
      ecs.fail('ListClusters', { kind });
      const [row, remedy, ...more] = await rows(gateway);
      expect(more).toEqual([]);
      // What to do stands below, where a narrow side bar does not cut it off, and does the same.
      expect(remedy).toMatchObject({ label: row?.command?.title, command: row?.command, context: 'remedy' });
      expect(row?.label).toContain(words);
      expect(row?.command?.id).toBe(command);
      expect(row?.context).toBe(context);
      expect(row?.accessibleLabel).toBe(`Error: ${row?.label}`);
      // AWS's reference for the call, for a question to its support.
      expect(row?.tooltip?.()).toMatch(/- Operation: ListClusters\n- Request: [0-9a-f\\-]+$/);
    },
    20_000,
  );

  test.each(['sso-expired', 'login-expired'] as const)('%s: the sign-in command of its kind', async (kind) => {
    const rejecting = async () => {
      throw new LiveFailure(kind, 'The sign-in has expired.', 'sign-in');
    };
    const [row] = await clusterRows(rejecting, t, now);
    expect(row).toMatchObject({
      context: `error;${kind}`,
      command: { id: 'taskdef.signIn.copy', arguments: [kind] },
    });
  });

  test('what AWS refuses leads to the log, a cancelled read to nothing', async () => {
    const { ecs, gateway } = await connected();
    ecs.fail('ListClusters', { kind: 'error', name: 'ClientException', message: 'No' });
    expect((await rows(gateway))[0]?.command?.id).toBe('taskdef.log.show');
    const cancelled = new LiveFailure('cancelled', 'ListClusters was cancelled.', 'retry');
    expect(await clusterRows(() => Promise.reject(cancelled), t, now)).toEqual([]);
  });

  test('the rows around it stay', async () => {
    const { ecs, gateway } = await connected();
    ecs.addCluster('a');
    ecs.addCluster('b');
    ecs.fail('ListServices', { kind: 'denied', times: 1 });
    expect(await outline(await rows(gateway), 2)).toMatchInlineSnapshot(`
      "a · 0 services, 0 tasks running, 2 instances {cluster;empty}
        ecs:ListServices is not allowed for the identity in use: ask for this permission or choose another profile. {error;access-denied}
        Choose Connection {remedy}
        Tasks · not of a service {tasks}
        Container instances · 2 {instances}
        Metrics · of the last hour {metrics}
      b · 0 services, 0 tasks running, 2 instances {cluster;empty}
        No services {empty}
        Tasks · not of a service {tasks}
        Container instances · 2 {instances}
        Metrics · of the last hour {metrics}"
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
    const broken = clusterRows(() => Promise.reject(new TypeError('x is undefined')), t, now);
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
  expect(node(clusters, 'shop').accessibleLabel).toBe('Cluster shop, 1 service, 1 task running, 2 instances');
  expect(node(services, 'web').accessibleLabel).toBe('Service web, 1 of 1 running');
  const [task] = await open(await open(services, 'web'), 'Tasks');
  expect(task?.accessibleLabel).toBe(`Task ${task?.arn?.split('/').at(-1)} of web:1, running`);
  const [container] = (await task?.children?.()) ?? [];
  expect(container?.accessibleLabel).toBe('Container web, running');
});

test('a tooltip holds what the row has no room for', async () => {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  ecs.addTask('shop', { status: 'STOPPED' });
  const clusters = await rows(gateway);
  const services = await open(clusters, 'shop');
  const [task] = await open(services, 'Tasks');
  const [container] = (await task?.children?.()) ?? [];
  const text = [node(clusters, 'shop'), node(services, 'web'), task, container]
    .map((it) => it?.tooltip?.().replaceAll('\\', ''))
    .join('\n\n')
    .replaceAll(/\b[0-9a-f]{32}\b/g, 'ID');
  expect(text).toMatchInlineSnapshot(`
    "**shop**

    - Status: active
    - Services: 1
    - Tasks: 1 running, 0 pending
    - Container instances: 2
    - Region: us-east-1
    - ARN: arn:aws:ecs:us-east-1:111122223333:cluster/shop

    **web**

    - Status: active
    - Tasks: 1 wanted, 1 running, 0 pending
    - Task definition: web:1
    - Launch type: FARGATE
    - ARN: arn:aws:ecs:us-east-1:111122223333:service/shop/web

    **ID**

    - Status: stopped
    - Task definition: web:1
    - Launch type: FARGATE
    - Availability zone: us-east-1a
    - Platform version: 1.4.0
    - CPU units: 256
    - Memory in MiB: 512
    - Group: family:web
    - Created: 2026-01-15T08:00:00.000Z
    - Started: 2026-01-15T08:00:10.000Z
    - Stopped: 2026-01-15T08:00:17.000Z
    - Stop reason: Task stopped by user; web: exit code 143; proxy: exit code 143
    - ARN: arn:aws:ecs:us-east-1:111122223333:task/shop/ID

    **web**

    - Status: stopped
    - Image: public.ecr.aws/nginx/nginx:1.29
    - Digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
    - Exit code: 143
    - Private IP address: 172.31.32.212"
  `);
});

describe('a gateway that knows little', () => {
  const task = (id: string, state: Partial<Task>): Task => ({
    arn: `arn:aws:ecs:us-east-1:111122223333:task/${id}`,
    id,
    clusterArn: 'arn:aws:ecs:us-east-1:111122223333:cluster/shop',
    lastStatus: 'UNKNOWN',
    containers: [],
    ...state,
  });

  test('tasks on their way, of no known state, without containers or reasons', async () => {
    const { ecs, gateway } = await connected();
    ecs.addCluster('shop');
    const ended = [{ name: 'app', lastStatus: 'STOPPED', exitCode: 0 }];
    const items = [
      task('b', {}),
      task('a', {}),
      task('c', { lastStatus: 'DEPROVISIONING', stoppedReason: 'Scaling in' }),
      task('d', { lastStatus: 'RUNNING', desiredStatus: 'STOPPED' }),
      task('e', { lastStatus: 'STOPPED' }),
      task('f', { lastStatus: 'STOPPED', containers: ended }),
      task('g', { lastStatus: 'STOPPED', stopCode: 'UserInitiated', group: 'service:web' }),
    ];
    const bare: EcsGateway = { ...gateway, taskPages: () => pagesOf(items) };
    const tasks = await open(await open(await rows(bare), 'shop'), 'Tasks');
    expect(await outline(tasks)).toMatchInlineSnapshot(`
      "a · unknown {task;starting}
        No containers {empty}
      b · unknown {task;starting}
        No containers {empty}
      c · deprovisioning · Scaling in {task;stopping}
        No containers {empty}
      d · running {task;stopping}
        No containers {empty}
      e · stopped {task;stopped}
        No containers {empty}
      f · stopped {task;stopped}
        app · stopped · exit code 0 {container}"
    `);
    expect(tasks.map(({ icon }) => icon.name)).toEqual(['clock', 'clock', 'clock', 'clock', 'error', 'circle-slash']);
    expect(tasks[4]?.tooltip?.()).toContain('Stop reason: No reason was given');
  });

  test('a cluster that is not ready, a failure without a name', async () => {
    const { gateway } = await connected();
    const cluster = {
      arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/new',
      name: 'new',
      status: 'PROVISIONING',
      runningTasks: 0,
      pendingTasks: 0,
      activeServices: 2,
      containerInstances: 0,
    };
    const failures = [{ reason: 'MISSING' }];
    const listing = { ...gateway, clusterPages: () => pagesOf([cluster], failures) };
    const found = await rows(listing);
    expect(await outline(found, 1)).toMatchInlineSnapshot(`
      "new · provisioning, 2 services, 0 tasks running {cluster}
      MISSING · It is not there any more, or not in this cluster. (MISSING) {failure}"
    `);
    expect(found[1]?.tooltip?.()).toContain('Reason: It is not there any more');
    const lost = { ...gateway, servicePages: () => pagesOf<Service>([], failures) };
    const children = await open(await rows({ ...lost, clusterPages: listing.clusterPages }), 'new');
    expect(children.map(({ context }) => context)).toEqual(['failure', 'tasks']);
  });
});

async function flatten(nodes: readonly TreeNode[]): Promise<string[]> {
  const below = await Promise.all(nodes.map(async (it) => flatten((await it.children?.()) ?? [])));
  return [...nodes.map(({ id }) => id), ...below.flat()];
}
