import { describe, expect, test } from 'vitest';
import { clusterRows } from '../../client/src/live/tree/clusters';
import type { FakeEcs, Fault } from '../support/fake-ecs/index';
import { open, outline } from './support/outline';
import { connected, t } from './support/stage';

/** The cluster shop on managed instances, opened by `below`. */
async function shop(prepare: (ecs: FakeEcs) => void) {
  const { ecs, gateway } = await connected();
  ecs.addCapacityProvider('metal', { type: 'MANAGED_INSTANCES' });
  ecs.addCluster('shop', { containerInstances: 0, capacityProviders: ['FARGATE', 'metal'] });
  prepare(ecs);
  const clusters = await clusterRows(async () => gateway, t, ecs.clock.now);
  return { ecs, below: () => open(clusters, 'shop') };
}

const labels = (rows: readonly { readonly label: string }[]): readonly string[] => rows.map(({ label }) => label);

describe('daemons', () => {
  test('with their state, deployment and capacity providers', async () => {
    const { ecs, below } = await shop((it) => {
      it.addDaemon('shop', 'telemetry', { providers: { metal: { running: 4, without: 1 }, spare: { running: 1 } } });
      it.addDaemon('shop', 'agent', {
        status: 'DELETE_IN_PROGRESS',
        deployment: { status: 'ROLLBACK_SUCCESSFUL', rollback: { reason: 'Alarm cpu' } },
      });
    });
    const rows = await below();
    ecs.requests.length = 0;
    const daemons = await open(rows, 'Daemons');
    expect(ecs.requests.map(({ operation }) => operation)).toEqual(['ListDaemons', 'DescribeDaemon', 'DescribeDaemon']);
    expect(await outline(daemons)).toMatchInlineSnapshot(`
      "agent · being deleted · on 0 instances {daemon;deleting}
        Deployment · rolled back · on 0 instances · Alarm cpu · 1 hour ago {daemonDeployment}
      telemetry · active · on 5 instances · 1 without it {daemon}
        Deployment · successful · on 5 instances · 1 without it · 1 hour ago {daemonDeployment}
        metal · on 4 instances · 1 without it {daemonProvider}
        spare · on 1 instance {daemonProvider}"
    `);
    expect(daemons.map(({ accessibleLabel }) => accessibleLabel)).toMatchInlineSnapshot(`
      [
        "Daemon agent, being deleted · on 0 instances",
        "Daemon telemetry, active · on 5 instances · 1 without it",
      ]
    `);
    expect(daemons[1]?.tooltip?.().replaceAll('\\', '')).toMatchInlineSnapshot(`
      "**telemetry**

      - Status: active
      - Instances: on 5 instances · 1 without it
      - Capacity providers: metal, spare
      - Revisions: 9876543210
      - Created: 2026-01-15T08:00:00.000Z
      - Updated: 2026-01-15T08:00:00.000Z
      - ARN: arn:aws:ecs:us-east-1:111122223333:daemon/shop/telemetry"
    `);
    ecs.requests.length = 0;
    await open(daemons, 'telemetry');
    expect(ecs.requests.map(({ operation }) => operation)).toEqual(['DescribeDaemonDeployments']);
  });

  test('are asked for in clusters that may have them, once, beside the services', async () => {
    const { ecs, below } = await shop(() => undefined);
    ecs.requests.length = 0;
    expect(labels(await below())).toEqual(['No services', 'Tasks', 'Capacity providers']);
    expect(ecs.requests.map(({ operation }) => operation).toSorted()).toEqual(['ListDaemons', 'ListServices']);
  });

  test('a cluster on Fargate is not asked', async () => {
    const { ecs, gateway } = await connected();
    ecs.addCluster('serverless', { containerInstances: 0, capacityProviders: ['FARGATE', 'FARGATE_SPOT'] });
    await open(await clusterRows(async () => gateway, t, ecs.clock.now), 'serverless');
    expect(ecs.count('ListDaemons')).toBe(0);
  });

  test.each<readonly [string, Fault]>([
    ['says that it does not know the operation', { kind: 'error', name: 'UnknownOperationException', message: '' }],
    ['knows no such action', { kind: 'error', name: 'InvalidAction', message: 'Unknown ECS action: ListDaemons' }],
    ['has none in this region', { kind: 'error', name: 'UnsupportedFeatureException', message: 'Not here.' }],
    ['answers with a page', { kind: 'html', status: 500 }],
  ])('no row and no error of an endpoint that %s', async (_, fault) => {
    const { ecs, below } = await shop((it) => it.addDaemon('shop', 'agent'));
    ecs.fail('ListDaemons', fault);
    expect(labels(await below())).toEqual(['No services', 'Tasks', 'Capacity providers']);
  });

  test('what may not be read is a row that says so', async () => {
    const { ecs, below } = await shop(() => undefined);
    ecs.fail('ListDaemons', { kind: 'denied' });
    const [error] = await open(await below(), 'Daemons');
    expect(error?.label).toContain('ecs:ListDaemons is not allowed');
  });
});
