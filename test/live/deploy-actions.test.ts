import { describe, expect, test } from 'vitest';
import { createActivities } from '../../client/src/live/activity/store';
import type { ServiceName } from '../../client/src/live/deploy/actions/service';
import type { Outcome } from '../../client/src/live/deploy/input';
import { type DeployStage, deployStage, serviceTarget } from './support/deploy-stage';
import { web } from './support/stage';

const next = { ...web, cpu: '512', memory: '1024' };

interface Here extends DeployStage {
  readonly name: ServiceName;
}

async function withService(...moves: Parameters<typeof deployStage>): Promise<Here> {
  const here = await deployStage(...moves);
  const clusterArn = here.ecs.addCluster('shop');
  const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
  return {
    ...here,
    name: { clusterArn, arn: here.ecs.addService('shop', 'web', { taskDefinition: arn, desiredCount: 2 }) },
  };
}

const bodies = ({ ecs }: DeployStage, operation: string): readonly unknown[] =>
  ecs.requests.filter((it) => it.operation === operation).map(({ body }) => body);

const audited = ({ audit }: DeployStage): readonly string[] =>
  audit.map((line) =>
    line
      .replace(/^\S+ 111122223333 us-east-1 /, '')
      .replace(/ request \S+$/, '')
      .replaceAll(/\b[0-9a-f]{32}\b/g, 'ID'),
  );

/** The service deployment that goes on, as a row of its history names it. */
async function underWay({ ports, name }: Here): Promise<string> {
  const { items } = await ports.gateway.serviceDeployments(name.clusterArn, name.arn);
  return items.find(({ status }) => status === 'IN_PROGRESS')?.arn ?? '';
}

describe('scaling', () => {
  test('to a number that is typed', async () => {
    const here = await withService('many', '-1', '4');
    expect(await here.deployer.scale(here.name, here.ports)).toEqual({ kind: 'done' });
    expect(here.user.inputs[0]).toMatchObject({
      options: { title: 'Scale shop/web', value: '2' },
      problems: ['A whole number from 0 to 5000', 'A whole number from 0 to 5000'],
    });
    expect(here.user.confirmations[0]).toMatchObject({ message: 'Scale shop/web to 4?', button: 'Scale' });
    expect(here.user.confirmations[0]?.detail).toContain('Tasks: 2 → 4\nWill call: ecs:UpdateService');
    expect(bodies(here, 'UpdateService')).toEqual([{ cluster: here.name.clusterArn, service: 'web', desiredCount: 4 }]);
    expect(here.user.messages.at(-1)?.text).toBe('shop/web is to have 4 tasks now.');
    expect([audited(here), here.subjects]).toEqual([['UpdateService shop/web ok'], []]);
  });

  test('to nothing says what that means', async () => {
    const here = await withService('0');
    here.user.agree = () => false;
    expect(await here.deployer.scale(here.name, here.ports)).toEqual({ kind: 'cancelled' });
    expect(here.user.confirmations[0]?.detail).toContain('Note: This stops all tasks of the service.');
    expect(here.ecs.count('UpdateService')).toBe(0);
  });

  test('to the number it has, or of a daemon: nothing is asked', async () => {
    const here = await withService('2');
    expect(await here.deployer.scale(here.name, here.ports)).toEqual({ kind: 'cancelled' });
    const arn = here.ecs.addService('shop', 'agent', { schedulingStrategy: 'DAEMON' });
    await expect(here.deployer.scale({ ...here.name, arn }, here.ports)).rejects.toMatchObject({ kind: 'invalid' });
    expect(here.user.confirmations).toEqual([]);
  });
});

describe('a new deployment of the same', () => {
  test('once, and watched', async () => {
    const here = await withService();
    const outcome = await here.deployer.forceDeploy(here.name, here.ports);
    expect(outcome).toMatchObject({
      kind: 'started',
      watch: {
        subject: {
          kind: 'deployment',
          family: 'web',
          title: 'web in shop',
          taskDefinitionArn: expect.stringMatching(/web:1$/),
        },
      },
    });
    expect(here.ecs.deployments('shop', 'web')).toHaveLength(2);
  });

  test('a lost answer is looked for, not sent again', async () => {
    const here = await withService();
    here.ecs.fail('UpdateService', { kind: 'reset-after-commit' });
    expect(await here.deployer.forceDeploy(here.name, here.ports)).toMatchObject({ kind: 'started' });
    expect([here.ecs.count('UpdateService'), here.ecs.deployments('shop', 'web').length]).toEqual([1, 2]);
    expect(audited(here)).toEqual(['UpdateService shop/web ok']);
  });

  test('a call that was lost itself is told as unknown', async () => {
    const here = await withService();
    here.ecs.fail('UpdateService', { kind: 'reset' });
    await expect(here.deployer.forceDeploy(here.name, here.ports)).rejects.toMatchObject({
      details: { maybeApplied: true },
    });
    expect(audited(here)).toEqual(['UpdateService shop/web unknown']);
  });

  test('one operation at a time of a service: the second click says so', async () => {
    const here = await withService('5');
    const outcomes = await Promise.all([
      here.deployer.forceDeploy(here.name, here.ports),
      here.deployer.scale(here.name, here.ports),
      here.deploy(next, serviceTarget),
    ]);
    expect(outcomes.map(({ kind }: Outcome) => kind)).toEqual(['started', 'busy', 'busy']);
    expect(here.user.messages.map(({ text }) => text)).toEqual([
      'Something is being done with web already.',
      'web is being deployed by live already.',
    ]);
    expect(here.ecs.count('UpdateService')).toBe(1);
  });
});

