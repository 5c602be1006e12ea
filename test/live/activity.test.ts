import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import { describe, expect, test } from 'vitest';
import { activityStage, watched, withoutIds } from './support/activity-stage';
import { outline } from './support/outline';

describe('a rolling deployment', () => {
  test('is watched to its success', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const { end, lines } = await watched(stage, activities, await stage.deploy('api:2'));
    expect(end).toEqual({ kind: 'succeeded' });
    expect(lines).toMatchInlineSnapshot(`
      [
        "pending · 0 of 2 running",
        "starting new tasks · 0 of 2 running",
        "has started 2 tasks: (task TASK), (task TASK).",
        "stopping old tasks · 2 of 2 running",
        "has stopped 2 running tasks: (task TASK), (task TASK).",
        "successful · 2 of 2 running",
        "(deployment ecs-svc/ID) deployment completed.",
        "has reached a steady state.",
      ]
    `);
    expect(withoutIds(await outline(stage.rows(activities)))).toMatchInlineSnapshot(`
      "api in shop · deployed · api:2 · 26 s {activity;deployment;ended}
        Stage · successful · rolling update {fact}
        Tasks · 2 of 2 running {fact}
        api:2 · new · 2 of 2 running {fact}
        api:1 · before · 0 of 0 running {fact}
        Events {events}
          has reached a steady state. · just now {event}
          (deployment ecs-svc/ID) deployment completed. · just now {event}
          has stopped 2 running tasks: (task TASK), (task TASK). · just now {event}
          has started 2 tasks: (task TASK), (task TASK). · just now {event}"
    `);
    expect(stage.told.map(({ end: it }) => it.kind)).toEqual(['succeeded']);
  });

  test('that the circuit breaker rolls back has failed, however stable the service is', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const subject = await stage.deploy('api:missing', {
      deploymentCircuitBreaker: { enable: true, rollback: true },
    });
    const { end, lines } = await watched(stage, activities, subject);
    expect(JSON.parse(withoutIds(JSON.stringify(end)))).toMatchInlineSnapshot(`
      {
        "cause": "3 tasks stopped: The image of container 'api' is not in its registry. Check repository, tag or digest, account and region, and that the image has been pushed.",
        "details": [
          "AWS says: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref api:missing: not found",
          "The circuit breaker counted 3 failed tasks, 3 are its limit.",
          "Service deployment circuit breaker: the failure threshold was exceeded.",
        ],
        "kind": "rolled-back",
      }
    `);
    expect(lines).toMatchInlineSnapshot(`
      [
        "pending · 0 of 2 running",
        "starting new tasks · 0 of 2 running",
        "has started 1 tasks: (task TASK).",
        "starting new tasks · 0 of 2 running · 1 failed",
        "1 task stopped: The image of container 'api' is not in its registry. Check repository, tag or digest, account and region, and that the image has been pushed.",
        "starting new tasks · 0 of 2 running · 1 failed",
        "has started 1 tasks: (task TASK).",
        "starting new tasks · 0 of 2 running · 2 failed",
        "is unable to consistently start tasks successfully.",
        "has started 1 tasks: (task TASK).",
        "rolling back · 2 of 2 running · 3 failed",
        "(deployment ecs-svc/ID) deployment failed: tasks failed to start.",
        "rolling back to (deployment ecs-svc/ID).",
        "3 tasks stopped: The image of container 'api' is not in its registry. Check repository, tag or digest, account and region, and that the image has been pushed.",
        "rolled back · 2 of 2 running · 3 failed",
        "has reached a steady state.",
      ]
    `);
    // What a waiter for a stable service would be content with.
    const details = await stage.gateway.serviceDetails(subject.place.cluster.arn, subject.place.service.arn);
    expect(details?.deployments).toHaveLength(1);
    expect(details?.service).toMatchObject({ running: 2, desired: 2 });
    expect(withoutIds(await outline(stage.rows(activities)))).toMatchInlineSnapshot(`
      "api in shop · rolled back · api:2 · 56 s {activity;deployment;ended}
        3 tasks stopped: The image of container 'api' is not in its registry. Check repository, tag or digest, account and region, and that the image has been pushed. {fact}
        AWS says: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref api:missing: not found {fact}
        The circuit breaker counted 3 failed tasks, 3 are its limit. {fact}
        Service deployment circuit breaker: the failure threshold was exceeded. {fact}
        Stage · rolled back · rolling update {fact}
        Tasks · 2 of 2 running · 3 failed {fact}
        api:2 · new · 0 of 0 running {fact}
        api:1 · before · 2 of 2 running {fact}
        Circuit breaker · tripped: 3 of 3 failures {fact}
        Stopped tasks {stoppedTasks}
          3 tasks · The image of container 'api' is not in its registry. Check repository, tag or digest, account and region, and that the image has been pushed. {fact}
            AWS says: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref api:missing: not found {fact}
            TASK {activityTask;stopped}
            TASK {activityTask;stopped}
            TASK {activityTask;stopped}
        Events {events}
          has reached a steady state. · just now {event}
          rolling back to (deployment ecs-svc/ID). · just now {event}
          (deployment ecs-svc/ID) deployment failed: tasks failed to start. · just now {event}
          has started 1 tasks: (task TASK). · just now {event}
          is unable to consistently start tasks successfully. · just now {event}
          has started 1 tasks: (task TASK). · just now {event}
          has started 1 tasks: (task TASK). · just now {event}"
    `);
  });

  test('that the circuit breaker stops has failed too', async () => {
    const stage = await activityStage();
    const subject = await stage.deploy('api:missing', {
      deploymentCircuitBreaker: { enable: true, rollback: false },
    });
    const { end } = await watched(stage, stage.window(), subject);
    expect(end).toMatchObject({
      kind: 'failed',
      cause: expect.stringMatching(/^3 tasks stopped: The image of container 'api' is not in its registry/),
    });
  });
});

