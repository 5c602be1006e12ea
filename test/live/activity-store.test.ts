import { describe, expect, test } from 'vitest';
import type { Activities } from '../../client/src/live/activity/activities';
import { entryIdOf } from '../../client/src/live/activity/rows';
import { mostEntries } from '../../client/src/live/activity/saved';
import type { TasksSubject } from '../../client/src/live/activity/subject';
import { type ActivityStage, activityStage, watched, withoutIds } from './support/activity-stage';
import { outline } from './support/outline';

/** What an entry has come to. */
function ended(activities: Activities): readonly (string | undefined)[] {
  return activities.entries().map(({ end }) => end?.kind);
}

/** The watch of the newest entry of a window that has been opened again. */
async function endOfNewest(activities: Activities): Promise<void> {
  await new Promise<void>((resolve) => {
    activities.onDidChange((id) => {
      if (id && activities.entry(id)?.end) resolve();
    });
  });
}

/** Tasks that were run from the product, `image` deciding what becomes of them. */
async function run({ ecs, gateway }: ActivityStage, image: string, count = 1): Promise<TasksSubject> {
  const taskDefinition = ecs.addTaskDefinition({
    family: 'job',
    containerDefinitions: [{ name: 'job', image, memory: 64 }],
  });
  const { items } = await gateway.runTask({
    cluster: 'shop',
    taskDefinition,
    count,
    launchType: 'EC2',
    clientToken: image,
  });
  const [first] = items;
  return {
    kind: 'tasks',
    place: {
      identity: await gateway.identity(),
      connection: gateway.connection,
      cluster: { arn: first?.clusterArn ?? '', name: 'shop' },
    },
    family: 'job',
    taskDefinitionArn: taskDefinition,
    taskArns: items.map(({ arn }) => arn),
    startedAt: ecs.clock.now(),
    title: 'job in shop',
    calls: ['RegisterTaskDefinition job:1', 'RunTask job:1'],
  };
}

describe('a reload of the window', () => {
  test.for([
    ['api:2', 'succeeded'],
    ['api:missing', 'rolled-back'],
  ] as const)('in the middle changes nothing about the end of %s, which is told once', async ([image, kind]) => {
    const stage = await activityStage();
    const first = stage.window();
    stage.meanwhile = (seconds) => {
      if (seconds > 8) first.dispose();
    };
    const subject = await stage.deploy(image, { deploymentCircuitBreaker: { enable: true, rollback: true } });
    first.start(subject);
    await expect.poll(() => stage.ecs.clock.now() - subject.startedAt).toBeGreaterThan(8_000);
    expect(stage.told).toEqual([]);
    stage.meanwhile = () => undefined;

    const second = stage.window();
    expect(ended(second)).toEqual([undefined]);
    const end = endOfNewest(second);
    second.resume();
    await end;
    expect(stage.told.map(({ end: it }) => it.kind)).toEqual([kind]);

    const third = stage.window();
    const asked = stage.ecs.requests.length;
    third.resume();
    expect(ended(third)).toEqual([kind]);
    expect(await outline(stage.rows(third), 1)).toContain(kind === 'succeeded' ? 'deployed' : 'rolled back');
    expect([stage.told.length, stage.ecs.requests.length - asked]).toEqual([1, 0]);
    if (kind === 'rolled-back') {
      expect(await outline(stage.rows(third))).toContain("The image of container 'api' is not in its registry.");
    }
  });

  test('with a clock that is ahead, after somebody else has deployed: what was seen to be ours still is', async () => {
    const stage = await activityStage();
    const first = stage.window();
    const subject = await stage.deploy('api:2');
    stage.meanwhile = (seconds) => {
      if (seconds > 8) first.dispose();
    };
    first.start({ ...subject, startedAt: subject.startedAt + 300_000 });
    await expect.poll(() => stage.ecs.clock.now() - subject.startedAt).toBeGreaterThan(8_000);
    stage.meanwhile = () => undefined;
    stage.ecs.clock.advance(60_000);
    await stage.deploy('api:3');
    stage.ecs.clock.advance(60_000);
    const second = stage.window();
    const end = endOfNewest(second);
    second.resume();
    await end;
    expect(stage.told.map(({ end: it }) => it.kind)).toEqual(['succeeded']);
  });

  test('after the end is told of it when it is opened again', async () => {
    const stage = await activityStage();
    const first = stage.window();
    first.start(await stage.deploy('api:2'));
    first.dispose();
    stage.ecs.clock.advance(3_600_000);
    const second = stage.window();
    const end = endOfNewest(second);
    second.resume();
    await end;
    expect(stage.told.map(({ end: it }) => it.kind)).toEqual(['succeeded']);
  });
});

