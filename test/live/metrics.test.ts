import { describe, expect, test } from 'vitest';
import { clusterRows } from '../../client/src/live/tree/clusters';
import type { FakeEcs } from '../support/fake-ecs/index';
import { node, open, outline } from './support/outline';
import { connected, t } from './support/stage';

/** The rows below the service web of the cluster shop, and those of the cluster; requests are counted from here. */
async function shop(prepare: (ecs: FakeEcs) => void) {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  prepare(ecs);
  const below = await open(await clusterRows(async () => gateway, t, ecs.clock.now), 'shop');
  const service = await open(below, 'web');
  ecs.requests.length = 0;
  return { ecs, below, service };
}

const rising = Array.from({ length: 60 }, (_, index) => index);

describe('of a service', () => {
  test('the newest value, the average, the maximum and a line, for one request', async () => {
    const { ecs, service } = await shop((it) => {
      it.measure('shop/web', { CPUUtilization: rising, MemoryUtilization: Array(60).fill(4.25) });
    });
    const rows = await open(service, 'Metrics');
    expect(await outline(rows)).toMatchInlineSnapshot(`
      "CPU in use · ▁▁▁▂▂▃▃▃▄▄▅▅ 59% · average 30% · maximum 69% {metric}
      Memory in use · ▁▁▁▁▁▁▁▁▁▁▁▁ 4.3% · average 4.3% · maximum 14% {metric}"
    `);
    expect(rows.map(({ accessibleLabel }) => accessibleLabel)).toMatchInlineSnapshot(`
      [
        "CPU in use in the last hour, 59% 1 minute ago, average 30%, maximum 69%",
        "Memory in use in the last hour, 4.3% 1 minute ago, average 4.3%, maximum 14%",
      ]
    `);
    expect(rows[0]?.tooltip?.().replaceAll('\\', '')).toMatchInlineSnapshot(`
      "**CPU in use**

      - Last hour: ▁▁▁▂▂▃▃▃▄▄▅▅
      - Newest: 59%, 1 minute ago
      - Average: 30%
      - Maximum: 69%
      - Metric: AWS/ECS CPUUtilization"
    `);
    expect(ecs.requests.map(({ operation }) => operation)).toEqual(['GetMetricData']);
    expect(ecs.requests[0]?.body).toMatchObject({
      StartTime: (ecs.clock.now() - 3_600_000) / 1_000,
      MetricDataQueries: [{ MetricStat: { Period: 60, Stat: 'Average' } }, {}, {}, {}],
    });
  });

  test('an old value says how old, and nothing is drawn where nothing was sent', async () => {
    const { service } = await shop((it) => {
      it.measure('shop/web', { CPUUtilization: [140, ...Array(29).fill(undefined)] });
    });
    const rows = await open(service, 'Metrics');
    const gap = '\u2007';
    expect(await outline(rows)).toBe(
      `CPU in use · ${gap.repeat(6)}█${gap.repeat(5)} 140% 30 minutes ago · average 140% · maximum 150% {metric}`,
    );
  });

  test.each([
    ['Forbidden', 'error;access-denied'],
    ['InternalError', 'error;server'],
  ] as const)('a metric that is %s is not said to be none', async (why, context) => {
    const { service } = await shop((it) => it.measure('shop/web', { CPUUtilization: [10], MemoryUtilization: why }));
    expect((await open(service, 'Metrics')).map((it) => it.context)).toEqual([context, 'remedy']);
  });

  test('none is said to be none', async () => {
    const { service } = await shop(() => undefined);
    expect(await outline(await open(service, 'Metrics'))).toBe(
      'No metrics in the last hour: ECS sends them while tasks run, on Fargate and on instances. {empty}',
    );
  });
});

test('of a cluster those of its instances; without instances it has none', async () => {
  const { below } = await shop((it) => {
    it.measure('shop', {
      CPUUtilization: [20],
      MemoryUtilization: [30],
      CPUReservation: [40],
      MemoryReservation: [50],
    });
  });
  expect((await open(below, 'Metrics')).map(({ label, description }) => `${label} ${description?.trim()}`)).toEqual([
    'CPU in use ▂ 20% · average 20% · maximum 30%',
    'Memory in use ▃ 30% · average 30% · maximum 40%',
    'CPU reserved ▄ 40% · average 40% · maximum 50%',
    'Memory reserved ▅ 50% · average 50% · maximum 60%',
  ]);
  expect(node(below, 'Metrics').accessibleLabel).toBe('Metrics of the instances of cluster shop');
  const { ecs, gateway } = await connected();
  ecs.addCluster('serverless', { containerInstances: 0 });
  const rows = await open(await clusterRows(async () => gateway, t, ecs.clock.now), 'serverless');
  expect(rows.map(({ context }) => context)).not.toContain('metrics');
});
