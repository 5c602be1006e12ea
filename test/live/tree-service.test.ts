import { describe, expect, test } from 'vitest';
import type { EcsGateway } from '../../client/src/live/ports';
import type { TreeNode } from '../../client/src/live/tree/node';
import { serviceRow } from '../../client/src/live/tree/services';
import type { ServiceSeed } from '../support/fake-ecs/seed-services';
import { open, outline } from './support/outline';
import { connected, t, web } from './support/stage';

type Ecs = Awaited<ReturnType<typeof connected>>['ecs'];

/** The row of the service web in the cluster shop, as it is now; requests are counted from here. */
async function serving(prepare: (ecs: Ecs) => ServiceSeed = () => ({}), wrap = (gateway: EcsGateway) => gateway) {
  const { ecs, gateway } = await connected();
  const cluster = ecs.addCluster('shop');
  ecs.addTaskDefinition(structuredClone(web) as never);
  ecs.addService('shop', 'web', { desiredCount: 2, ...prepare(ecs) });
  const row = async (): Promise<TreeNode> => {
    const [service] = (await gateway.services(cluster)).items;
    if (!service) throw new Error('No service');
    return serviceRow(service, { gateway: wrap(gateway), t, now: ecs.clock.now });
  };
  const service = await row();
  ecs.requests.length = 0;
  const groups = async (): Promise<readonly TreeNode[]> => (await service.children?.()) ?? [];
  const group = async (label: string): Promise<string> => outline(await open(await groups(), label), 1);
  return { ecs, service, row, groups, group };
}

const asked = (ecs: Ecs): readonly string[] => ecs.requests.map(({ operation }) => operation);

describe('what opening costs', () => {
  test('a service is one request; each row below costs its own when it is opened', async () => {
    const { ecs, groups } = await serving((it) => {
      const targetGroupArn = it.addTargetGroup('web', { targets: [{ id: '172.31.0.7', port: 80 }] });
      return { loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 80 }] };
    });
    const rows = await groups();
    expect(rows.map(({ label }) => label)).toEqual([
      'Deployments',
      'Tasks',
      'Events',
      'Load balancers',
      'Metrics',
      'Auto scaling',
    ]);
    expect(asked(ecs)).toEqual(['DescribeServices']);
    const costOf = async (label: string, below = rows): Promise<readonly string[]> => {
      ecs.requests.length = 0;
      await open(below, label);
      return asked(ecs).toSorted();
    };
    expect(await costOf('Deployments')).toEqual(['DescribeServices']);
    expect(await costOf('Tasks')).toEqual(['DescribeTasks', 'ListTasks', 'ListTasks']);
    expect(await costOf('Events')).toEqual(['DescribeServices']);
    expect(await costOf('Load balancers')).toEqual([
      'DescribeListeners',
      'DescribeLoadBalancers',
      'DescribeTargetGroups',
      'DescribeTargetHealth',
    ]);
    expect(await costOf('Metrics')).toEqual(['GetMetricData']);
    expect(await costOf('Auto scaling')).toEqual(['DescribeScalableTargets']);
    const deployments = await open(rows, 'Deployments');
    expect(await costOf('History', deployments)).toEqual(['DescribeServiceDeployments', 'ListServiceDeployments']);
  });
});

