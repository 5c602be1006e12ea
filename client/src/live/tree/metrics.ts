import { factSheet } from '../markdown';
import type { Translate } from '../ports';
import type { Metric, MetricPoint } from '../records';
import { groupRow } from './group';
import { childId } from './ids';
import type { TreeNode } from './node';
import { emptyRow } from './notes';
import type { Reading } from './reading';
import { sparkline } from './sparkline';
import { ago, joined } from './words';

/** The row below a service, or below a cluster for its instances, that holds what was used in the last hour. */
export function metricsRow(
  parentId: string,
  of: { readonly clusterArn: string; readonly clusterName: string; readonly serviceName?: string },
  reading: Reading,
): TreeNode {
  const { t } = reading;
  const { clusterArn, clusterName, serviceName } = of;
  return groupRow(
    parentId,
    {
      label: t('Metrics'),
      description: t('of the last hour'),
      icon: { name: 'pulse' },
      accessibleLabel:
        serviceName === undefined
          ? t('Metrics of the instances of cluster {0}', clusterName)
          : t('Metrics of service {0}', serviceName),
      context: 'metrics',
      clusterArn,
      load: (id) => metrics(id, of, reading),
    },
    t,
  );
}

async function metrics(
  parentId: string,
  { clusterName, serviceName }: { readonly clusterName: string; readonly serviceName?: string },
  { gateway, t, now }: Reading,
): Promise<readonly TreeNode[]> {
  const of = { clusterName, ...(serviceName === undefined ? {} : { serviceName }) };
  const found = await gateway.metrics(of, now());
  const rows = found.flatMap((metric) => metricRow(parentId, metric, now(), t) ?? []);
  if (rows.length > 0) return rows;
  const none =
    serviceName === undefined
      ? t('No metrics in the last hour: ECS sends them while tasks run on the instances of the cluster.')
      : t('No metrics in the last hour: ECS sends them while tasks run, on Fargate and on instances.');
  return [emptyRow(parentId, none)];
}

function metricRow(parentId: string, { name, points }: Metric, now: number, t: Translate): TreeNode | undefined {
  const newest = points.at(-1);
  if (!newest) return undefined;
  const label = metricWords(name, t);
  const average = points.reduce((sum, it) => sum + it.average, 0) / points.length;
  const maximum = Math.max(...points.map((it) => it.maximum));
  const time = ago(newest.at, now, t);
  // CloudWatch is a few minutes behind; what is older is a value that is not true any more.
  const old = now - Date.parse(newest.at) > 300_000 ? `${percent(newest.average)} ${time}` : percent(newest.average);
  const numbers = [t('average {0}', percent(average)), t('maximum {0}', percent(maximum))];
  const line = lineOf(points, now);
  return {
    id: childId(parentId, name),
    label,
    description: joined([joined([line, old], ' '), ...numbers]),
    icon: { name: 'pulse' },
    accessibleLabel: t(
      '{0} in the last hour, {1}',
      label,
      [`${percent(newest.average)} ${time}`, ...numbers].join(', '),
    ),
    tooltip: () =>
      factSheet(label, [
        [t('Last hour'), line],
        [t('Newest'), `${percent(newest.average)}, ${time}`],
        [t('Average'), percent(average)],
        [t('Maximum'), percent(maximum)],
        [t('Metric'), `AWS/ECS ${name}`],
      ]),
    context: 'metric',
  };
}

// A block for five minutes each, from an hour ago to now; services may use more than they reserved.
function lineOf(points: readonly MetricPoint[], now: number): string {
  const end = Math.ceil(now / 60_000) * 60_000;
  const spans = Array.from({ length: 12 }, (_, index): number | undefined => {
    const from = end - (12 - index) * 300_000;
    const own = points.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) < from + 300_000);
    return own.length === 0 ? undefined : own.reduce((sum, it) => sum + it.average, 0) / own.length;
  });
  return sparkline(spans, Math.max(100, ...spans.map((it) => it ?? 0)));
}

function percent(value: number): string {
  return `${value > 0 && value < 10 ? value.toFixed(1) : Math.round(value)}%`;
}

function metricWords(name: string, t: Translate): string {
  const words: Readonly<Record<string, string>> = {
    CPUUtilization: t('CPU in use'),
    MemoryUtilization: t('Memory in use'),
    CPUReservation: t('CPU reserved'),
    MemoryReservation: t('Memory reserved'),
  };
  return words[name] ?? name;
}