describe('a task', () => {
  const running = async (...moves: Parameters<typeof deployStage>) => {
    const here = await withService(...moves);
    return { ...here, task: here.ecs.addTask('shop') };
  };

  test('is stopped with a reason', async () => {
    const here = await running('x'.repeat(256), 'Too slow');
    expect(await here.deployer.stopTask(here.name.clusterArn, here.task, here.ports)).toEqual({ kind: 'done' });
    expect(here.user.inputs[0]).toMatchObject({
      options: { value: 'Stopped from Taskdef' },
      problems: ['At most 255 characters'],
    });
    expect(bodies(here, 'StopTask')).toEqual([{ cluster: here.name.clusterArn, task: here.task, reason: 'Too slow' }]);
    expect(audited(here)).toEqual(['StopTask shop/ID ok']);
  });

  test('once, also when the answer is lost', async () => {
    const here = await running();
    here.ecs.fail('StopTask', { kind: 'reset-after-commit' });
    expect(await here.deployer.stopTask(here.name.clusterArn, here.task, here.ports)).toEqual({ kind: 'done' });
    expect(here.ecs.count('StopTask')).toBe(1);
  });

  test('not by another caller than the one who was shown', async () => {
    const here = await running();
    here.user.agree = () => {
      here.ecs.identity('arn:aws:iam::111122223333:user/other');
      return true;
    };
    await expect(here.deployer.stopTask(here.name.clusterArn, here.task, here.ports)).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(here.ecs.count('StopTask')).toBe(0);
  });
});