describe('other strategies', () => {
  test('blue/green tells its stages, the traffic and what is left of the bake time', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const seen: string[] = [];
    stage.meanwhile = () => {
      const [row] = stage.rows(activities);
      const words = row?.description?.split(' · ')[0] ?? '';
      if (seen.at(-1) !== words) seen.push(words);
    };
    const subject = await stage.deploy('api:2', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 });
    const { end } = await watched(stage, activities, subject);
    expect(end.kind).toBe('succeeded');
    expect(seen).toMatchInlineSnapshot(`
      [
        "pending",
        "before new tasks start",
        "starting new tasks",
        "traffic has moved",
        "baking: old and new tasks run side by side, at most 5 minutes left",
        "baking: old and new tasks run side by side, at most 4 minutes left",
        "baking: old and new tasks run side by side, at most 3 minutes left",
        "baking: old and new tasks run side by side, at most 2 minutes left",
        "baking: old and new tasks run side by side, less than 1 minute left",
      ]
    `);
  });

  test('linear and canary tell how much of the traffic has moved', async () => {
    const steps = async (configuration: DeploymentConfiguration): Promise<readonly string[]> => {
      const stage = await activityStage();
      const { end, lines } = await watched(stage, stage.window(), await stage.deploy('api:2', configuration));
      expect(end.kind).toBe('succeeded');
      return [...new Set(lines.flatMap((line) => /\d+ % on the new tasks/.exec(line) ?? []))];
    };
    expect(
      await steps({ strategy: 'LINEAR', linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 1 } }),
    ).toEqual(['25 % on the new tasks', '50 % on the new tasks', '75 % on the new tasks']);
    expect(
      await steps({ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 2 } }),
    ).toEqual(['10 % on the new tasks', '100 % on the new tasks']);
  });

  const pausing: DeploymentConfiguration = {
    strategy: 'CANARY',
    canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 1 },
    lifecycleHooks: [
      {
        targetType: 'PAUSE',
        lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
        timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
      },
    ],
  };

  test.for([
    ['CONTINUE', 'succeeded'],
    ['ROLLBACK', 'rolled-back'],
  ] as const)('a pause waits for a person, who says %s', async ([action, kind]) => {
    const stage = await activityStage();
    const activities = stage.window();
    const contexts = new Set<string>();
    const hooks: string[] = [];
    stage.meanwhile = async (seconds) => {
      const [row] = stage.rows(activities);
      contexts.add(row?.context ?? '');
      const hook = activities.entries()[0]?.facts.deployment?.hooks[0];
      if (seconds < 300 || hook?.status !== 'AWAITING_ACTION' || !row?.arn) return;
      hooks.push(...(await outline((await row.children?.()) ?? [])).split('\n').filter((it) => it.startsWith('Pause')));
      await stage.gateway.continueServiceDeployment({ serviceDeploymentArn: row.arn, hookId: hook.id, action });
    };
    const { end } = await watched(stage, activities, await stage.deploy('api:2', pausing));
    expect(end.kind).toBe(kind);
    if (end.kind === 'rolled-back') expect(end.cause).toMatch(/^Hook .* was answered with a rollback\.$/);
    expect([...contexts]).toContain('activity;deployment;paused');
    expect(hooks).toEqual([
      expect.stringMatching(
        /^Pause .* · waits for you until 2026-01-15T10:\S+, then it is rolled back \{hook;waiting\}$/,
      ),
    ]);
  });

  test('an alarm rolls back, and is the cause', async () => {
    const stage = await activityStage();
    stage.meanwhile = (seconds) => {
      if (seconds > 60 && seconds < 80) stage.ecs.alarm('api-5xx');
    };
    const subject = await stage.deploy('api:2', {
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 5,
      alarms: { alarmNames: ['api-5xx', 'api-slow'], enable: true, rollback: true },
    });
    const { end } = await watched(stage, stage.window(), subject);
    expect(end).toMatchObject({ kind: 'rolled-back', cause: 'Alarm in effect: api-5xx' });
  });
});