describe('deployments', () => {
  test('that move, fail and were', async () => {
    const { ecs, groups, group } = await serving();
    const broken = { ...web, containerDefinitions: [{ name: 'web', image: 'web:missing' }] };
    ecs.deploy('shop', 'web', ecs.addTaskDefinition(structuredClone(broken) as never));
    ecs.clock.advance(29_000);
    expect(await group('Deployments')).toMatchInlineSnapshot(`
      "web:2 · in progress · 0 of 2 running · 3 failed · just now {deployment;deploying}
      web:1 · being replaced · 2 of 2 running · 1 hour ago {deployment;stopped}
      History · of the last 90 days {deploymentHistory}"
    `);
    ecs.clock.advance(2_000);
    expect(await group('Deployments')).toMatchInlineSnapshot(`
      "web:1 · in progress · 2 of 2 running · 1 hour ago {deployment;deploying}
      web:2 · failed · 0 of 0 running · 3 failed · ECS deployment circuit breaker: tasks failed to start. · just now {deployment;failed}
      History · of the last 90 days {deploymentHistory}"
    `);
    ecs.clock.advance(3_600_000);
    const history = await open(await open(await groups(), 'Deployments'), 'History');
    expect(await outline(history)).toMatchInlineSnapshot(`
      "1 hour ago · rolled back · Service deployment circuit breaker: the failure threshold was exceeded. {serviceDeployment;failed}
      2 hours ago · successful {serviceDeployment;completed}"
    `);
    expect(history[0]?.tooltip?.()).toContain('Reason:');
  });

  test('that shift traffic say how much the new revision has', async () => {
    const deploymentConfiguration = {
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 10 },
    } as const;
    const { ecs, groups } = await serving(() => ({ settings: { deploymentConfiguration } }));
    ecs.deploy('shop', 'web', ecs.addTaskDefinition(structuredClone(web) as never));
    const newest = async () => (await open(await open(await groups(), 'Deployments'), 'History'))[0];
    const seen = new Set<string | undefined>();
    for (let minute = 0; minute < 40; minute += 1) {
      seen.add((await newest())?.description);
      ecs.clock.advance(60_000);
    }
    expect([...seen]).toMatchInlineSnapshot(`
      [
        "pending · 0% of the traffic",
        "in progress · 10% of the traffic, 100% of the test traffic",
        "successful",
      ]
    `);
    expect((await newest())?.tooltip?.()).toContain('Traffic: 100\\% of the traffic');
  });

  test('of the history twenty at a time, each described', async () => {
    const { ecs, groups } = await serving();
    ecs.addManyDeployments('shop', 'web', 44);
    const deployments = await open(await groups(), 'Deployments');
    ecs.requests.length = 0;
    const first = await open(deployments, 'History');
    expect(first).toHaveLength(21);
    expect(first.at(-1)?.label).toBe('Load more… (20 shown)');
    const second = (await first.at(-1)?.more?.()) ?? [];
    const all = (await second.at(-1)?.more?.()) ?? [];
    expect(all).toHaveLength(45);
    expect(all.slice(0, 20)).toEqual(first.slice(0, 20));
    expect(all.at(-1)).toMatchObject({ label: '1 day ago', description: 'successful' });
    expect(all.at(-1)?.tooltip?.()).toContain('Strategy: rolling');
    expect(asked(ecs)).toEqual(['ListServiceDeployments', ...Array(3).fill('DescribeServiceDeployments')]);
  });

  test('of another controller are said to be its own', async () => {
    const { group } = await serving(undefined, (gateway) => ({
      ...gateway,
      serviceDetails: async (...args) => {
        const details = await gateway.serviceDetails(...args);
        return details && { ...details, controller: 'CODE_DEPLOY', deployments: [] };
      },
    }));
    expect(await group('Deployments')).toBe('Not deployed by ECS, but by CODE_DEPLOY {empty}');
  });
});

test('events are the newest hundred, their times in words', async () => {
  const { group } = await serving(undefined, (gateway) => ({
    ...gateway,
    serviceDetails: async (...args) => {
      const details = await gateway.serviceDetails(...args);
      const events = Array.from({ length: 150 }, (_, index) => ({
        id: `event-${index}`,
        at: new Date(Date.parse('2026-01-15T09:00:00Z') - index * 3_600_000).toISOString(),
        message: index === 0 ? '(service web) was unable to place a task.' : `(service web) has begun ${index} tasks.`,
      }));
      return details && { ...details, events };
    },
  }));
  const lines = (await group('Events')).split('\n');
  expect(lines).toHaveLength(100);
  expect([lines[0], lines[2], lines[50]]).toEqual([
    'was unable to place a task. · just now {event}',
    'has begun 2 tasks. · 2 hours ago {event}',
    'has begun 50 tasks. · 2 days ago {event}',
  ]);
});

