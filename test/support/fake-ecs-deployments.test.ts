import {
  ContinueServiceDeploymentCommand,
  CreateServiceCommand,
  type DeploymentConfiguration,
  DeregisterTaskDefinitionCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { test as base, describe, expect } from 'vitest';
import { deploymentTimes, type FakeEcs, startFakeEcs } from './fake-ecs/index';

const minute = 60_000;

interface Watched {
  /** Deploys, with a configuration of the service. */
  deploy(image: string, configuration?: DeploymentConfiguration): Promise<string>;
  look(): Promise<string>;
  state(): Promise<string>;
}

const test = base.extend<{ fake: FakeEcs; ecs: ECSClient; shop: Watched }>({
  fake: async ({ task: _ }, use) => {
    const fake = await startFakeEcs();
    fake.addCluster('shop');
    await use(fake);
    await fake.close();
  },
  ecs: async ({ fake }, use) => {
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
    const ecs = new ECSClient({ endpoint: fake.url, region: 'us-east-1', credentials, maxAttempts: 1 });
    await use(ecs);
    ecs.destroy();
  },
  shop: async ({ fake, ecs }, use) => {
    fake.addTaskDefinition({ family: 'api', containerDefinitions: [{ name: 'api', image: 'api:1' }] });
    fake.addService('shop', 'api', { taskDefinition: 'api', desiredCount: 2 });
    await use({
      deploy: async (image, deploymentConfiguration) => {
        const taskDefinition = fake.addTaskDefinition({
          family: 'api',
          containerDefinitions: [{ name: 'api', image }],
        });
        const request = { cluster: 'shop', service: 'api', taskDefinition, deploymentConfiguration };
        await ecs.send(new UpdateServiceCommand(request));
        return newest(ecs);
      },
      look: async () => describeNewest(ecs),
      state: async () => {
        const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'shop', services: ['api'] }));
        const [service] = services ?? [];
        const deployments = service?.deployments?.map(
          (it) => `${it.status} ${it.taskDefinition?.split('/')[1]} ${it.rolloutState} ${it.runningCount}`,
        );
        return deployments?.join(', ') ?? '';
      },
    });
  },
});

async function newest(ecs: ECSClient): Promise<string> {
  const { serviceDeployments } = await ecs.send(new ListServiceDeploymentsCommand({ cluster: 'shop', service: 'api' }));
  return serviceDeployments?.at(-1)?.serviceDeploymentArn ?? '';
}

async function describe1(ecs: ECSClient, arn: string) {
  const { serviceDeployments } = await ecs.send(
    new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
  );
  return serviceDeployments?.[0];
}

async function describeNewest(ecs: ECSClient): Promise<string> {
  const it = await describe1(ecs, await newest(ecs));
  const { requestedProductionTrafficWeight: weight, runningTaskCount: running } = it?.targetServiceRevision ?? {};
  const source = it?.sourceServiceRevisions?.at(-1)?.runningTaskCount;
  return [it?.status, it?.lifecycleStage, weight === undefined ? '' : `${weight}%`, `${running}/${source}`]
    .filter(Boolean)
    .join(' ');
}

/** What is seen of a deployment, each state once. */
async function seen(fake: FakeEcs, shop: Watched, step: number, steps: number): Promise<string[]> {
  const states: string[] = [];
  for (let at = 0; at < steps; at += 1) {
    const state = await shop.look();
    if (states.at(-1) !== state) states.push(state);
    fake.clock.advance(step);
  }
  return states;
}

describe('a deployment goes through the stages of its strategy', () => {
  test('rolling', async ({ fake, shop }) => {
    await shop.deploy('api:2');
    expect(await seen(fake, shop, 1_000, 30)).toEqual([
      'PENDING 0/2',
      'IN_PROGRESS SCALE_UP 0/2',
      'IN_PROGRESS SCALE_UP 2/2',
      'IN_PROGRESS CLEAN_UP 2/0',
      'SUCCESSFUL 2/0',
    ]);
    expect(await shop.state()).toBe('PRIMARY api:2 COMPLETED 2');
  });

  test('blue/green', async ({ fake, shop }) => {
    await shop.deploy('api:2', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 });
    expect(await seen(fake, shop, 500, 900)).toEqual([
      'PENDING 0% 0/2',
      'IN_PROGRESS PRE_SCALE_UP 0% 0/2',
      'IN_PROGRESS SCALE_UP 0% 0/2',
      'IN_PROGRESS SCALE_UP 0% 2/2',
      'IN_PROGRESS POST_SCALE_UP 0% 2/2',
      'IN_PROGRESS TEST_TRAFFIC_SHIFT 0% 2/2',
      'IN_PROGRESS POST_TEST_TRAFFIC_SHIFT 0% 2/2',
      'IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT 100% 2/2',
      'IN_PROGRESS POST_PRODUCTION_TRAFFIC_SHIFT 100% 2/2',
      'IN_PROGRESS BAKE_TIME 100% 2/2',
      'IN_PROGRESS CLEAN_UP 100% 2/0',
      'SUCCESSFUL 100% 2/0',
    ]);
  });

  test.for([
    ['LINEAR', { linearConfiguration: { stepPercent: 40, stepBakeTimeInMinutes: 1 } }, ['0%', '40%', '80%', '100%']],
    ['CANARY', { canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 } }, ['0%', '10%', '100%']],
  ] as const)('%s', async ([strategy, more, shares], { fake, shop }) => {
    await shop.deploy('api:2', { strategy, ...more });
    const states = await seen(fake, shop, 1_000, 200);
    expect([...new Set(states.map((it) => /\d+%/.exec(it)?.[0]))]).toEqual(shares);
    expect(states.at(-1)).toBe('SUCCESSFUL 100% 2/0');
  });

  test('a newer deployment takes the place of one under way', async ({ fake, ecs, shop }) => {
    const older = await shop.deploy('api:2');
    fake.clock.advance(12_000);
    await shop.deploy('api:3');
    expect(await describe1(ecs, older)).toMatchObject({ status: 'STOPPED', stoppedAt: expect.any(Date) });
    fake.clock.advance(1_000);
    expect(await shop.look()).toMatch(/RECONCILE_SERVICE/);
    fake.clock.advance(minute);
    expect(await shop.state()).toBe('PRIMARY api:3 COMPLETED 2');
  });
});

