import { describe, expect, test } from 'vitest';
import { detailRows } from '../../client/src/live/activity/detail-rows';
import type { DeploymentState } from '../../client/src/live/activity/events';
import { noFacts } from '../../client/src/live/activity/facts';
import { endOf, outcomeOf } from '../../client/src/live/activity/judge';
import { elapsed } from '../../client/src/live/activity/rows';
import { stageWords, strategyWords } from '../../client/src/live/activity/stages';
import type { DeploymentSubject } from '../../client/src/live/activity/subject';
import type { EcsGateway } from '../../client/src/live/ports';
import type { Deployment, ServiceDeployment, ServiceDetails } from '../../client/src/live/records';
import { activityStage, watched } from './support/activity-stage';
import { outline } from './support/outline';
import { t } from './support/stage';

const clusterArn = 'arn:aws:ecs:us-east-1:111122223333:cluster/shop';
const arn = 'arn:aws:ecs:us-east-1:111122223333:service/shop/api';
const revision = (number: number): string => `arn:aws:ecs:us-east-1:111122223333:task-definition/api:${number}`;

const subject: DeploymentSubject = {
  kind: 'deployment',
  place: {
    identity: { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/dev' },
    connection: { region: 'us-east-1' },
    cluster: { arn: clusterArn, name: 'shop' },
    service: { arn, name: 'api' },
  },
  family: 'api',
  taskDefinitionArn: revision(2),
  deploymentId: 'ecs-svc/2',
  startedAt: 0,
  title: 'api in shop',
  undo: { taskDefinitionArn: revision(1) },
};

function details(deployments: readonly Deployment[], rollback = true): ServiceDetails {
  return {
    service: { arn, name: 'api', clusterArn, status: 'ACTIVE', desired: 2, running: 2, pending: 0, deploying: true },
    deployments,
    events: [],
    loadBalancers: [],
    controller: 'ECS',
    capacityProviders: [],
    executeCommand: false,
    rollout: { strategy: 'ROLLING', circuitBreaker: true, rollback },
  };
}

function row(number: number, status: string, rolloutState?: string, running = 2): Deployment {
  const state = rolloutState === undefined ? {} : { rolloutState };
  const taskDefinitionArn = revision(number);
  return {
    id: `ecs-svc/${number}`,
    status,
    taskDefinitionArn,
    desired: 2,
    running,
    pending: 2 - running,
    failed: 0,
    ...state,
  };
}

const deployment = (status: string, more: Partial<ServiceDeployment> = {}): ServiceDeployment => ({
  arn: 'd',
  status,
  ...more,
});

describe('by the service deployment', () => {
  const judged = (it: ServiceDeployment, newer = false) =>
    outcomeOf(
      subject,
      { details: details([row(2, 'PRIMARY', 'COMPLETED')]), deployment: it, definitions: new Map() },
      newer,
    );

  test.for(['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'])(
    '%s is under way, whatever the service says',
    (status) => {
      expect(judged(deployment(status))).toBeUndefined();
    },
  );

  test('only SUCCESSFUL is a success', () => {
    expect(judged(deployment('SUCCESSFUL'))).toBe('succeeded');
    expect(judged(deployment('ROLLBACK_SUCCESSFUL'))).toBe('rolled-back');
    expect(judged(deployment('ROLLBACK_FAILED'))).toBe('failed');
    expect(judged(deployment('STOPPED'))).toBe('stopped');
    expect(judged(deployment('STOPPED'), true)).toBe('superseded');
  });

  test.for<Partial<ServiceDeployment>>([
    { circuitBreaker: { status: 'TRIGGERED', failures: 3 } },
    { alarms: { status: 'TRIGGERED', names: ['a'], triggered: ['a'] } },
    { hooks: [{ id: 'h', kind: 'AWS_LAMBDA', status: 'FAILED' }] },
    { hooks: [{ id: 'h', kind: 'PAUSE', status: 'TIMED_OUT', timeoutAction: 'ROLLBACK' }] },
    { reason: 'Service deployment failed because the circuit breaker was triggered.' },
  ])('STOPPED by what went wrong has failed: %j', (more) => {
    expect(judged(deployment('STOPPED', more))).toBe('failed');
  });

  test('an unanswered pause that goes on by itself is no failure', () => {
    const hooks = [{ id: 'h', kind: 'PAUSE', status: 'TIMED_OUT', timeoutAction: 'CONTINUE' }];
    expect(judged(deployment('STOPPED', { hooks }))).toBe('stopped');
  });
});

describe('by the rows of the service, where there are no service deployments', () => {
  test.for<[string, readonly Deployment[], string | undefined]>([
    ['ours is complete', [row(2, 'PRIMARY', 'COMPLETED')], 'succeeded'],
    ['ours is under way', [row(2, 'PRIMARY', 'IN_PROGRESS'), row(1, 'ACTIVE', 'COMPLETED')], undefined],
    ['ours has failed', [row(2, 'PRIMARY', 'FAILED')], 'failed'],
    ['it rolls back', [row(1, 'PRIMARY', 'IN_PROGRESS'), row(2, 'ACTIVE', 'FAILED')], undefined],
    ['it has rolled back', [row(1, 'PRIMARY', 'COMPLETED'), row(2, 'ACTIVE', 'FAILED')], 'rolled-back'],
    ['ours is gone, and the one before is back', [row(1, 'PRIMARY', 'COMPLETED')], 'rolled-back'],
    ['ours is gone for a newer one', [row(3, 'PRIMARY', 'IN_PROGRESS')], 'superseded'],
    ['ours makes way for a newer one', [row(3, 'PRIMARY', 'IN_PROGRESS'), row(2, 'ACTIVE', 'IN_PROGRESS')], undefined],
    ['no rollout state, all tasks run', [row(2, 'PRIMARY')], 'succeeded'],
    ['no rollout state, tasks are missing', [row(2, 'PRIMARY', undefined, 1)], undefined],
    ['nothing is listed', [], undefined],
  ])('%s', ([, rows, outcome]) => {
    const own = rows.find(({ id }) => id === 'ecs-svc/2');
    const sight = { details: details(rows), definitions: new Map<string, string>(), ...(own ? { row: own } : {}) };
    expect(outcomeOf(subject, sight, false)).toBe(outcome);
  });

  test('without a rollback to wait for a failure is the end', () => {
    const rows = [row(1, 'PRIMARY', 'COMPLETED'), row(2, 'ACTIVE', 'FAILED')];
    const [, own] = rows;
    const sight = {
      details: details(rows, false),
      definitions: new Map<string, string>(),
      ...(own ? { row: own } : {}),
    };
    expect(outcomeOf(subject, sight, false)).toBe('failed');
  });
});

test('the cause comes first, and what ECS did about it after', () => {
  const sight = (it: ServiceDeployment) => ({
    details: details([]),
    deployment: it,
    definitions: new Map<string, string>(),
  });
  const hooks = [
    {
      id: 'h',
      kind: 'AWS_LAMBDA',
      status: 'FAILED',
      targetArn: 'arn:aws:lambda:us-east-1:111122223333:function:check',
    },
  ];
  expect(endOf('failed', sight(deployment('ROLLBACK_FAILED', { hooks, reason: 'A hook failed.' })), [], [], t)).toEqual(
    {
      kind: 'failed',
      cause: 'Hook check has failed.',
      details: ['A hook failed.', 'The rollback has failed too.'],
    },
  );
  const late = [{ id: 'ask', kind: 'PAUSE', status: 'TIMED_OUT', timeoutAction: 'ROLLBACK' }];
  expect(endOf('rolled-back', sight(deployment('ROLLBACK_SUCCESSFUL', { hooks: late })), [], [], t)).toMatchObject({
    cause: 'Nobody answered hook ask in time.',
  });
  expect(endOf('stopped', sight(deployment('STOPPED')), [], [], t)).toMatchObject({ cause: 'Somebody stopped it.' });
  expect(endOf('failed', sight(deployment('ROLLBACK_FAILED')), [], [], t)).toMatchObject({
    cause: 'The rollback has failed too.',
  });
  expect(endOf('rolled-back', sight(deployment('ROLLBACK_SUCCESSFUL')), [], [], t)).toMatchObject({
    cause: 'ECS does not say why.',
  });
});

test('every stage and strategy has words', () => {
  const stages = ['RECONCILE_SERVICE', 'PRE_SCALE_UP', 'SCALE_UP', 'POST_SCALE_UP', 'TEST_TRAFFIC_SHIFT', 'BAKE_TIME'];
  for (const stage of [...stages, 'CLEAN_UP', 'PRE_PRODUCTION_TRAFFIC_SHIFT', 'POST_PRODUCTION_TRAFFIC_SHIFT']) {
    expect(stageWords(stage, t)).not.toBe(stage.toLowerCase().replaceAll('_', ' '));
  }
  expect([stageWords('MOON_LANDING', t), strategyWords('TELEPORT', t)]).toEqual(['moon landing', 'teleport']);
  expect([elapsed(59_400, t), elapsed(61_000, t), elapsed(3_720_000, t), elapsed(-5, t)]).toEqual([
    '59 s',
    '1 min',
    '1 h 2 min',
    '0 s',
  ]);
});

test('alarms, hooks, test traffic and the circuit breaker have rows', async () => {
  const state: DeploymentState = {
    status: 'IN_PROGRESS',
    arn: 'd',
    strategy: 'BLUE_GREEN',
    stage: 'TEST_TRAFFIC_SHIFT',
    counts: { desired: 2, running: 2, pending: 1, failed: 1 },
    revisions: [
      { name: 'api:2', isNew: true, running: 2, requested: 2, traffic: 0, testTraffic: 100 },
      { name: 'api:1', isNew: false, running: 2, requested: 2, traffic: 100 },
    ],
    hooks: [
      {
        id: 'h1',
        kind: 'AWS_LAMBDA',
        status: 'IN_PROGRESS',
        targetArn: 'arn:aws:lambda:us-east-1:111122223333:function:check',
      },
      { id: 'h2', kind: 'PAUSE', status: 'AWAITING_ACTION' },
      { id: 'h3', kind: 'PAUSE', status: 'TIMED_OUT' },
      { id: 'h4', kind: 'PAUSE', status: 'PONDERING' },
    ],
    alarms: { status: 'MONITORING', names: ['a', 'b'], triggered: [] },
    circuitBreaker: { status: 'MONITORING', failures: 1, threshold: 3 },
  };
  const rows = (deployment: DeploymentState) =>
    outline(detailRows('x', { id: '1', subject, facts: { ...noFacts, deployment } }, 0, t));
  expect(await rows(state)).toMatchInlineSnapshot(`
    "Stage · paused: it waits for you · blue/green {fact}
    Hook check · under way {hook}
    Pause h2 · waits for you {hook;waiting}
    Pause h3 · not answered in time {hook}
    Pause h4 · pondering {hook}
    Tasks · 2 of 2 running · 1 pending · 1 failed {fact}
    api:2 · new · 0 % of the traffic · 100 % of the test traffic · 2 of 2 running {fact}
    api:1 · before · 100 % of the traffic · 2 of 2 running {fact}
    Alarms · none in effect of a, b {fact}
    Circuit breaker · 1 of 3 failures {fact}"
  `);
  const bad: DeploymentState = {
    ...state,
    hooks: [],
    alarms: { status: 'TRIGGERED', names: ['a', 'b'], triggered: ['b'] },
    circuitBreaker: { status: 'TRIGGERED', failures: 4 },
  };
  expect(await rows(bad)).toContain('Alarms · in effect: b');
  expect(await rows(bad)).toContain('Circuit breaker · tripped: 4 failures');
  expect(await outline(detailRows('x', { id: '1', subject, facts: noFacts }, 0, t))).toBe(
    'Nothing is known yet. {empty}',
  );
});

describe('our deployment is found', () => {
  const hiding = (gateway: EcsGateway, more: Partial<EcsGateway> = {}): EcsGateway => ({
    ...gateway,
    serviceDetails: async (...given) => {
      const { currentDeploymentArn: _, ...rest } = (await gateway.serviceDetails(...given)) ?? details([]);
      return rest;
    },
    ...more,
  });

  test('in the list, where the service does not name it', async () => {
    const stage = await activityStage();
    const gateway = hiding(stage.gateway);
    const activities = stage.window({ gateway: async () => gateway });
    const { end } = await watched(stage, activities, await stage.deploy('api:2'));
    expect(end.kind).toBe('succeeded');
    expect(stage.rows(activities)[0]?.arn).toMatch(/:service-deployment\//);
  });

  test('although ECS lists it late', async () => {
    const stage = await activityStage();
    const began = stage.ecs.clock.now();
    const gateway = hiding(stage.gateway, {
      serviceDeployments: async (...given) => {
        const { items, failures } = await stage.gateway.serviceDeployments(...given);
        return { items: stage.ecs.clock.now() - began < 10_000 ? items.slice(1) : items, failures };
      },
    });
    const activities = stage.window({ gateway: async () => gateway });
    const { end } = await watched(stage, activities, await stage.deploy('api:2'));
    expect(end.kind).toBe('succeeded');
    expect(stage.rows(activities)[0]?.arn).toMatch(/:service-deployment\//);
  });

  test('among the rows, where an endpoint lists no service deployments at all', async () => {
    const stage = await activityStage();
    const gateway = hiding(stage.gateway, { serviceDeployments: async () => ({ items: [], failures: [] }) });
    const { deploymentId: _, ...unnamed } = await stage.deploy('api:2');
    const { end } = await watched(stage, stage.window({ gateway: async () => gateway }), unnamed);
    expect(end.kind).toBe('succeeded');
  });

  test('by the ARN that the answer told', async () => {
    const stage = await activityStage();
    const known = await stage.deploy('api:2');
    const { items } = await stage.gateway.serviceDeployments(known.place.cluster.arn, known.place.service.arn);
    const [first] = items;
    const { end } = await watched(stage, stage.window(), { ...known, deploymentArn: first?.arn ?? '' });
    expect([end.kind, stage.ecs.count('ListServiceDeployments')]).toEqual(['succeeded', 1]);
  });
});
