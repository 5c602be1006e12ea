import { describe, expect, test, vi } from 'vitest';
import { deploymentTimes } from '../support/fake-ecs/index';
import { connected, web } from './support/stage';

const ahead = { ...web, family: 'web', containerDefinitions: [{ name: 'web', image: 'web:2' }] };
const broken = { ...web, containerDefinitions: [{ name: 'web', image: 'web:missing' }] };

/** A service in a cluster, with what its details show at each moment. */
async function serving() {
  const { ecs, gateway } = await connected();
  const cluster = ecs.addCluster('shop');
  ecs.addTaskDefinition(structuredClone(web) as never);
  const service = ecs.addService('shop', 'web', { desiredCount: 2 });
  const now = async () => {
    const details = await gateway.serviceDetails(cluster, service);
    const rollouts = details?.deployments.map(
      ({ status, taskDefinitionArn, rolloutState, running, failed }) =>
        `${status} ${taskDefinitionArn?.split('/')[1]} ${rolloutState}: ${running} running, ${failed} failed`,
    );
    const [newest] = (await gateway.serviceDeployments(cluster, service)).items;
    return { rollouts, status: newest?.status, stage: newest?.stage, event: details?.events[0]?.message, details };
  };
  return { ecs, gateway, cluster, service, now };
}

describe('a service', () => {
  test('that is steady: its row, its deployment and its events', async () => {
    const { now } = await serving();
    const { details, rollouts, status } = await now();
    expect(rollouts).toEqual(['PRIMARY web:1 COMPLETED: 2 running, 0 failed']);
    expect(status).toBe('SUCCESSFUL');
    expect(details).toMatchObject({
      service: { name: 'web', desired: 2, running: 2, deploying: false },
      events: [{ message: '(service web) has reached a steady state.', at: '2026-01-15T08:00:00.000Z' }],
      controller: 'ECS',
      schedulingStrategy: 'REPLICA',
      capacityProviders: [],
      executeCommand: false,
    });
  });

  test('that is deployed: both deployments, then the new one', async () => {
    const { ecs, now } = await serving();
    ecs.deploy('shop', 'web', ecs.addTaskDefinition(structuredClone(ahead) as never));
    ecs.clock.advance(1_000);
    expect(await now()).toMatchObject({
      rollouts: ['PRIMARY web:2 IN_PROGRESS: 0 running, 0 failed', 'ACTIVE web:1 COMPLETED: 2 running, 0 failed'],
      status: 'IN_PROGRESS',
      stage: 'SCALE_UP',
      details: { service: { deploying: true, running: 2, pending: 2 } },
    });
    ecs.clock.advance(deploymentTimes.completes);
    expect(await now()).toMatchObject({
      rollouts: ['PRIMARY web:2 COMPLETED: 2 running, 0 failed'],
      status: 'SUCCESSFUL',
      event: '(service web) has reached a steady state.',
      details: { service: { deploying: false, running: 2 } },
    });
  });

  test('whose deployment fails: rolled back by the circuit breaker', async () => {
    const { ecs, now } = await serving();
    ecs.deploy('shop', 'web', ecs.addTaskDefinition(structuredClone(broken) as never));
    ecs.clock.advance(29_000);
    expect(await now()).toMatchObject({
      rollouts: ['PRIMARY web:2 IN_PROGRESS: 0 running, 3 failed', 'ACTIVE web:1 COMPLETED: 2 running, 0 failed'],
    });
    ecs.clock.advance(2_000);
    expect(await now()).toMatchObject({
      rollouts: ['PRIMARY web:1 IN_PROGRESS: 2 running, 0 failed', 'ACTIVE web:2 FAILED: 0 running, 3 failed'],
      status: 'ROLLBACK_IN_PROGRESS',
    });
    ecs.clock.advance(deploymentTimes.rollsBack);
    expect(await now()).toMatchObject({
      rollouts: ['PRIMARY web:1 COMPLETED: 2 running, 0 failed'],
      status: 'ROLLBACK_SUCCESSFUL',
    });
  });

  test('whose deployment fails and is not rolled back says why', async () => {
    const { ecs, now } = await serving();
    ecs.deploy('shop', 'web', ecs.addTaskDefinition(structuredClone(broken) as never), 'on');
    ecs.clock.advance(31_000);
    expect(await now()).toMatchObject({
      rollouts: ['PRIMARY web:2 FAILED: 0 running, 3 failed', 'ACTIVE web:1 COMPLETED: 2 running, 0 failed'],
      status: 'STOPPED',
      details: { service: { failure: 'ECS deployment circuit breaker: tasks failed to start.' } },
    });
  });

  test('that was deployed often: the newest first, twenty of them described', async () => {
    const { ecs, gateway, cluster, service } = await serving();
    ecs.addManyDeployments('shop', 'web', 130);
    const { items } = await gateway.serviceDeployments(cluster, service);
    expect(items).toHaveLength(131);
    const times = items.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(items.filter(({ strategy }) => strategy === 'ROLLING')).toEqual(items.slice(0, 20));
    expect([ecs.count('ListServiceDeployments'), ecs.count('DescribeServiceDeployments')]).toEqual([2, 1]);
  });

  test('that is gone is undefined', async () => {
    const { ecs, gateway, cluster, service } = await serving();
    ecs.removeService('shop', 'web');
    expect(await gateway.serviceDetails(cluster, service)).toBeUndefined();
    const deleted = ecs.addService('shop', 'old', { status: 'INACTIVE' });
    expect(await gateway.serviceDetails(cluster, deleted)).toBeUndefined();
    expect((await gateway.describeServices(cluster, [deleted])).items).toEqual([]);
  });
});

