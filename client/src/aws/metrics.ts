import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import type { EcsGateway } from '../live/ports';
import type { Metric, MetricPoint } from '../live/records';
import { answered } from './answered';
import { allPages } from './pages';
import type { Send } from './send';

/**
 * What ECS sends to CloudWatch every minute while something runs: use of services on Fargate and on instances, use and
 * reservation of the instances of a cluster.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
 */
export function metricReads(send: Send): Pick<EcsGateway, 'metrics'> {
  return {
    metrics: async ({ clusterName, serviceName }, until, signal) => {
      const dimensions = {
        ClusterName: clusterName,
        ...(serviceName === undefined ? {} : { ServiceName: serviceName }),
      };
      const names = serviceName === undefined ? [...used, ...reserved] : used;
      const end = Math.floor(until / minute) * minute;
      const range = { StartTime: new Date(end - 60 * minute), EndTime: new Date(end) };
      const MetricDataQueries = names.flatMap((name) => statistics.map((it) => queryOf(name, it, dimensions)));
      const results = await allPages<MetricDataResult>(
        ({ Id, Timestamps }) => `${Id} ${Timestamps?.[0]?.getTime()}`,
        (token) =>
          send({ service: 'cloudwatch', operation: 'GetMetricData', signal }, async (clients, options) => {
            const [client, sdk] = [await clients.cloudwatch(), await import('@aws-sdk/client-cloudwatch')];
            const page = token ? { NextToken: token } : {};
            const request = new sdk.GetMetricDataCommand({ ...range, MetricDataQueries, ...page });
            const answer = answered(await client.send(request, options), 'MetricDataResults');
            return { items: answer.MetricDataResults.map(readable), nextToken: answer.NextToken };
          }),
      );
      return names.map((name) => toMetric(name, results));
    },
  };
}

const used = ['CPUUtilization', 'MemoryUtilization'] as const;
const reserved = ['CPUReservation', 'MemoryReservation'] as const;
const statistics = ['Average', 'Maximum'] as const;
const minute = 60_000;

type Statistic = (typeof statistics)[number];

function queryOf(name: string, statistic: Statistic, dimensions: Readonly<Record<string, string>>): MetricDataQuery {
  return {
    Id: idOf(name, statistic),
    MetricStat: {
      Metric: {
        Namespace: 'AWS/ECS',
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: 60,
      Stat: statistic,
    },
  };
}

// Ids begin with a small letter.
function idOf(name: string, statistic: Statistic): string {
  return `m${name}${statistic}`;
}

// A result may fail on its own; without values it would look as if nothing had run.
function readable(result: MetricDataResult): MetricDataResult {
  const { StatusCode: status, Messages: [message] = [] } = result;
  if (status !== 'Forbidden' && status !== 'InternalError') return result;
  const name = status === 'Forbidden' ? 'AccessDeniedException' : 'InternalFailure';
  throw Object.assign(new Error(message?.Value ?? ''), { name, $metadata: { httpStatusCode: 500 } });
}

function toMetric(name: string, results: readonly MetricDataResult[]): Metric {
  const [averages, maxima] = statistics.map((it) => valuesOf(idOf(name, it), results));
  const points = [...(averages ?? [])].map(([time, average]): MetricPoint => {
    return { at: new Date(time).toISOString(), average, maximum: maxima?.get(time) ?? average };
  });
  return { name, points: points.toSorted((a, b) => a.at.localeCompare(b.at)) };
}

function valuesOf(id: string, results: readonly MetricDataResult[]): ReadonlyMap<number, number> {
  const own = results.filter(({ Id }) => Id === id);
  return new Map(
    own.flatMap(({ Timestamps = [], Values = [] }) =>
      Timestamps.flatMap((time, index) => {
        const value = Values[index];
        return value === undefined ? [] : [[time.getTime(), value] as const];
      }),
    ),
  );
}
