import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  GetLogEventsRequest,
  GetLogEventsResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { ApiError, invalidParameter } from './api-error';
import { logFilter } from './log-pattern';
import { eventsOf, type LogGroupRecord, type LogRecord, logGroupArn, logGroupOf } from './logs';
import { type PageFault, pageOf } from './paging';
import type { World } from './world';

/**
 * The events of all streams by their time, both ends included. A token goes on behind the last event answered, so that one
 * which arrives late with an earlier time is missed by it, as it is by CloudWatch.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export function filterLogEvents(
  world: World,
  request: FilterLogEventsRequest,
  page: PageFault,
): FilterLogEventsResponse {
  const group = logGroupOf(world, request);
  const { logStreamNames: names, logStreamNamePrefix: prefix, startTime = 0, nextToken, limit = 10_000 } = request;
  const { endTime = Number.POSITIVE_INFINITY } = request;
  if (names && prefix !== undefined) {
    throw invalidParameter('Specify either logStreamNames or logStreamNamePrefix, and not both.');
  }
  if (names && (names.length === 0 || names.length > 100)) throw invalidParameter('Between 1 and 100 log streams.');
  checkLimit(limit, 10_000);
  for (const name of names ?? []) streamOf(group, name);
  const matches = logFilter(request.filterPattern);
  const scope = JSON.stringify([group.name, names, prefix, request.filterPattern, startTime, request.endTime]);
  const after = nextToken === undefined ? undefined : positionOf(nextToken, scope);
  const rest = eventsOf(
    group,
    world.clock.now(),
    (it) =>
      (names?.includes(it.stream) ?? true) &&
      it.stream.startsWith(prefix ?? '') &&
      it.at >= startTime &&
      it.at <= endTime &&
      matches(it.message) &&
      (after === undefined || it.at > after.at || (it.at === after.at && it.id > after.id)),
  );
  const events = page.empty ? [] : rest.slice(0, limit);
  const last = page.empty || page.repeated ? after : events.at(-1);
  const more = page.empty || page.repeated || events.length < rest.length;
  return {
    events: events.map(({ id, stream, at, arrives, message }) => ({
      logStreamName: stream,
      timestamp: at,
      message,
      ingestionTime: arrives,
      eventId: id,
    })),
    searchedLogStreams: [],
    ...(more ? { nextToken: tokenOf(last ?? { at: -1, id: '' }, scope) } : {}),
  };
}

/**
 * The events of one stream, the last ones if not asked for those of the head; the end not included. At the end of the
 * stream the token is the one that was given. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 */
export function getLogEvents(world: World, request: GetLogEventsRequest): GetLogEventsResponse {
  const group = logGroupOf(world, request);
  const { logStreamName: stream = '', startTime = 0, endTime = Number.POSITIVE_INFINITY, limit = 10_000 } = request;
  const { startFromHead = false, nextToken } = request;
  streamOf(group, stream);
  checkLimit(limit, 10_000);
  const all = eventsOf(group, world.clock.now(), (it) => it.stream === stream && it.at >= startTime && it.at < endTime);
  const given = nextToken === undefined ? undefined : /^([fb])\/(\d+)$/.exec(nextToken);
  if (given === null) throw invalidParameter('The specified nextToken is invalid.');
  const forward = given ? given[1] === 'f' : startFromHead;
  const position = given ? Number(given[2]) : forward ? 0 : all.length;
  const [from, to] = forward ? [position, position + limit] : [Math.max(0, position - limit), position];
  const events = all.slice(from, to);
  return {
    events: events.map(({ at, arrives, message }) => ({ timestamp: at, message, ingestionTime: arrives })),
    nextForwardToken: `f/${String(from + events.length).padStart(56, '0')}`,
    nextBackwardToken: `b/${String(from).padStart(56, '0')}`,
  };
}

export function describeLogStreams(
  world: World,
  request: DescribeLogStreamsRequest,
  fault: PageFault,
): DescribeLogStreamsResponse {
  const group = logGroupOf(world, request);
  const { logStreamNamePrefix: prefix, orderBy = 'LogStreamName', descending = false, limit, nextToken } = request;
  if (prefix !== undefined && orderBy === 'LastEventTime') {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const now = world.clock.now();
  const streams = [...group.streams]
    .filter(([name, createdAt]) => name.startsWith(prefix ?? '') && createdAt <= now)
    .map(([name, createdAt]) => ({ name, createdAt, events: eventsOf(group, now, (it) => it.stream === name) }))
    .sort((a, b) =>
      orderBy === 'LogStreamName'
        ? Number(a.name > b.name) - Number(a.name < b.name)
        : (a.events.at(-1)?.at ?? 0) - (b.events.at(-1)?.at ?? 0),
    );
  const scope = `streams ${group.name} ${prefix} ${orderBy} ${descending}`;
  const ordered = descending ? streams.reverse() : streams;
  const { items, next } = pageOf(
    ordered,
    { maxResults: limit, nextToken },
    { scope, defaultSize: 50, maxSize: 50, fault },
  );
  return {
    logStreams: items.map(({ name, createdAt, events }) => ({
      logStreamName: name,
      creationTime: createdAt,
      firstEventTimestamp: events[0]?.at,
      lastEventTimestamp: events.at(-1)?.at,
      lastIngestionTime: events.at(-1)?.arrives,
      arn: `${logGroupArn(world, group.name)}:log-stream:${name}`,
      storedBytes: 0,
    })),
    ...next,
  };
}

export function describeLogGroups(
  world: World,
  request: DescribeLogGroupsRequest,
  fault: PageFault,
): DescribeLogGroupsResponse {
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, limit, nextToken } = request;
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter('Specify either logGroupNamePrefix or logGroupNamePattern, and not both.');
  }
  const groups = [...world.logGroups.values()]
    .filter(({ name }) => name.startsWith(prefix ?? '') && name.toLowerCase().includes((pattern ?? '').toLowerCase()))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, next } = pageOf(
    groups,
    { maxResults: limit, nextToken },
    { scope: `groups ${prefix} ${pattern}`, defaultSize: 50, maxSize: 50, fault },
  );
  return {
    logGroups: items.map(({ name, createdAt }) => ({
      logGroupName: name,
      creationTime: createdAt,
      arn: `${logGroupArn(world, name)}:*`,
      logGroupArn: logGroupArn(world, name),
      logGroupClass: 'STANDARD',
      storedBytes: 0,
    })),
    ...next,
  };
}

function streamOf(group: LogGroupRecord, name: string): void {
  if (!group.streams.has(name)) {
    throw new ApiError('ResourceNotFoundException', 'The specified log stream does not exist.');
  }
}

function checkLimit(limit: number, most: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw invalidParameter(`The limit must be between 1 and ${most}.`);
  }
}

type Position = Pick<LogRecord, 'at' | 'id'>;

function tokenOf({ at, id }: Position, scope: string): string {
  return Buffer.from(JSON.stringify([scope, at, id])).toString('base64url');
}

function positionOf(token: string, scope: string): Position {
  const text = Buffer.from(token, 'base64url').toString();
  const [madeFor, at, id] = text.startsWith('[') ? (JSON.parse(text) as readonly unknown[]) : [];
  if (madeFor !== scope || typeof at !== 'number' || typeof id !== 'string') {
    throw invalidParameter('The specified nextToken is invalid.');
  }
  return { at, id };
}
