import { expect, test } from 'vitest';
import type { Entry } from '../../client/src/live/activity/activities';
import type { End } from '../../client/src/live/activity/end';
import { endMessage } from '../../client/src/live/activity/end-words';
import { noFacts } from '../../client/src/live/activity/facts';
import type { Subject } from '../../client/src/live/activity/subject';
import { showProgress, tellEnd } from '../../client/src/live/activity/tell';
import { LiveFailure } from '../../client/src/live/failure';
import { activityStage } from './support/activity-stage';
import { outline } from './support/outline';
import { t, testLog } from './support/stage';
import { testUser } from './support/ui';

const subject: Subject = {
  kind: 'tasks',
  place: {
    identity: { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/dev' },
    connection: { region: 'us-east-1' },
    cluster: { arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/shop', name: 'shop' },
  },
  family: 'job',
  taskDefinitionArn: 'arn:aws:ecs:us-east-1:111122223333:task-definition/job:7',
  taskArns: ['arn:aws:ecs:us-east-1:111122223333:task/shop/1'],
  startedAt: 0,
  title: 'job in shop',
};
const blind: End = { kind: 'blind', failure: new LiveFailure('access-denied', 'It is not allowed.', 'retry') };
const bad = { cause: 'The disk is full.', details: [] };

test('each end is said in a sentence, the cause with it', () => {
  const ends: readonly End[] = [
    { kind: 'succeeded' },
    { kind: 'failed', ...bad },
    { kind: 'rolled-back', ...bad },
    { kind: 'stopped', ...bad },
    { kind: 'superseded', ...bad },
    { kind: 'running', tasks: [] },
    { kind: 'finished', tasks: [] },
    { kind: 'tasks-failed', tasks: [], ...bad },
    { kind: 'unwatched' },
    { kind: 'timeout', minutes: 30 },
    blind,
  ];
  const said = ends.map((end) => {
    const { level, text } = endMessage(subject, end, t);
    return `${level}: ${text}`;
  });
  expect(said).toMatchInlineSnapshot(`
    [
      "info: job in shop: job:7 is deployed.",
      "error: job in shop: the deployment of job:7 has failed. The disk is full.",
      "error: job in shop: the deployment of job:7 has failed and was rolled back. The disk is full.",
      "warning: job in shop: the deployment of job:7 was stopped. The disk is full.",
      "warning: job in shop: the deployment of job:7 did not finish. The disk is full.",
      "info: job in shop: job:7 is running.",
      "info: job in shop: job:7 has finished.",
      "error: job in shop: job:7 has stopped. The disk is full.",
      "info: job in shop: job:7 is no longer watched; it goes on in AWS.",
      "warning: job in shop: job:7 was watched for 30 minutes and goes on in AWS, unwatched.",
      "warning: job in shop: job:7 was started, but cannot be watched. It is not allowed.",
    ]
  `);
});

test.for([
  ['Show in Activity', 'show 1'],
  ['Show in Clusters', 'clusters 1'],
  ['Watch Again', 'again 1'],
  ['Show Logs', 'logs 1'],
  ['Show in File', 'file 1'],
] as const)('the button %s', async ([button, done]) => {
  const user = testUser();
  user.press = () => button;
  const did: string[] = [];
  const entry: Entry & { readonly end: End } = { id: '1', subject, facts: noFacts, end: blind };
  tellEnd(entry, {
    ui: user,
    log: testLog(),
    t,
    show: async (id) => void did.push(`show ${id}`),
    showInClusters: async ({ id }) => void did.push(`clusters ${id}`),
    showLogs: async ({ id }) => void did.push(`logs ${id}`),
    showFile: async ({ id }) => void did.push(`file ${id}`),
    again: (id) => void did.push(`again ${id}`),
  });
  await expect.poll(() => did).toEqual([done]);
});

test('only what nobody saw the end of can be watched again', async () => {
  const user = testUser();
  const none = async (): Promise<void> => undefined;
  const ports = {
    ui: user,
    log: testLog(),
    t,
    show: none,
    showInClusters: none,
    showLogs: none,
    showFile: none,
    again: () => undefined,
  };
  tellEnd({ id: '1', subject, facts: noFacts, end: { kind: 'failed', ...bad } }, ports);
  const document = 'file:///web.task-definition.json';
  tellEnd(
    { id: '2', subject: { ...subject, document }, facts: noFacts, end: { kind: 'tasks-failed', tasks: [], ...bad } },
    ports,
  );
  expect(user.messages.map(({ buttons }) => buttons)).toEqual([
    ['Show Logs', 'Show in Activity', 'Show in Clusters'],
    ['Show in File', 'Show Logs', 'Show in Activity'],
  ]);
});

test('a notification shows what the view shows, until the end', async () => {
  const stage = await activityStage();
  const user = testUser();
  const watch = stage.window().start(await stage.deploy('api:2'));
  const clock = { now: stage.ecs.clock.now, sleep: async () => undefined };
  await showProgress(watch, { ui: user, clock, t });
  expect(user.reports).toContain('starting new tasks · 0 of 2 running');
  expect(await watch.end).toEqual({ kind: 'succeeded' });
});

test('its cancel button takes the notification away and nothing else', async () => {
  const stage = await activityStage();
  const user = testUser();
  user.watch = (_report, cancel) => cancel();
  const activities = stage.window();
  const watch = activities.start(await stage.deploy('api:2'));
  const clock = { now: stage.ecs.clock.now, sleep: async () => undefined };
  await showProgress(watch, { ui: user, clock, t });
  expect(activities.entry(watch.id)?.end).toBeUndefined();
  expect(await watch.end).toEqual({ kind: 'succeeded' });
});

test('expired credentials stand first below the entry, with what mends them', async () => {
  const stage = await activityStage();
  const failure = new LiveFailure('sso-expired', 'Sign in again.', 'sign-in');
  const state = { looks: 0 };
  const rows: string[] = [];
  const activities = stage.window({
    gateway: async () => {
      state.looks += 1;
      if (state.looks === 3) throw failure;
      if (state.looks === 4) rows.push(await outline(stage.rows(activities)));
      return stage.gateway;
    },
  });
  await activities.start(await stage.deploy('api:2')).end;
  expect(rows[0]?.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^api in shop · waiting for credentials · api:2 · \d+ s \{activity;deployment;running\}$/),
    '  Sign in again. {error;sso-expired}',
  ]);
});
