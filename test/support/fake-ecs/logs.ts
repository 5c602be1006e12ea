import { ApiError, invalidParameter } from './api-error';
import { account, type World } from './world';

/** One event of a stream. Times are milliseconds since the epoch. */
export interface LogRecord {
  /** In the order of arrival. */
  readonly id: string;
  readonly stream: string;
  readonly at: number;
  /** It cannot be read before. */
  readonly arrives: number;
  readonly message: string;
}

export interface LogGroupRecord {
  readonly name: string;
  readonly createdAt: number;
  /** When each stream was made, by name. */
  readonly streams: Map<string, number>;
  /** In no order. */
  readonly events: LogRecord[];
}

/** Puts an event into a stream, which is made when it is not there. It can be read from `arrives` on. */
export function addLog(
  world: World,
  groupName: string,
  stream: string,
  message: string,
  at: number,
  arrives = at,
): void {
  const group = addLogGroup(world, groupName);
  if (!group.streams.has(stream)) group.streams.set(stream, arrives);
  // A count keeps the order of arrival in the ID; the world's IDs are left to tasks.
  const id = `38${String(group.events.length).padStart(54, '0')}`;
  group.events.push({ id, stream, at, arrives, message });
}

export function addLogGroup(world: World, name: string): LogGroupRecord {
  const known = world.logGroups.get(name);
  if (known) return known;
  const group: LogGroupRecord = { name, createdAt: world.clock.now(), streams: new Map(), events: [] };
  world.logGroups.set(name, group);
  return group;
}

/** The group of a request, by name or by ARN with or without `:*`. */
export function logGroupOf(
  world: World,
  { logGroupName, logGroupIdentifier }: { logGroupName?: string | undefined; logGroupIdentifier?: string | undefined },
): LogGroupRecord {
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw invalidParameter('Specify either logGroupName or logGroupIdentifier, and not both.');
  }
  const given = logGroupName ?? logGroupIdentifier ?? '';
  const name = given.replace(/^arn:[^:]+:logs:[^:]+:\d+:log-group:/, '').replace(/:\*$/, '');
  const group = world.logGroups.get(name);
  if (!group) throw new ApiError('ResourceNotFoundException', 'The specified log group does not exist.');
  return group;
}

export function logGroupArn({ region }: World, name: string): string {
  return `arn:aws:logs:${region}:${account}:log-group:${name}`;
}

/** Those that have arrived and fit, by their own time. */
export function eventsOf(
  group: LogGroupRecord,
  now: number,
  fits: (event: LogRecord) => boolean = () => true,
): readonly LogRecord[] {
  return group.events
    .filter((it) => it.arrives <= now && fits(it))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
