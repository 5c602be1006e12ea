import type { ServerResponse } from 'node:http';
import type { LiveTailSessionLogEvent, StartLiveTailRequest } from '@aws-sdk/client-cloudwatch-logs';
import { settle } from './agenda';
import { invalidParameter } from './api-error';
import { eventMessage } from './event-stream';
import { logFilter } from './log-pattern';
import { eventsOf, type LogRecord, logGroupArn, logGroupOf } from './logs';
import type { World } from './world';

/** A session that waits for its events. */
export interface Tail {
  /** Ends it with an error of the stream: `SessionTimeoutException` …, or by closing the connection. */
  end(error?: string): void;
}

/** Checks a request as ECS does before the stream begins; the answer sends what arrives from now on until it is closed. */
export function startLiveTail(world: World, request: StartLiveTailRequest): (response: ServerResponse) => void {
  const groups = (request.logGroupIdentifiers ?? []).map((logGroupIdentifier) => {
    if (!logGroupIdentifier.startsWith('arn:')) throw invalidParameter('A log group has to be named by its ARN.');
    return logGroupOf(world, { logGroupIdentifier });
  });
  const { logStreamNames: names, logStreamNamePrefixes: prefixes, logEventFilterPattern } = request;
  if (groups.length === 0 || groups.length > 10) throw invalidParameter('Between 1 and 10 log groups.');
  if (groups.length > 1 && (names || prefixes)) throw invalidParameter('Streams can be named for one log group only.');
  const matches = logFilter(logEventFilterPattern);
  const fits = ({ stream, message }: LogRecord): boolean =>
    (names?.includes(stream) ?? true) && (prefixes?.some((it) => stream.startsWith(it)) ?? true) && matches(message);
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
    const send = (type: string, payload: object): void => {
      const headers = { ':message-type': 'event', ':event-type': type, ':content-type': 'application/json' };
      response.write(eventMessage(headers, payload));
    };
    send('initial-response', {});
    send('sessionStart', { ...request, requestId: 'fake', sessionId: 'fake' });
    const sent = new Set(groups.flatMap((group) => eventsOf(group, world.clock.now()).map((it) => group.name + it.id)));
    const pass = (): void => {
      settle(world);
      const fresh = groups.flatMap((group): LiveTailSessionLogEvent[] =>
        eventsOf(group, world.clock.now(), (it) => fits(it) && !sent.has(group.name + it.id)).map((it) => {
          sent.add(group.name + it.id);
          return {
            logGroupIdentifier: logGroupArn(world, group.name),
            logStreamName: it.stream,
            message: it.message,
            timestamp: it.at,
            ingestionTime: it.arrives,
          };
        }),
      );
      send('sessionUpdate', {
        sessionMetadata: { sampled: fresh.length > most },
        sessionResults: fresh.slice(0, most),
      });
    };
    const timer = setInterval(pass, 50);
    const tail: Tail = {
      end: (error) => {
        const headers = { ':message-type': 'exception', ':exception-type': error ?? '' };
        if (error)
          response.write(eventMessage({ ...headers, ':content-type': 'application/json' }, { message: error }));
        response.end();
      },
    };
    world.tails.add(tail);
    response.once('close', () => {
      clearInterval(timer);
      world.tails.delete(tail);
    });
  };
}

// Of one update. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LiveTailSessionUpdate.html
const most = 500;