test('what another version has kept is left out', async () => {
  const stage = await activityStage();
  const first = stage.window();
  await watched(stage, first, await stage.deploy('api:2'));
  const [good] = stage.memory.get('activities') as readonly object[];
  stage.memory.set('activities', [null, 1, { id: 'a' }, { id: 'a', subject: { kind: 'other' } }, good]);
  const second = stage.window();
  second.resume();
  expect(ended(second)).toEqual(['succeeded']);
  stage.memory.set('activities', { version: 2 });
  expect(ended(stage.window())).toEqual([]);
});

describe('watching is stopped', () => {
  test('without touching the deployment or telling what the user knows, and goes on when asked to', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const watch = activities.start(await stage.deploy('api:2'));
    stage.meanwhile = (seconds) => {
      if (seconds > 4) watch.stopWatching();
    };
    expect(await watch.end).toEqual({ kind: 'unwatched' });
    expect(stage.rows(activities)[0]?.context).toBe('activity;deployment;unseen');
    expect([stage.told, stage.ecs.count('StopServiceDeployment')]).toEqual([[], 0]);
    stage.meanwhile = () => undefined;
    expect(await activities.again(watch.id)?.end).toEqual({ kind: 'succeeded' });
    expect(ended(activities)).toEqual(['succeeded']);
  });

  test('by removing the entry', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const watch = activities.start(await stage.deploy('api:2'));
    stage.meanwhile = (seconds) => {
      if (seconds > 4) activities.remove(watch.id);
    };
    expect(await watch.end).toEqual({ kind: 'unwatched' });
    expect([activities.entries(), stage.window().entries()]).toEqual([[], []]);
  });

  test('after half an hour, which is said', async () => {
    const stage = await activityStage();
    const began = stage.ecs.clock.now();
    const { end } = await watched(
      stage,
      stage.window(),
      await stage.deploy('api:missing', { deploymentCircuitBreaker: { enable: false, rollback: false } }),
    );
    expect(end).toEqual({ kind: 'timeout', minutes: 30 });
    expect(Math.round((stage.ecs.clock.now() - began) / 60_000)).toBe(30);
  });
});

describe('the list', () => {
  test('watches one thing once', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const subject = await stage.deploy('api:2');
    const watch = activities.start(subject);
    expect(activities.start({ ...subject })).toBe(watch);
    expect(activities.entries()).toHaveLength(1);
    await watch.end;
  });

  test('who listens late is told what is known', async () => {
    const stage = await activityStage();
    const watch = stage.window().start(await stage.deploy('api:2'));
    await watch.end;
    const kinds: string[] = [];
    watch.listen(({ kind }) => kinds.push(kind));
    expect([kinds[0], kinds.at(-1)]).toEqual(['deployment', 'end']);
  });

  test('keeps so many, and what is watched whatever its age', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const first = activities.start(await stage.deploy('api:2'));
    const subject = await run(stage, 'finish:1');
    for (let at = 0; at < mostEntries + 5; at += 1) {
      activities.start({ ...subject, taskArns: [`${subject.taskArns[0]}${at}`], startedAt: at }).stopWatching();
    }
    await first.end;
    expect(activities.entries().length).toBeLessThanOrEqual(mostEntries + 5);
    await expect.poll(() => activities.entries().every(({ end }) => end)).toBe(true);
    activities.start(subject);
    expect(activities.entries()).toHaveLength(mostEntries);
  });

  test('is cleared of what has ended', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    await watched(stage, activities, await stage.deploy('api:2'));
    const going = activities.start(await stage.deploy('api:3'));
    activities.clearFinished();
    expect(activities.entries().map(({ id }) => id)).toEqual([going.id]);
    await going.end;
    activities.clearFinished();
    expect([activities.entries(), stage.window().entries()]).toEqual([[], []]);
  });

  test('a row leads back to its entry, and so do the rows below it', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    await watched(stage, activities, await stage.deploy('api:2'));
    const [row] = stage.rows(activities);
    const below = (await row?.children?.()) ?? [];
    const id = activities.entries()[0]?.id;
    expect(row && [row, ...below].map(entryIdOf)).toEqual(Array.from({ length: below.length + 1 }, () => id));
    expect(entryIdOf({ id: 'us-east-1/arn:aws:ecs:us-east-1:111122223333:cluster/shop' })).toBeUndefined();
    expect(row?.arn).toMatch(/:service-deployment\/shop\/api\//);
  });
});