describe('load balancers', () => {
  const attach = (targetGroupArn: string): ServiceSeed => ({
    loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 80 }],
  });

  test('targets with their health in words, the sick ones first', async () => {
    const { groups } = await serving((ecs) =>
      attach(
        ecs.addTargetGroup('web', {
          targets: [
            { id: '172.31.0.7', port: 80 },
            {
              id: '172.31.0.8',
              port: 80,
              state: 'unhealthy',
              reason: 'Target.Timeout',
              description: 'Request timed out',
            },
          ],
        }),
      ),
    );
    const balancers = await open(await groups(), 'Load balancers');
    expect(await outline(balancers)).toMatchInlineSnapshot(`
      "web · web:80 · 1 unhealthy, 1 healthy {targetGroup;url}
        172.31.0.8:80 · unhealthy · Request timed out {target;unhealthy}
        172.31.0.7:80 · healthy {target;healthy}"
    `);
    const [group] = balancers;
    expect(group?.url).toBe('http://web-1234567890.us-east-1.elb.amazonaws.com');
    expect(group?.tooltip?.().replaceAll('\\', '')).toContain(`Address: ${group?.url}`);
    expect(group?.accessibleLabel).toBe('Target group web, web:80 · 1 unhealthy, 1 healthy');
  });

  describe('of blue/green deployments', () => {
    const colours = (ecs: Ecs, production: readonly number[], test: readonly number[], network = false) => {
      const targets = [{ id: '172.31.0.7', port: 80 }];
      const [blue, green] = [ecs.addTargetGroup('blue', { targets }), ecs.addTargetGroup('green')];
      const rule = ([toBlue = 0, toGreen = 0]: readonly number[]) =>
        ecs.addRule({ [blue]: toBlue, [green]: toGreen }, { network });
      const advancedConfiguration = {
        alternateTargetGroupArn: green,
        productionListenerRule: rule(production),
        testListenerRule: rule(test),
        roleArn: 'arn:aws:iam::111122223333:role/ecsInfrastructureRole',
      };
      const loadBalancer = { targetGroupArn: blue, containerName: 'web', containerPort: 80, advancedConfiguration };
      return { loadBalancers: [loadBalancer] };
    };

    test('both target groups, which traffic they get, and the rules that say so; for one request more', async () => {
      const { ecs, groups } = await serving((it) => colours(it, [9, 1], [0, 100]));
      const rows = await groups();
      ecs.requests.length = 0;
      const balancers = await open(rows, 'Load balancers');
      expect(await outline(balancers)).toMatchInlineSnapshot(`
        "blue · web:80 · production 90% · 1 healthy {targetGroup;url}
          172.31.0.7:80 · healthy {target;healthy}
        green · web:80 · production 10%, test · no targets {targetGroup;url}
          No targets {empty}
        Production traffic · 90% to blue, 10% to green {listenerRule}
        Test traffic · 100% to green {listenerRule}"
      `);
      expect(balancers.map(({ accessibleLabel }) => accessibleLabel)).toMatchInlineSnapshot(`
        [
          "Target group blue, web:80 · production 90% · 1 healthy",
          "Target group green, web:80 · production 10%, test · no targets",
          "Production traffic, 90% to blue, 10% to green",
          "Test traffic, 100% to green",
        ]
      `);
      expect(balancers[2]?.tooltip?.().replaceAll('\\', '')).toMatchInlineSnapshot(`
        "**Production traffic**

        - Goes: 90% to blue, 10% to green
        - Requests: path-pattern /*
        - Priority: 10
        - ARN: arn:aws:elasticloadbalancing:us-east-1:111122223333:listener-rule/app/lb/0123456789abcdef/daa66d2c7ddf7441/daa66d2c7ddf7441"
      `);
      expect(asked(ecs).toSorted()).toEqual([
        ...[
          'DescribeListeners',
          'DescribeListeners',
          'DescribeLoadBalancers',
          'DescribeLoadBalancers',
          'DescribeRules',
        ],
        ...['DescribeTargetGroups', 'DescribeTargetGroups', 'DescribeTargetHealth', 'DescribeTargetHealth'],
      ]);
    });

    test('behind a network load balancer the listeners say it', async () => {
      const { group } = await serving((it) => colours(it, [1, 0], [1, 0], true));
      expect(await group('Load balancers')).toMatchInlineSnapshot(`
        "blue · web:80 · production, test · 1 healthy {targetGroup;url}
        green · web:80 · no traffic · no targets {targetGroup;url}
        Production traffic · 100% to blue {listenerRule}
        Test traffic · 100% to blue {listenerRule}"
      `);
    });

    test('rules that cannot be read say why, beside the health of the targets', async () => {
      const { ecs, groups, group } = await serving((it) => colours(it, [1, 0], [1, 0]));
      ecs.fail('DescribeRules', { kind: 'denied' });
      const rows = await open(await groups(), 'Load balancers');
      expect(rows.map(({ description }) => description)).toEqual([
        'web:80 · 1 healthy',
        'web:80 · alternate · no targets',
        expect.stringContaining('elasticloadbalancing:DescribeRules is not allowed'),
        expect.stringContaining('elasticloadbalancing:DescribeRules is not allowed'),
      ]);
      ecs.heal();
      expect(await group('Load balancers')).toContain('production, test');
    });
  });

  test('one that cannot be read, or is gone, says so, and recovers', async () => {
    const { ecs, groups } = await serving((it) => attach(it.addTargetGroup('web', { targets: [] })));
    ecs.fail('DescribeTargetGroups', { kind: 'denied' });
    const [row] = await open(await groups(), 'Load balancers');
    expect(row?.description).toContain('elasticloadbalancing:DescribeTargetGroups is not allowed');
    expect((await row?.children?.())?.map(({ context }) => context)).toEqual(['error;access-denied', 'remedy']);
    ecs.heal();
    expect(await row?.again?.()).toMatchObject({ description: 'web:80 · no targets', context: 'targetGroup;url' });
  });

  test('a service without any has no such row', async () => {
    const { groups } = await serving();
    expect((await groups()).map(({ context }) => context)).toEqual([
      'deployments',
      'tasks',
      'events',
      'metrics',
      'scaling',
    ]);
  });
});