describe('a hook that pauses', () => {
  const pausing = (action: 'CONTINUE' | 'ROLLBACK'): DeploymentConfiguration => ({
    strategy: 'BLUE_GREEN',
    bakeTimeInMinutes: 0,
    lifecycleHooks: [
      {
        targetType: 'PAUSE',
        lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
        timeoutConfiguration: { timeoutInMinutes: 30, action },
      },
    ],
  });

  test.for([
    ['CONTINUE', 'SUCCEEDED', 'SUCCESSFUL'],
    ['ROLLBACK', 'FAILED', 'ROLLBACK_SUCCESSFUL'],
  ] as const)('waits for %s', async ([action, hookStatus, status], { fake, ecs, shop }) => {
    const arn = await shop.deploy('api:2', pausing('ROLLBACK'));
    fake.clock.advance(20 * minute);
    const [hook] = (await describe1(ecs, arn))?.lifecycleHookDetails ?? [];
    expect(hook).toMatchObject({ targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: expect.any(Date) });
    const go = (hookId: string) =>
      ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn: arn, hookId, action }));
    await expect(go('none')).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await go(hook?.hookId ?? '');
    await expect(go(hook?.hookId ?? '')).rejects.toMatchObject({ name: 'InvalidParameterException' });
    fake.clock.advance(minute);
    expect(await describe1(ecs, arn)).toMatchObject({ status, lifecycleHookDetails: [{ status: hookStatus }] });
  });

  test.for([
    ['CONTINUE', 'SUCCESSFUL'],
    ['ROLLBACK', 'ROLLBACK_SUCCESSFUL'],
  ] as const)('and is left alone goes on by itself: %s', async ([action, status], { fake, ecs, shop }) => {
    const arn = await shop.deploy('api:2', pausing(action));
    fake.clock.advance(32 * minute);
    expect(await describe1(ecs, arn)).toMatchObject({ status, lifecycleHookDetails: [{ status: 'TIMED_OUT' }] });
  });

  test('a function that fails rolls back', async ({ fake, ecs, shop }) => {
    const hookTargetArn = 'arn:aws:lambda:us-east-1:111122223333:function:check-fails';
    const hook = { hookTargetArn, lifecycleStages: ['POST_SCALE_UP' as const] };
    const arn = await shop.deploy('api:2', { strategy: 'BLUE_GREEN', lifecycleHooks: [hook] });
    fake.clock.advance(minute);
    expect(await describe1(ecs, arn)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      rollback: { reason: expect.stringContaining('hook') },
    });
    expect(await shop.state()).toBe('PRIMARY api:1 COMPLETED 2');
  });
});