describe('capacity', () => {
  test('container instances of EC2 and outside of it', async () => {
    const { ecs, gateway } = await connected();
    const cluster = ecs.addCluster('shop', { containerInstances: 1 });
    ecs.addContainerInstance('shop', { external: true, agentConnected: false, status: 'DRAINING' });
    ecs.addContainerInstance('shop', { status: 'INACTIVE' });
    ecs.addTask('shop', { launchType: 'EC2' });
    const { items } = await gateway.containerInstancePages(cluster).next(100);
    expect(items).toEqual([
      expect.objectContaining({
        instanceId: 'i-00000000000000001',
        status: 'ACTIVE',
        agentConnected: true,
        agentVersion: '1.102.0',
        runningTasks: 1,
        availabilityZone: 'us-east-1a',
        instanceType: 't4g.medium',
        registered: { cpu: 2048, memory: 3884 },
        remaining: { cpu: 1792, memory: 3372 },
      }),
      expect.objectContaining({ instanceId: 'mi-00000000000000002', status: 'DRAINING', agentConnected: false }),
    ]);
  });

  test('capacity providers of the cluster, those of its strategy first', async () => {
    const { ecs, gateway } = await connected();
    for (let at = 0; at < 12; at += 1) ecs.addCapacityProvider(`group-${at}`);
    ecs.addCapacityProvider('of-another');
    const groups = Array.from({ length: 12 }, (_, at) => `group-${at}`);
    const cluster = ecs.addCluster('shop', {
      capacityProviders: ['FARGATE', ...groups, 'unknown'],
      defaultStrategy: [{ capacityProvider: 'group-3', weight: 2, base: 1 }],
    });
    const { items } = await gateway.capacityProviders(cluster);
    expect(items.map(({ name }) => name)).toEqual([
      'group-3',
      'FARGATE',
      ...groups.filter((it) => it !== 'group-3'),
      'unknown',
    ]);
    expect(items[0]).toMatchObject({ base: 1, weight: 2, autoScalingGroupArn: expect.stringContaining('group-3') });
    expect(items[1]).not.toHaveProperty('weight');
    expect(items.at(-1)).toEqual({ name: 'unknown' });
    expect(ecs.count('DescribeCapacityProviders')).toBe(2);
  });

  test('a cluster without providers is not asked further', async () => {
    const { ecs, gateway } = await connected();
    expect((await gateway.capacityProviders(ecs.addCluster('shop'))).items).toEqual([]);
    expect(ecs.requests).toHaveLength(1);
  });
});

describe('task definitions', () => {
  test('families, revisions newest first, and one of them as RegisterTaskDefinition takes it', async () => {
    const { ecs, gateway } = await connected();
    ecs.addManyRevisions('web', 120);
    ecs.addManyRevisions('web-admin', 1);
    ecs.deregister('web:7');
    ecs.deregister('web-admin:1');
    expect(await gateway.families('ACTIVE')).toEqual(['web']);
    expect(await gateway.families('ALL')).toEqual(['web', 'web-admin']);
    const active = await gateway.revisions('web', 'ACTIVE');
    expect([active.length, active[0]?.split('/')[1], active.at(-1)?.split('/')[1]]).toEqual([119, 'web:120', 'web:1']);
    const [gone = ''] = await gateway.revisions('web', 'INACTIVE');
    expect(await gateway.revision(gone)).toMatchObject({
      family: 'web',
      revision: 7,
      status: 'INACTIVE',
      registeredBy: 'arn:aws:iam::111122223333:user/dev',
      registeredAt: '2026-01-15T09:00:00.000Z',
      deregisteredAt: '2026-01-15T09:00:00.000Z',
      definition: { family: 'web', cpu: '256' },
    });
    expect((await gateway.revision(gone))?.definition).not.toHaveProperty('status');
    expect(await gateway.revision('web:500')).toBeUndefined();
  });
});

