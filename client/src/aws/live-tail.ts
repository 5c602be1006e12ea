import type { LiveTailSessionUpdate, StartLiveTailResponseStream } from '@aws-sdk/client-cloudwatch-logs';
import type { LiveTailUpdate } from '../live/log-records';
import type { EcsGateway } from '../live/ports';
import type { Send } from './send';

/**
 * Sessions of Live Tail, which CloudWatch ends after three hours.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html
 */
export function liveTails(send: Send): Pick<EcsGateway, 'liveTail'> {
  return {
    liveTail: ({ groupArn, prefixes }, tell, signal) =>
      send({ service: 'logs', operation: 'StartLiveTail', lasting: true, signal }, async (clients, options) => {
        const [client, sdk] = [await clients.liveTail(), await import('@aws-sdk/client-cloudwatch-logs')];
        try {
          const request = new sdk.StartLiveTailCommand({
            logGroupIdentifiers: [groupArn],
            logStreamNamePrefixes: [...prefixes],
          });
          const { responseStream } = await client.send(request, options);
          if (responseStream) await readAll(responseStream, tell, options.abortSignal);
        } finally {
          client.destroy();
        }
      }),
  };
}

async function readAll(
  stream: AsyncIterable<StartLiveTailResponseStream>,
  tell: (update: LiveTailUpdate) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    for await (const { sessionStart, sessionUpdate } of stream) {
      if (sessionStart) tell({ events: [], sampled: false });
      if (sessionUpdate) tell(toUpdate(sessionUpdate));
    }
  } catch (error) {
    // A stream that was let go of looks like one that broke.
    signal?.throwIfAborted();
    if (!(error instanceof Error && isEnd(error))) throw error;
  }
}

// Its time is over, or the connection closed in the middle of a message.
function isEnd({ name, message }: Error): boolean {
  return name === 'SessionTimeoutException' || message.startsWith('Truncated event message');
}

function toUpdate({ sessionResults = [], sessionMetadata }: LiveTailSessionUpdate): LiveTailUpdate {
  return {
    events: sessionResults.map(({ logStreamName = '', timestamp = 0, message = '' }) => ({
      stream: logStreamName,
      at: timestamp,
      message,
    })),
    sampled: sessionMetadata?.sampled === true,
  };
}
