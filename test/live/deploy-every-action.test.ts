import { describe, expect, test } from 'vitest';
import { inputOfRevision, otherRevisions, targetOfService } from '../../client/src/live/deploy/revision-input';
import type { Operation } from '../support/fake-ecs/index';
import { settled } from './support/deploy-flows';
import { type DeployStage, deployStage, inputOf, runTarget, serviceTarget } from './support/deploy-stage';
import { web } from './support/stage';

const next = { ...web, cpu: '512', memory: '1024' };

interface Ground extends DeployStage {
  readonly clusterArn: string;
  readonly serviceArn: string;
  readonly task: string;
  readonly revision: string;
}

interface Action {
  readonly operation: Operation;
  /** What is there before, besides a service and a task. */
  readonly before?: (here: Ground) => Promise<unknown>;
  readonly act: (here: Ground) => Promise<unknown>;
}

const underWay = async (here: Ground): Promise<unknown> => {
  await here.ports.gateway.updateService({ cluster: 'shop', service: 'web', forceNewDeployment: true });
  here.ecs.clock.advance(2_000);
  here.ecs.requests.length = 0;
  return undefined;
};

const pausing = {
  deploymentConfiguration: {
    strategy: 'BLUE_GREEN' as const,
    bakeTimeInMinutes: 0,
    lifecycleHooks: [
      {
        targetType: 'PAUSE' as const,
        lifecycleStages: ['POST_SCALE_UP' as const],
        timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' as const },
      },
    ],
  },
};

const actions: Readonly<Record<string, Action>> = {
  register: {
    operation: 'RegisterTaskDefinition',
    act: ({ deployer, ports }) => deployer.register({ source: 'web.json', definition: next, family: 'web' }, ports),
  },
  run: { operation: 'RunTask', act: ({ deployer, ports }) => deployer.deploy(inputOf(web, runTarget), ports) },
  create: {
    operation: 'CreateService',
    act: ({ deployer, ports }) => {
      const serviceFile = {
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
      };
      const target = { ...serviceTarget, service: 'made', desiredCount: 2, enableExecuteCommand: false };
      return deployer.deploy(inputOf(web, target, { serviceFile }), ports);
    },
  },
  'deploy an older revision': {
    operation: 'UpdateService',
    before: async (here) => here.ecs.addTaskDefinition(structuredClone(next) as never),
    act: async ({ deployer, ports, clusterArn, serviceArn, revision }) => {
      const [other] = await otherRevisions('web', revision, ports.gateway);
      const found = await ports.gateway.revision(other?.value ?? '');
      if (!found) throw new Error('web:2 is gone.');
      return deployer.deploy(inputOfRevision(found, targetOfService(clusterArn, serviceArn)), ports);
    },
  },
  'deploy anew': {
    operation: 'UpdateService',
    act: ({ deployer, ports, clusterArn, serviceArn }) => deployer.forceDeploy({ clusterArn, arn: serviceArn }, ports),
  },
  scale: {
    operation: 'UpdateService',
    act: ({ deployer, ports, user, clusterArn, serviceArn }) => {
      user.moves.push('3');
      return deployer.scale({ clusterArn, arn: serviceArn }, ports);
    },
  },
  'stop a task': {
    operation: 'StopTask',
    act: ({ deployer, ports, user, clusterArn, task }) => {
      user.moves.push(' ');
      return deployer.stopTask(clusterArn, task, ports);
    },
  },
  'roll back': {
    operation: 'StopServiceDeployment',
    before: underWay,
    act: ({ deployer, ports, clusterArn, serviceArn }) =>
      deployer.stopDeployment({ clusterArn, serviceArn }, 'ROLLBACK', ports),
  },
  continue: {
    operation: 'ContinueServiceDeployment',
    before: async (here) => {
      here.ecs.addService('shop', 'web', { taskDefinition: here.revision, settings: pausing });
      await underWay(here);
      here.ecs.clock.advance(600_000);
    },
    act: ({ deployer, ports, clusterArn, serviceArn }) =>
      deployer.continueDeployment({ clusterArn, serviceArn }, ports),
  },
  deregister: {
    operation: 'DeregisterTaskDefinition',
    act: ({ deployer, ports, revision }) => deployer.deregister(revision, ports),
  },
};

async function ground(action: Action): Promise<Ground> {
  const here = await deployStage();
  const clusterArn = here.ecs.addCluster('shop');
  const revision = here.ecs.addTaskDefinition(structuredClone(web) as never);
  const serviceArn = here.ecs.addService('shop', 'web', { taskDefinition: revision, desiredCount: 1 });
  const all = { ...here, clusterArn, revision, serviceArn, task: here.ecs.addTask('shop') };
  await action.before?.(all);
  return all;
}

