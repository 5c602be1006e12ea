import type { FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import type { LogEvent } from '../live/log-records';
import type { EcsGateway } from '../live/ports';
import { defined } from './members';
import type { Send } from './send';

/** Events of log groups in the connection's region. */
export function logReads(send: Send): Pick<EcsGateway, 'logEvents'> {
  return {
    logEvents: ({ group, streams, prefix, from, to, filter, limit, latestFirst, next }, signal) =>
      send({ service: 'logs', operation: 'FilterLogEvents', signal }, async (clients, options) => {
        const [client, sdk] = [await clients.logs(), await import('@aws-sdk/client-cloudwatch-logs')];
        const request = new sdk.FilterLogEventsCommand({
          logGroupName: group,
          ...defined({
            logStreamNames: streams && [...streams],
            logStreamNamePrefix: prefix,
            startTime: from,
            endTime: to,
            filterPattern: filter,
            limit,
            startFromHead: latestFirst === undefined ? undefined : !latestFirst,
            nextToken: next,
          }),
        });
        const { events = [], nextToken } = await client.send(request, options);
        return { events: events.map(toLogEvent), ...defined({ next: nextToken }) };
      }),
  };
}

function toLogEvent({ eventId, logStreamName, timestamp, message }: FilteredLogEvent): LogEvent {
  return { id: eventId ?? '', stream: logStreamName ?? '', at: timestamp ?? 0, message: message ?? '' };
}