describe('somebody else', () => {
  test('deploys something newer', async () => {
    const stage = await activityStage();
    const once = { done: false };
    stage.meanwhile = async (seconds) => {
      if (seconds < 8 || once.done) return;
      once.done = true;
      await stage.deploy('api:3');
    };
    const { end } = await watched(stage, stage.window(), await stage.deploy('api:2'));
    expect(end).toMatchObject({
      kind: 'superseded',
      cause: 'A newer deployment of the service has begun, of api:3.',
    });
  });

  test.for([
    ['ABORT', 'stopped'],
    ['ROLLBACK', 'rolled-back'],
  ] as const)('stops the deployment: %s', async ([stopType, kind]) => {
    const stage = await activityStage();
    const activities = stage.window();
    const once = { done: false };
    stage.meanwhile = async (seconds) => {
      const arn = activities.entries()[0]?.facts.deployment?.arn;
      if (seconds < 8 || once.done || !arn) return;
      once.done = true;
      await stage.gateway.stopServiceDeployment({ serviceDeploymentArn: arn, stopType });
    };
    const { end } = await watched(stage, activities, await stage.deploy('api:2'));
    expect(end.kind).toBe(kind);
    expect('cause' in end && end.cause).toMatch(/stop|roll/i);
  });

  test('deletes the service', async () => {
    const stage = await activityStage();
    stage.meanwhile = (seconds) => {
      if (seconds > 5 && seconds < 10) stage.ecs.removeService('shop', 'api');
    };
    const { end } = await watched(stage, stage.window(), await stage.deploy('api:2'));
    expect(end).toMatchObject({ kind: 'failed', cause: 'The service is not there any more.' });
  });
});

describe('an endpoint without service deployments is judged by the rollout of our own deployment', () => {
  const withoutThem = async () => {
    const stage = await activityStage();
    const unknown = { kind: 'error', name: 'UnknownOperationException', message: 'What?' } as const;
    stage.ecs.fail('ListServiceDeployments', unknown);
    stage.ecs.fail('DescribeServiceDeployments', unknown);
    return stage;
  };

  test('success', async () => {
    const stage = await withoutThem();
    const { end, lines } = await watched(stage, stage.window(), await stage.deploy('api:2'));
    expect(end).toEqual({ kind: 'succeeded' });
    expect(lines.at(0)).toBe('in progress · 0 of 2 running');
    expect(
      [stage.ecs.count('ListServiceDeployments'), stage.ecs.count('DescribeServiceDeployments')].every((it) => it <= 1),
    ).toBe(true);
  });

  test('a rollback is a failure', async () => {
    const stage = await withoutThem();
    const subject = await stage.deploy('api:missing', { deploymentCircuitBreaker: { enable: true, rollback: true } });
    const { end } = await watched(stage, stage.window(), subject);
    expect(end).toMatchObject({ kind: 'rolled-back', cause: expect.stringMatching(/^3 tasks stopped: The image/) });
  });

  test('a newer deployment is not ours', async () => {
    const stage = await withoutThem();
    const once = { done: false };
    stage.meanwhile = async (seconds) => {
      if (seconds < 8 || once.done) return;
      once.done = true;
      await stage.deploy('api:3');
    };
    const { end } = await watched(stage, stage.window(), await stage.deploy('api:2'));
    expect(end.kind).toBe('superseded');
  });
});

test('of the deployments of a service it watches its own, though another one was successful last', async () => {
  const stage = await activityStage();
  await stage.deploy('api:2');
  stage.ecs.clock.advance(60_000);
  const { deploymentId: _, ...subject } = await stage.deploy('api:missing', {
    deploymentCircuitBreaker: { enable: true, rollback: true },
  });
  const { end } = await watched(stage, stage.window(), subject);
  expect(end.kind).toBe('rolled-back');
});

test.each([
  [0, 'superseded'],
  [1, 'superseded'],
  [20, 'superseded'],
  [50, 'succeeded'],
])('somebody who deploys the same revision %i s later does not finish ours: %s', async (seconds, kind) => {
  const stage = await activityStage();
  const subject = await stage.deploy('api:2');
  stage.ecs.clock.advance(seconds * 1_000);
  await stage.gateway.updateService({ cluster: 'shop', service: 'api', forceNewDeployment: true });
  expect(await watched(stage, stage.window(), subject)).toMatchObject({ end: { kind } });
});