const result = ({ audit }: Ground): string | undefined =>
  / (ok|failed|unknown)(?: request \S+)?$/.exec(audit[0] ?? '')?.[1];

describe.each(Object.entries(actions))('%s', (_, action) => {
  const { operation, act } = action;

  test('is done once, by whoever was shown, and leaves a line', async () => {
    const here = await ground(action);
    expect(await settled(act(here) as never)).toMatch(/^(started|done|registered)$/);
    expect(here.user.confirmations).toHaveLength(1);
    expect(here.user.confirmations[0]?.detail).toMatch(
      new RegExp(`^Account: 111122223333\nIdentity: arn:.*\nRegion: us-east-1\n[^]*Will call: ecs:${operation}`),
    );
    expect([here.ecs.count(operation), here.audit.length, result(here)]).toEqual([1, 1, 'ok']);
    expect(here.changes()).toBe(1);
  });

  test('is not done by whom the question is declined, nor where it is only shown', async () => {
    const here = await ground(action);
    here.user.agree = () => false;
    expect(await act(here)).toEqual({ kind: 'cancelled' });
    here.user.answer = () => 'Copy as AWS CLI';
    expect(await act(here)).toEqual({ kind: 'shown' });
    expect(here.user.clipboard[0]).toMatch(
      /^aws ecs [a-z-]+ --cli-input-json '\{.*\}' --region us-east-1 --endpoint-url \S+\n$/,
    );
    here.user.answer = () => 'Dry Run';
    expect(await act(here)).toEqual({ kind: 'shown' });
    expect(here.shown[0]).toContain(`ecs:${operation}`);
    expect([here.ecs.count(operation), here.audit]).toEqual([0, []]);
  });

  test('is not done by somebody else than who was shown', async () => {
    const here = await ground(action);
    here.user.agree = () => {
      here.ecs.identity('arn:aws:iam::111122223333:user/other');
      return true;
    };
    expect(await settled(act(here) as never)).toBe('conflict');
    expect([here.ecs.count(operation), here.audit]).toEqual([0, []]);
  });

  test('in a protected place wants its name', async () => {
    const here = await ground(action);
    Object.assign(here.ports, { protection: () => 'prod' });
    const ask = here.user.input;
    const typed = { text: 'PROD' };
    here.user.input = async (options, problem) => {
      if (!options.placeholder.startsWith('prod is protected')) return ask(options, problem);
      return problem(typed.text) === undefined ? { kind: 'value', value: typed.text } : { kind: 'cancelled' };
    };
    expect(await act(here)).toEqual({ kind: 'cancelled' });
    expect(here.ecs.count(operation)).toBe(0);
    typed.text = 'prod';
    expect(await settled(act(here) as never)).toMatch(/^(started|done|registered)$/);
  });

  test.each([
    ['denied', 1, 'failed'],
    ['throttled', 1, 'failed'],
    ['expired', 1, 'failed'],
  ] as const)('answered by %s has failed, and is not sent again', async (kind, times, expected) => {
    const here = await ground(action);
    here.ecs.fail(operation, { kind });
    expect(await settled(act(here) as never)).toMatch(/denied|throttled|expired/);
    expect([here.ecs.count(operation), result(here), here.changes()]).toEqual([times, expected, 0]);
  });

  test('whose answer is lost is looked for', async () => {
    const here = await ground(action);
    here.ecs.fail(operation, { kind: 'reset-after-commit', times: 1 });
    expect(await settled(act(here) as never)).toMatch(/^(started|done|registered)$/);
    expect(result(here)).toBe('ok');
  });

  test('that is lost itself is unknown, and nobody is told that it is done', async () => {
    const here = await ground(action);
    here.ecs.fail(operation, { kind: 'reset' });
    expect(await settled(act(here) as never)).toMatch(/\?$/);
    // Only what has a client token is sent again, once and with the same.
    expect(here.ecs.count(operation)).toBe(['RunTask', 'CreateService'].includes(operation) ? 2 : 1);
    expect([result(here), here.subjects, here.user.messages]).toEqual(['unknown', [], []]);
  });
});

test('what cannot be looked at before a revision is deregistered is said', async () => {
  const here = await ground({ operation: 'DeregisterTaskDefinition', act: async () => undefined });
  for (let at = 0; at < 25; at += 1) here.ecs.addCluster(`c${at}`, { containerInstances: 0 });
  await here.deployer.deregister(here.revision, here.ports);
  expect(here.user.confirmations[0]?.detail).toContain('Note: Only 20 of 26 clusters were looked at.');
  here.ecs.fail('ListClusters', { kind: 'denied' });
  await here.deployer.deregister(here.ecs.addTaskDefinition(structuredClone(next) as never), here.ports);
  expect(here.user.confirmations[1]?.detail).toContain('Note: It could not be seen whether a service uses it.');
});
