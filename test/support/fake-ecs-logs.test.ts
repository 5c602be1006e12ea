import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
  GetLogEventsCommand,
  StartLiveTailCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { test as base, describe, expect } from 'vitest';
import { type FakeEcs, startFakeEcs, taskTimes } from './fake-ecs/index';

const start = Date.UTC(2026, 0, 15, 9);
const group = '/ecs/web';
const arn = `arn:aws:logs:us-east-1:111122223333:log-group:${group}`;

const test = base.extend<{ fake: FakeEcs; logs: CloudWatchLogsClient }>({
  fake: async ({ task: _ }, use) => {
    const fake = await startFakeEcs();
    fake.addCluster('shop');
    await use(fake);
    await fake.close();
  },
  logs: async ({ fake }, use) => {
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
    const common = { endpoint: fake.url, region: 'us-east-1', credentials, maxAttempts: 1 };
    const logs = new CloudWatchLogsClient({ ...common, disableHostPrefix: true });
    await use(logs);
    logs.destroy();
  },
});

async function messages(logs: CloudWatchLogsClient, request: Partial<FilterLogEventsCommandInput> = {}) {
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: group, ...request }));
  return events.map(({ message }) => message);
}

describe('FilterLogEvents', () => {
  test('interleaves the streams by time; streams, prefix, time and words choose', async ({ fake, logs }) => {
    fake.log(group, 'web/app/1', 'GET /', start - 3_000);
    fake.log(group, 'web/app/2', 'GET /health error', start - 2_000);
    fake.log(group, 'job/app/3', 'error in job', start - 1_000);
    expect(await messages(logs)).toEqual(['GET /', 'GET /health error', 'error in job']);
    expect(await messages(logs, { logStreamNames: ['web/app/2'] })).toEqual(['GET /health error']);
    expect(await messages(logs, { logStreamNamePrefix: 'web/' })).toHaveLength(2);
    expect(await messages(logs, { startTime: start - 2_000, endTime: start - 2_000 })).toEqual(['GET /health error']);
    expect(await messages(logs, { filterPattern: 'error -job' })).toEqual(['GET /health error']);
    expect(await messages(logs, { filterPattern: '"in job"' })).toEqual(['error in job']);
    const byArn = new FilterLogEventsCommand({ logGroupIdentifier: arn });
    expect((await logs.send(byArn)).events).toHaveLength(3);
  });

  test('pages give each event once, whatever arrives meanwhile; an empty page may have a token', async ({
    fake,
    logs,
  }) => {
    for (let at = 0; at < 7; at += 1) fake.log(group, 'a', `line ${at}`, start - 7_000 + at * 1_000);
    fake.fail('FilterLogEvents', { kind: 'empty-page', after: 1, times: 1 });
    const ids: (string | undefined)[] = [];
    const sizes: number[] = [];
    let nextToken: string | undefined;
    do {
      const page = await logs.send(new FilterLogEventsCommand({ logGroupName: group, limit: 3, nextToken }));
      sizes.push(page.events?.length ?? 0);
      ids.push(...(page.events ?? []).map(({ eventId }) => eventId));
      nextToken = page.nextToken;
      if (sizes.length === 1) fake.log(group, 'a', 'late', start - 6_500);
    } while (nextToken);
    expect(sizes).toEqual([3, 0, 3, 1]);
    expect(new Set(ids).size).toBe(7);
    expect(await messages(logs)).toHaveLength(8);
  });

  test('an event that arrives late is not there before', async ({ fake, logs }) => {
    fake.log(group, 'a', 'late', start - 5_000, start + 10_000);
    fake.log(group, 'a', 'first', start);
    expect(await messages(logs)).toEqual(['first']);
    fake.clock.advance(10_000);
    expect(await messages(logs)).toEqual(['late', 'first']);
  });

  test('what is not there is said', async ({ fake, logs }) => {
    const missing = { name: 'ResourceNotFoundException' };
    await expect(messages(logs)).rejects.toMatchObject(missing);
    fake.addLogGroup(group);
    expect(await messages(logs)).toEqual([]);
    await expect(messages(logs, { logStreamNames: ['none'] })).rejects.toMatchObject(missing);
    const both = messages(logs, { logStreamNames: ['a'], logStreamNamePrefix: 'a' });
    await expect(both).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

test('GetLogEvents goes forward and back, and answers the same token at the end', async ({ fake, logs }) => {
  for (let at = 0; at < 5; at += 1) fake.log(group, 'a', `line ${at}`, start - 5_000 + at);
  const read = async (nextToken?: string) => {
    const request = { logGroupName: group, logStreamName: 'a', limit: 3, startFromHead: true, nextToken };
    const page = await logs.send(new GetLogEventsCommand(request));
    return { page, lines: page.events?.map(({ message }) => message?.slice(-1)).join('') };
  };
  const first = await read();
  const second = await read(first.page.nextForwardToken);
  const end = await read(second.page.nextForwardToken);
  expect([first.lines, second.lines, end.lines]).toEqual(['012', '34', '']);
  expect(end.page.nextForwardToken).toBe(second.page.nextForwardToken);
  expect((await read(second.page.nextBackwardToken)).lines).toBe('012');
});

test('groups and streams are listed', async ({ fake, logs }) => {
  fake.log(group, 'b', 'one', start - 2);
  fake.log(group, 'a', 'two', start - 1);
  fake.addLogGroup('/other');
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/ecs/' }));
  expect(logGroups?.map(({ logGroupName, logGroupArn }) => [logGroupName, logGroupArn])).toEqual([[group, arn]]);
  const names = async (request: object) => {
    const { logStreams } = await logs.send(new DescribeLogStreamsCommand({ logGroupName: group, ...request }));
    return logStreams?.map(({ logStreamName }) => logStreamName);
  };
  expect(await names({})).toEqual(['a', 'b']);
  expect(await names({ orderBy: 'LastEventTime' })).toEqual(['b', 'a']);
});

test('the containers of a task write to their streams, to their last words', async ({ fake, logs }) => {
  const options = { 'awslogs-group': group, 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' };
  const logConfiguration = { logDriver: 'awslogs' as const, options };
  const containerDefinitions = [{ name: 'app', image: 'app:crash', logConfiguration }];
  fake.addTaskDefinition({ family: 'app', containerDefinitions });
  const task = fake.addTask('shop', { taskDefinition: 'app', launchType: 'EC2', status: 'PROVISIONING' });
  fake.clock.advance(taskTimes.running);
  const logStreamNames = [`web/app/${task.slice(-32)}`];
  expect(await messages(logs, { logStreamNames })).toEqual(['app starts']);
  fake.clock.advance(taskTimes.ends);
  expect((await messages(logs, { logStreamNames })).at(-1)).toBe('Error: cannot go on');
});

describe('StartLiveTail', () => {
  test('sends what arrives until it ends', async ({ fake, logs }) => {
    fake.log(group, 'a', 'before', start - 1);
    const request = { logGroupIdentifiers: [arn], logEventFilterPattern: 'seen' };
    const { responseStream = [] } = await logs.send(new StartLiveTailCommand(request));
    const seen: (string | undefined)[] = [];
    for await (const event of responseStream) {
      if (event.sessionStart) {
        fake.log(group, 'a', 'seen 1');
        fake.log(group, 'a', 'other');
        fake.log(group, 'b', 'seen 2');
      }
      seen.push(...(event.sessionUpdate?.sessionResults ?? []).map(({ message }) => message));
      if (seen.length === 2) fake.endLiveTails();
    }
    expect(seen).toEqual(['seen 1', 'seen 2']);
  });

  test('ends with an error of the stream, and is refused', async ({ fake, logs }) => {
    fake.addLogGroup(group);
    const tail = (name: string) => logs.send(new StartLiveTailCommand({ logGroupIdentifiers: [name] }));
    await expect(tail(`${arn}-none`)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(tail(group)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    fake.fail('StartLiveTail', { kind: 'denied', times: 1 });
    await expect(tail(arn)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const { responseStream = [] } = await tail(arn);
    const read = async () => {
      for await (const event of responseStream) if (event.sessionStart) fake.endLiveTails('SessionTimeoutException');
    };
    await expect(read()).rejects.toMatchObject({ name: 'SessionTimeoutException' });
  });
});