test('what is kept names things and times, and nothing that a definition holds', async () => {
  const stage = await activityStage();
  const taskDefinition = stage.ecs.addTaskDefinition({
    family: 'api',
    containerDefinitions: [
      {
        name: 'api',
        image: 'api:missing',
        environment: [{ name: 'TOKEN', value: 'canary-value' }],
        command: ['canary-command'],
      },
    ],
  });
  const subject = { ...(await stage.deploy('api:2')), taskDefinitionArn: taskDefinition };
  await stage.gateway.updateService({ cluster: 'shop', service: 'api', taskDefinition });
  const activities = stage.window({ minutes: 2 });
  await watched(stage, activities, subject);
  const kept = JSON.stringify([...stage.memory]);
  expect(kept).toContain('api in shop');
  expect(kept).not.toMatch(/canary|AKIA|wJalr/);
});

describe('tasks that were run', () => {
  test('are watched until they run', async () => {
    const stage = await activityStage();
    const activities = stage.window();
    const { end, lines } = await watched(stage, activities, await run(stage, 'web:1', 2));
    expect(end).toMatchObject({ kind: 'running', tasks: [{ lastStatus: 'RUNNING' }, { lastStatus: 'RUNNING' }] });
    expect(lines).toEqual(['2 provisioning', '2 pending', '2 running']);
    expect(
      withoutIds(await outline(stage.rows(activities))).replaceAll(/Task [0-9a-f]{8}/g, 'Task ID'),
    ).toMatchInlineSnapshot(`
      "job in shop · running · job:1 · 16 s {activity;tasks;ended}
        Task ID · running {activityTask;running}
        Task ID · running {activityTask;running}
        Calls made {calls}
          RegisterTaskDefinition job:1 {fact}
          RunTask job:1 {fact}"
    `);
  });

  test('have finished when their containers ended with zero', async () => {
    const stage = await activityStage();
    const subject = await run(stage, 'finish:1');
    stage.ecs.clock.advance(600_000);
    const { end } = await watched(stage, stage.window(), subject);
    expect(end.kind).toBe('finished');
  });

  test('have failed when one of them has, with its cause on top', async () => {
    const stage = await activityStage();
    const { end } = await watched(stage, stage.window(), await run(stage, 'missing:1', 2));
    expect(end).toMatchObject({
      kind: 'tasks-failed',
      cause: expect.stringMatching(/^The image of container 'job' is not in its registry/),
      details: [expect.stringMatching(/^AWS says: CannotPullContainerError/)],
    });
  });

  test('that ECS does not name yet are looked for, those that it has forgotten not for ever', async () => {
    const stage = await activityStage();
    stage.ecs.fail('DescribeTasks', { kind: 'gone', times: 2 });
    expect((await watched(stage, stage.window(), await run(stage, 'web:1'))).end.kind).toBe('running');
    stage.ecs.fail('DescribeTasks', { kind: 'gone' });
    const began = stage.ecs.clock.now();
    const { end } = await watched(stage, stage.window(), await run(stage, 'web:2'));
    expect(end).toMatchObject({ kind: 'blind', failure: { sentence: 'ECS does not know the task any more.' } });
    expect(stage.ecs.clock.now() - began).toBeLessThan(150_000);
  });
});