describe('a deployment that fails', () => {
  const breaker = (rollback: boolean) => ({ deploymentCircuitBreaker: { enable: true, rollback } });

  test('is rolled back by the circuit breaker, after which the service is steady', async ({ fake, ecs, shop }) => {
    const arn = await shop.deploy('api:missing', breaker(true));
    fake.clock.advance(20_000);
    expect(await describe1(ecs, arn)).toMatchObject({
      status: 'IN_PROGRESS',
      deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 2, threshold: 3 },
    });
    fake.clock.advance(10_000);
    expect(await describe1(ecs, arn)).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      rollback: { reason: expect.stringContaining('circuit breaker'), serviceRevisionArn: expect.any(String) },
      deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3 },
    });
    fake.clock.advance(deploymentTimes.rollsBack);
    expect(await shop.look()).toBe('ROLLBACK_SUCCESSFUL 0/2');
    expect(await shop.state()).toBe('PRIMARY api:1 COMPLETED 2');
  });

  test('has a threshold of half the desired tasks, between 3 and 200', async ({ fake, ecs }) => {
    fake.addTaskDefinition({ family: 'api', containerDefinitions: [{ name: 'api', image: 'api:1' }] });
    fake.addTaskDefinition({ family: 'bad', containerDefinitions: [{ name: 'api', image: 'api:missing' }] });
    fake.addService('shop', 'api', { taskDefinition: 'api', desiredCount: 20 });
    fake.deploy('shop', 'api', 'bad');
    fake.clock.advance(30_000);
    const it = await describe1(ecs, await newest(ecs));
    expect(it).toMatchObject({ status: 'ROLLBACK_IN_PROGRESS', deploymentCircuitBreaker: { threshold: 10 } });
  });

  test('stops where it is without a rollback, and never ends without a circuit breaker', async ({ fake, shop }) => {
    await shop.deploy('api:missing', breaker(false));
    fake.clock.advance(30_000);
    expect(await shop.look()).toBe('STOPPED 0/2');
    expect(await shop.state()).toBe('PRIMARY api:2 FAILED 0, ACTIVE api:1 COMPLETED 2');
    await shop.deploy('api:missing', { deploymentCircuitBreaker: { enable: false, rollback: false } });
    fake.clock.advance(30 * minute);
    expect(await shop.look()).toBe('IN_PROGRESS SCALE_UP 0/2');
  });

  test('has nothing to go back to when it is the first one', async ({ fake, ecs }) => {
    fake.addTaskDefinition({ family: 'bad', containerDefinitions: [{ name: 'api', image: 'api:missing' }] });
    const service = { cluster: 'shop', serviceName: 'api', taskDefinition: 'bad', desiredCount: 1 };
    await ecs.send(new CreateServiceCommand({ ...service, deploymentConfiguration: breaker(true) }));
    fake.clock.advance(minute);
    const it = await describe1(ecs, await newest(ecs));
    expect(it).toMatchObject({ status: 'ROLLBACK_FAILED', statusReason: expect.stringContaining('candidate') });
  });

  test('by an alarm is rolled back, and says which', async ({ fake, ecs, shop }) => {
    const alarms = { alarmNames: ['errors'], enable: true, rollback: true };
    const arn = await shop.deploy('api:2', { alarms, bakeTimeInMinutes: 10 });
    fake.clock.advance(minute);
    expect(await describe1(ecs, arn)).toMatchObject({ lifecycleStage: 'BAKE_TIME', alarms: { status: 'MONITORING' } });
    fake.alarm('other');
    fake.alarm('errors');
    fake.clock.advance(minute);
    expect(await describe1(ecs, arn)).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['errors'] },
    });
    expect(await shop.state()).toBe('PRIMARY api:1 COMPLETED 2');
  });
});

describe('StopServiceDeployment', () => {
  test.for([
    ['ROLLBACK', 'ROLLBACK_REQUESTED', 'ROLLBACK_SUCCESSFUL'],
    ['ABORT', 'STOP_REQUESTED', 'STOPPED'],
  ] as const)('%s', async ([stopType, asked, status], { fake, ecs, shop }) => {
    const serviceDeploymentArn = await shop.deploy('api:2');
    fake.clock.advance(5_000);
    await ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType }));
    expect(await describe1(ecs, serviceDeploymentArn)).toMatchObject({ status: asked });
    fake.clock.advance(minute);
    expect(await describe1(ecs, serviceDeploymentArn)).toMatchObject({ status, finishedAt: expect.any(Date) });
    const again = ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType }));
    await expect(again).rejects.toMatchObject({ name: 'ConflictException' });
  });

  test('of no deployment there is', async ({ ecs, shop }) => {
    const serviceDeploymentArn = (await shop.deploy('api:2')).replace(/.$/, 'X');
    const gone = { name: 'ServiceDeploymentNotFoundException' };
    await expect(ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn }))).rejects.toMatchObject(gone);
    const go = new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId: 'none' });
    await expect(ecs.send(go)).rejects.toMatchObject(gone);
  });
});

test('a revision of a service tells what it was made of; one that is not there is missing', async ({ ecs, shop }) => {
  const it = await describe1(ecs, await shop.deploy('api:2'));
  const serviceRevisionArns = [
    it?.targetServiceRevision?.arn ?? '',
    'arn:aws:ecs:us-east-1:111122223333:service-revision/a/b/1',
  ];
  const { serviceRevisions, failures } = await ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns }));
  expect(serviceRevisions).toMatchObject([
    { taskDefinition: expect.stringMatching(/api:2$/), containerImages: [{ containerName: 'api', image: 'api:2' }] },
  ]);
  expect(failures).toMatchObject([{ reason: 'MISSING' }]);
});

test('a revision that is deregistered stays to be described', async ({ fake, ecs }) => {
  const taskDefinition = fake.addTaskDefinition({
    family: 'api',
    containerDefinitions: [{ name: 'api', image: 'api:1' }],
  });
  const { taskDefinition: answered } = await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
  expect(answered).toMatchObject({ status: 'INACTIVE', deregisteredAt: expect.any(Date) });
  const found = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'api:1' }));
  expect(found.taskDefinition).toMatchObject({ status: 'INACTIVE' });
  const refusal = { name: 'ClientException' };
  for (const name of ['api', 'api:7']) {
    const again = ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: name }));
    await expect(again).rejects.toMatchObject(refusal);
  }
});