describe('a target group', () => {
  const listeners = [
    { protocol: 'HTTP', port: 80, redirects: true },
    { protocol: 'HTTPS', port: 443 },
    { protocol: 'HTTPS', port: 8443 },
  ];

  test('its targets, and where a browser reaches them', async () => {
    const { ecs, gateway } = await connected();
    const arn = ecs.addTargetGroup('web', {
      listeners,
      targets: [
        { id: '172.31.0.7', port: 80 },
        { id: '172.31.0.8', port: 80, state: 'unhealthy', reason: 'Target.Timeout', description: 'Request timed out' },
      ],
    });
    const host = 'web-1234567890.us-east-1.elb.amazonaws.com';
    expect(await gateway.targetGroup(arn)).toEqual({
      arn,
      name: 'web',
      targetType: 'ip',
      internal: false,
      urls: [`https://${host}`, `https://${host}:8443`],
      targets: [
        { id: '172.31.0.7', port: 80, zone: 'us-east-1a', state: 'healthy' },
        {
          id: '172.31.0.8',
          port: 80,
          zone: 'us-east-1a',
          state: 'unhealthy',
          reason: 'Target.Timeout',
          detail: 'Request timed out',
        },
      ],
    });
  });

  test('without a load balancer has no address, and one in a network says so', async () => {
    const { ecs, gateway } = await connected();
    const alone = ecs.addTargetGroup('alone', { loadBalancer: false });
    expect(await gateway.targetGroup(alone)).toMatchObject({ urls: [], targets: [] });
    expect(ecs.count('DescribeLoadBalancers')).toBe(0);
    const inside = ecs.addTargetGroup('inside', { internal: true, listeners: [{ protocol: 'TCP', port: 5432 }] });
    expect(await gateway.targetGroup(inside)).toMatchObject({ urls: [], internal: true });
  });

  test('that is gone is undefined', async () => {
    const { gateway } = await connected();
    const arn = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0a1b2c3d4e5f6071';
    expect(await gateway.targetGroup(arn)).toBeUndefined();
  });
});

describe('scaling', () => {
  test('bounds and policies', async () => {
    const { ecs, gateway } = await connected();
    ecs.scale('shop', 'web', {
      min: 2,
      max: 10,
      policies: [
        {
          PolicyName: 'cpu',
          PolicyType: 'TargetTrackingScaling',
          TargetTrackingScalingPolicyConfiguration: {
            TargetValue: 75,
            PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          },
        },
        {
          PolicyName: 'queue',
          PolicyType: 'StepScaling',
          StepScalingPolicyConfiguration: {
            AdjustmentType: 'ChangeInCapacity',
            StepAdjustments: [{ ScalingAdjustment: 1 }, { ScalingAdjustment: -2 }],
          },
        },
      ],
    });
    expect(await gateway.scaling('shop', 'web')).toEqual({
      min: 2,
      max: 10,
      suspended: false,
      policies: [
        { name: 'cpu', kind: 'TargetTrackingScaling', detail: 'ECSServiceAverageCPUUtilization 75' },
        { name: 'queue', kind: 'StepScaling', detail: 'ChangeInCapacity +1, -2' },
      ],
    });
  });

  test('of a service that nothing scales is undefined, after one request', async () => {
    const { ecs, gateway } = await connected();
    expect(await gateway.scaling('shop', 'web')).toBeUndefined();
    expect(ecs.requests).toHaveLength(1);
  });
});

test('a running task: ports of its host, its agent and its address', async () => {
  const { ecs, gateway } = await connected();
  const cluster = ecs.addCluster('shop');
  ecs.addTaskDefinition({
    family: 'api',
    containerDefinitions: [{ name: 'api', image: 'api', memory: 64, portMappings: [{ containerPort: 8080 }] }],
  });
  const tasks = [
    ecs.addTask('shop', { taskDefinition: 'api', launchType: 'EC2', executeCommand: true }),
    ecs.addTask('shop'),
  ];
  const { items } = await gateway.describeTasks(cluster, tasks);
  expect(items).toMatchObject([
    {
      containerInstanceArn: expect.stringContaining(':container-instance/shop/'),
      executeCommand: true,
      containers: [
        {
          ports: [{ containerPort: '8080', hostPort: '32768', protocol: 'tcp' }],
          agents: [{ name: 'ExecuteCommandAgent', status: 'RUNNING' }],
        },
      ],
    },
    {
      availabilityZone: 'us-east-1a',
      platformVersion: '1.4.0',
      cpu: '256',
      memory: '512',
      containers: [{ privateIp: expect.stringMatching(/^172\.31\./) }, {}],
    },
  ]);
});

test.each([
  ['AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2', 'DescribeTargetGroups'],
  ['AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING', 'DescribeScalableTargets'],
] as const)('%s sends there', async (variable, operation) => {
  const { ecs, gateway } = await connected();
  const other = await connected();
  vi.stubEnv('AWS_ENDPOINT_URL', other.ecs.url);
  vi.stubEnv(variable, ecs.url);
  const read = operation === 'DescribeTargetGroups' ? gateway.targetGroup('x') : gateway.scaling('shop', 'web');
  expect(await read).toBeUndefined();
  expect([ecs.count(operation), other.ecs.requests.length]).toEqual([1, 0]);
});