describe('a deployment under way', () => {
  const deploying = async (deploymentConfiguration = {}): Promise<Here> => {
    const here = await withService();
    const settings = { deploymentConfiguration };
    here.ecs.addService('shop', 'web', { taskDefinition: 'web:1', desiredCount: 2, settings });
    await here.deploy(next, serviceTarget);
    here.ecs.clock.advance(2_000);
    here.user.confirmations.length = 0;
    return here;
  };

  test('is rolled back', async () => {
    const here = await deploying();
    const deploymentArn = await underWay(here);
    expect(await here.deployer.stopDeployment({ deploymentArn }, 'ROLLBACK', here.ports)).toMatchObject({
      kind: 'started',
      watch: { subject: { deploymentArn, place: { service: { name: 'web' } } } },
    });
    expect(here.user.confirmations[0]?.message).toBe('Roll the deployment of web:2 in shop/web back?');
    here.ecs.clock.advance(60_000);
    expect(
      (await here.ports.gateway.serviceDetails(here.name.clusterArn, here.name.arn))?.service.taskDefinition,
    ).toMatch(/web:1$/);
  });

  test('is found by its service, and rolled back once where the answer is lost', async () => {
    const here = await deploying();
    here.ecs.fail('StopServiceDeployment', { kind: 'reset-after-commit' });
    const name = { clusterArn: here.name.clusterArn, serviceArn: here.name.arn };
    expect(await here.deployer.stopDeployment(name, 'ROLLBACK', here.ports)).toMatchObject({ kind: 'started' });
    expect(here.ecs.count('StopServiceDeployment')).toBe(1);
  });

  test('is stopped without going back, where ECS lets it', async () => {
    const here = await deploying();
    here.user.agree = () => false;
    const name = { deploymentArn: await underWay(here) };
    expect(await here.deployer.stopDeployment(name, 'ABORT', here.ports)).toEqual({ kind: 'cancelled' });
    expect(here.user.confirmations[0]).toMatchObject({
      message: 'Stop the deployment of web:2 in shop/web?',
      detail: expect.stringContaining('Note: AWS documents rolling back only'),
    });
  });

  test('that has ended meanwhile is told', async () => {
    const here = await deploying();
    const deploymentArn = await underWay(here);
    here.ecs.clock.advance(120_000);
    await expect(here.deployer.stopDeployment({ deploymentArn }, 'ROLLBACK', here.ports)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('that waits for nobody cannot be continued', async () => {
    const here = await deploying();
    await expect(
      here.deployer.continueDeployment({ deploymentArn: await underWay(here) }, here.ports),
    ).rejects.toMatchObject({
      kind: 'invalid',
      sentence: 'The deployment of shop/web waits for nobody at the moment.',
    });
  });
});

test.for([
  ['Continue', 'SUCCESSFUL'],
  ['Roll Back', 'ROLLBACK_SUCCESSFUL'],
] as const)('a deployment that waits for somebody: %s', async ([button, status]) => {
  const here = await withService();
  const deploymentConfiguration = {
    strategy: 'BLUE_GREEN' as const,
    bakeTimeInMinutes: 0,
    lifecycleHooks: [
      {
        targetType: 'PAUSE' as const,
        lifecycleStages: ['POST_SCALE_UP' as const],
        timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' as const },
      },
    ],
  };
  here.ecs.addService('shop', 'web', { taskDefinition: 'web:1', settings: { deploymentConfiguration } });
  await here.deploy(next, serviceTarget);
  here.ecs.clock.advance(10 * 60_000);
  const deploymentArn = await underWay(here);
  here.user.answer = (_, buttons) => buttons.find((it) => it === button);
  here.ecs.fail('ContinueServiceDeployment', { kind: 'reset-after-commit' });
  expect(await here.deployer.continueDeployment({ deploymentArn }, here.ports)).toMatchObject({ kind: 'started' });
  expect(here.user.confirmations.at(-1)?.detail).toContain('Stage: POST_SCALE_UP');
  expect(here.ecs.count('ContinueServiceDeployment')).toBe(1);
  here.ecs.clock.advance(10 * 60_000);
  expect((await here.ports.gateway.serviceDeployment(deploymentArn))?.status).toBe(status);
});

describe('a revision', () => {
  test('is deregistered, and said who uses it', async () => {
    const here = await withService();
    const [arn = ''] = here.ecs.revisions('web');
    expect(await here.deployer.deregister(arn, here.ports)).toEqual({ kind: 'done' });
    expect(here.user.confirmations[0]?.detail).toContain('Note: It is in use by shop/web: they go on');
    expect(here.user.confirmations[0]?.detail).not.toContain('Cluster:');
    expect((await here.ports.gateway.revision(arn))?.status).toBe('INACTIVE');
  });

  test('is registered alone, once', async () => {
    const here = await withService();
    const input = { source: 'web.json', definition: next, family: 'web' };
    expect(await here.deployer.register(input, here.ports)).toMatchObject({
      kind: 'registered',
      revision: { revision: 2 },
    });
    expect(here.user.confirmations[0]?.detail).toContain('Task definition: web:1 → web:2 (next revision)\nChanges: 2');
    expect(await here.deployer.register(input, here.ports)).toEqual({ kind: 'cancelled' });
    expect(here.user.messages.at(-1)?.text).toBe('Nothing to do: web:2 says the same as the file.');
    expect(here.ecs.revisions('web')).toHaveLength(2);
  });

  test('that was registered for nothing can be deployed or deregistered at once', async () => {
    const here = await withService();
    here.ecs.fail('UpdateService', { kind: 'denied', times: 1 });
    here.user.press = (text) => (text.includes('was not updated') ? 'Deploy It' : undefined);
    expect(await here.deploy(next, serviceTarget)).toMatchObject({ kind: 'started' });
    expect(here.user.messages[0]).toMatchObject({ level: 'error', buttons: ['Deploy It', 'Deregister It'] });
    here.ecs.fail('UpdateService', { kind: 'denied', times: 1 });
    here.user.press = (text) => (text.includes('was not updated') ? 'Deregister It' : undefined);
    expect(await here.deploy({ ...next, cpu: '1024', memory: '2048' }, serviceTarget)).toMatchObject({
      kind: 'registered',
    });
    expect((await here.ports.gateway.revision('web:3'))?.status).toBe('INACTIVE');
  });
});

test('a rollback by the circuit breaker is a failure, although the service is stable again', async () => {
  const here = await withService();
  const { gateway, clock } = here.ports;
  const activities = createActivities({
    ...here.ports,
    clock: {
      now: clock.now,
      sleep: async (milliseconds) => {
        // So that what else is under way gets its turn.
        await new Promise((turn) => setImmediate(turn));
        here.ecs.clock.advance(milliseconds);
      },
    },
    gateway: async () => gateway,
    abortable: () => new AbortController() as never,
    minutes: () => 60,
    tell: () => undefined,
  });
  here.user.answer = (_, buttons) => buttons.find((it) => it.endsWith('Circuit Breaker'));
  const broken = {
    ...web,
    containerDefinitions: [{ ...web.containerDefinitions[0], image: 'registry.example/missing:1' }],
  };
  const outcome = await here.deployer.deploy(
    { source: 'web.json', family: 'web', definition: broken, target: serviceTarget },
    { ...here.ports, activities },
  );
  if (outcome.kind !== 'started') throw new Error(`Not deployed: ${outcome.kind}.`);
  expect(await outcome.watch.end).toMatchObject({ kind: 'rolled-back', cause: expect.stringMatching(/\S/) });
  const details = await gateway.serviceDetails(here.name.clusterArn, here.name.arn);
  // What `servicesStable` asks for.
  expect([details?.deployments.length, details?.service.running, details?.service.desired]).toEqual([1, 2, 2]);
  activities.dispose();
});
