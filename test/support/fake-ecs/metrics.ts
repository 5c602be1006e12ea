import type { GetMetricDataInput, GetMetricDataOutput } from '@aws-sdk/client-cloudwatch';
import { ApiError } from './api-error';
import type { PageFault } from './paging';
import type { World } from './world';

/** By metric, a value for each of the last minutes, the newest last (`undefined`: nothing was sent), or why there are none. */
export type Measured = Readonly<Record<string, readonly (number | undefined)[] | 'Forbidden' | 'InternalError'>>;

/** Of the namespace AWS/ECS; the maximum is ten above the average. */
export function getMetricData(world: World, request: GetMetricDataInput, page: PageFault): GetMetricDataOutput {
  // What was made by the client's types is on the wire in seconds.
  const [from, to] = [request.StartTime, request.EndTime].map((it) => Number(it) * 1_000);
  if (from === undefined || to === undefined) throw new ApiError('ValidationError', 'A range of time is missing.');
  if (page.empty) return { MetricDataResults: [], NextToken: 'again' };
  const minute = Math.floor(world.clock.now() / 60_000) * 60_000;
  const MetricDataResults = (request.MetricDataQueries ?? []).map(({ Id, MetricStat }) => {
    const { Namespace, MetricName = '', Dimensions = [] } = MetricStat?.Metric ?? {};
    const of = ['ClusterName', 'ServiceName'].flatMap((name) => Dimensions.find((it) => it.Name === name)?.Value ?? []);
    const values = Namespace === 'AWS/ECS' ? (world.measured.get(of.join('/'))?.[MetricName] ?? []) : [];
    if (typeof values === 'string') {
      return { Id, StatusCode: values, Timestamps: [], Values: [], Messages: [{ Code: values, Value: 'No data.' }] };
    }
    const points = values
      .map((value, index) => ({ value, at: minute - (values.length - index) * 60_000 }))
      .filter(({ value, at }) => value !== undefined && at >= from && at < to)
      .toReversed();
    const more = MetricStat?.Stat === 'Maximum' ? 10 : 0;
    return {
      Id,
      Label: MetricName,
      StatusCode: 'Complete' as const,
      Timestamps: points.map(({ at }) => new Date(at)),
      Values: points.map(({ value }) => (value ?? 0) + more),
    };
  });
  return { MetricDataResults, ...(page.repeated ? { NextToken: 'again' } : {}) };
}