test('auto scaling: bounds and policies; a daemon has none', async () => {
  const scaled = await serving((ecs) => {
    ecs.scale('shop', 'web', {
      min: 2,
      max: 10,
      suspended: true,
      policies: [
        {
          PolicyName: 'cpu',
          PolicyType: 'TargetTrackingScaling',
          TargetTrackingScalingPolicyConfiguration: {
            TargetValue: 75,
            PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          },
        },
      ],
    });
    return {};
  });
  expect(await scaled.group('Auto scaling')).toMatchInlineSnapshot(`
    "2 to 10 tasks · suspended {scalingBounds}
    cpu · target tracking scaling · ECSServiceAverageCPUUtilization 75 {scalingPolicy}"
  `);
  const daemon = await serving(() => ({ schedulingStrategy: 'DAEMON' }));
  expect((await daemon.groups()).map(({ label }) => label)).not.toContain('Auto scaling');
});

test('a service that is gone between list and description', async () => {
  const { ecs, service, groups } = await serving();
  ecs.removeService('shop', 'web');
  expect(await outline(await groups())).toBe('The service is not there any more. {empty}');
  expect(await service.again?.()).toBeUndefined();
});

test('a row reads itself again for one request', async () => {
  const { ecs, service } = await serving();
  const ahead = { ...web, containerDefinitions: [{ name: 'web', image: 'web:2' }] };
  ecs.deploy('shop', 'web', ecs.addTaskDefinition(structuredClone(ahead) as never));
  ecs.clock.advance(1_000);
  expect(await service.again?.()).toMatchObject({ id: service.id, context: 'service;deploying' });
  expect(asked(ecs)).toEqual(['DescribeServices']);
});
