import { describe, expect, test } from 'vitest';
import { LiveFailure } from '../../client/src/live/failure';
import type { EcsGateway } from '../../client/src/live/ports';
import { type ActivityStage, activityStage, watched } from './support/activity-stage';

const minute = 60_000;

/** The gateway with some of its reads failing in another way. */
function failing(gateway: EcsGateway, fail: () => LiveFailure | undefined): EcsGateway {
  const guarded = <A extends readonly unknown[], R>(
    read: (...given: A) => Promise<R>,
  ): ((...given: A) => Promise<R>) => {
    return async (...given) => {
      const failure = fail();
      if (failure) throw failure;
      return read(...given);
    };
  };
  return { ...gateway, serviceDetails: guarded(gateway.serviceDetails), describeTasks: guarded(gateway.describeTasks) };
}

function trouble(kind: LiveFailure['kind'], sentence: string): LiveFailure {
  return new LiveFailure(kind, sentence, 'retry');
}

/** A deployment of ten minutes. */
function bakes(stage: ActivityStage) {
  return stage.deploy('api:2', { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 9 });
}

describe('how much is asked', () => {
  test('a deployment of ten minutes costs about ninety requests', async () => {
    const stage = await activityStage();
    const began = stage.ecs.clock.now();
    const before = stage.ecs.requests.length;
    const { end } = await watched(stage, stage.window(), await bakes(stage));
    expect(end.kind).toBe('succeeded');
    expect((stage.ecs.clock.now() - began) / minute).toBeGreaterThan(9);
    const asked = stage.ecs.requests.slice(before).length;
    expect(asked).toBeLessThanOrEqual(100);
    expect(asked).toBeGreaterThan(40);
  });

  test('one whose tasks fail all the time costs two more at most every half minute', async () => {
    const stage = await activityStage();
    const activities = stage.window({ minutes: 10 });
    const subject = await stage.deploy('api:missing', { deploymentCircuitBreaker: { enable: false, rollback: false } });
    const { end } = await watched(stage, activities, subject);
    expect(end).toEqual({ kind: 'timeout', minutes: 10 });
    expect(stage.ecs.count('ListTasks')).toBeLessThanOrEqual(20);
    expect(stage.ecs.requests.length).toBeLessThanOrEqual(150);
  });
});

describe('what passes by itself', () => {
  test.for(['throttled', 'offline', 'timeout', 'server'] as const)('%s is told once and gone over', async (kind) => {
    const stage = await activityStage();
    const looks = { count: 0 };
    const gateway = failing(stage.gateway, () => {
      looks.count += 1;
      return looks.count > 3 && looks.count < 8 ? trouble(kind, 'Not now.') : undefined;
    });
    const { end, lines } = await watched(stage, stage.window({ gateway: async () => gateway }), await bakes(stage));
    expect(end.kind).toBe('succeeded');
    expect(lines.filter((line) => line === 'Not now.')).toHaveLength(1);
  });

  test('a storm of throttling is waited out at the slowest pace', async () => {
    const stage = await activityStage();
    const looks = { count: 0 };
    const gateway = failing(stage.gateway, () => {
      looks.count += 1;
      return trouble('throttled', 'Slow down.');
    });
    const { end } = await watched(stage, stage.window({ gateway: async () => gateway }), await bakes(stage));
    expect(end).toEqual({ kind: 'timeout', minutes: 30 });
    expect(looks.count).toBeLessThanOrEqual(121);
  });
});

describe('credentials', () => {
  test('that expire are waited for, and watching goes on once they are renewed', async () => {
    const stage = await activityStage();
    const state = { expired: false, renewed: false };
    stage.meanwhile = (seconds) => {
      if (seconds > 20) state.expired = true;
      if (seconds > 120) state.renewed = true;
    };
    const fresh: boolean[] = [];
    const rows: (string | undefined)[] = [];
    const activities = stage.window({
      gateway: async (isFresh) => {
        fresh.push(isFresh);
        rows.push(stage.rows(activities)[0]?.description);
        return failing(stage.gateway, () =>
          state.expired && !state.renewed ? trouble('sso-expired', 'Sign in again.') : undefined,
        );
      },
    });
    const { end, lines } = await watched(stage, activities, await bakes(stage));
    expect(end.kind).toBe('succeeded');
    expect(lines).toContain('Waiting until it can be seen again. Sign in again.');
    // Read again at each look from the first refusal on, and not without one.
    expect([fresh.filter(Boolean).length > 4, fresh[0], fresh.at(-1)]).toEqual([true, false, false]);
    expect(rows.some((it) => it?.includes('waiting for credentials'))).toBe(true);
    expect(stage.told).toHaveLength(1);
  });

  test('of another account end the watch', async () => {
    const stage = await activityStage();
    const subject = await stage.deploy('api:2');
    const { place } = subject;
    const elsewhere = { ...subject, place: { ...place, identity: { ...place.identity, account: '123456789012' } } };
    const { end } = await watched(stage, stage.window(), elsewhere);
    expect(end).toMatchObject({
      kind: 'blind',
      failure: { sentence: 'The credentials are of account 111122223333 now, not of 123456789012.' },
    });
    expect(stage.ecs.count('DescribeServices')).toBe(0);
  });

  test('an endpoint that is another one now ends the watch before anything is sent', async () => {
    const stage = await activityStage();
    const subject = await stage.deploy('api:2');
    const before = stage.ecs.requests.length;
    const { place } = subject;
    const aws = { ...subject, place: { ...place, connection: { region: 'us-east-1' } } };
    const { end } = await watched(stage, stage.window(), aws);
    expect(end).toMatchObject({ kind: 'blind', failure: { kind: 'conflict' } });
    expect(stage.ecs.requests.length).toBe(before);
  });
});

test('what is not allowed ends the watch, and the deployment goes on', async () => {
  const stage = await activityStage();
  stage.ecs.fail('DescribeServices', { kind: 'denied' });
  const { end } = await watched(stage, stage.window(), await stage.deploy('api:2'));
  expect(end).toMatchObject({ kind: 'blind', failure: { kind: 'access-denied' } });
});

test('a look that breaks off half-way loses nothing and tells nothing twice', async () => {
  const stage = await activityStage();
  stage.ecs.fail('DescribeServiceDeployments', { kind: 'server', after: 3, times: 6 });
  const { end, lines } = await watched(stage, stage.window(), await stage.deploy('api:2'));
  expect(end.kind).toBe('succeeded');
  const events = lines.filter((line) => /has (?:started|stopped)|completed/.test(line));
  expect(events).toHaveLength(3);
});

test('the cause is told also when the stopped tasks may not be read', async () => {
  const stage = await activityStage();
  stage.ecs.fail('ListTasks', { kind: 'denied' });
  const subject = await stage.deploy('api:missing', { deploymentCircuitBreaker: { enable: true, rollback: true } });
  const { end } = await watched(stage, stage.window(), subject);
  expect(end).toMatchObject({
    kind: 'rolled-back',
    cause: 'The circuit breaker counted 3 failed tasks, 3 are its limit.',
  });
});
