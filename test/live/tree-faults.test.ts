import { expect, test } from 'vitest';
import { clusterRows } from '../../client/src/live/tree/clusters';
import type { TreeNode } from '../../client/src/live/tree/node';
import type { FakeEcs, Fault, Operation } from '../support/fake-ecs/index';
import { open, outline } from './support/outline';
import { connected, t } from './support/stage';

// Each level of the view × each operation it is read with × each fault: the tree shows what it has, says what it lacks, and
// is as before when the level is read again.

/** A level by the labels on the way to it, an operation it is read with, and the rows that stay whatever happens. */
type Row = readonly [path: readonly string[], operation: Operation, stay: readonly string[]];

const groups = ['Tasks', 'Container instances', 'Capacity providers', 'Daemons', 'Metrics'];
const levels: readonly Row[] = [
  [[], 'ListClusters', []],
  [[], 'DescribeClusters', []],
  [['shop'], 'ListServices', groups],
  [['shop'], 'DescribeServices', groups],
  [['shop', 'web'], 'DescribeServices', ['Tasks', 'Metrics', 'Auto scaling']],
  [['shop', 'web', 'Deployments'], 'DescribeServices', []],
  [['shop', 'web', 'Deployments', 'History'], 'ListServiceDeployments', []],
  [['shop', 'web', 'Deployments', 'History'], 'DescribeServiceDeployments', []],
  [['shop', 'web', 'Tasks'], 'ListTasks', []],
  [['shop', 'web', 'Tasks'], 'DescribeTasks', []],
  [['shop', 'web', 'Events'], 'DescribeServices', []],
  [['shop', 'web', 'Load balancers'], 'DescribeTargetGroups', ['web-group']],
  [['shop', 'web', 'Load balancers'], 'DescribeTargetHealth', ['web-group']],
  [['shop', 'web', 'Load balancers'], 'DescribeLoadBalancers', ['web-group']],
  [['shop', 'web', 'Load balancers'], 'DescribeListeners', ['web-group']],
  [['shop', 'web', 'Load balancers'], 'DescribeRules', ['web-group', 'Production traffic']],
  [['shop', 'web', 'Auto scaling'], 'DescribeScalableTargets', []],
  [['shop', 'web', 'Auto scaling'], 'DescribeScalingPolicies', []],
  [['shop', 'web', 'Metrics'], 'GetMetricData', []],
  [['shop', 'Metrics'], 'GetMetricData', []],
  [['shop', 'Tasks'], 'ListTasks', []],
  [['shop', 'Tasks'], 'DescribeTasks', []],
  [['shop', 'Container instances'], 'ListContainerInstances', []],
  [['shop', 'Container instances'], 'DescribeContainerInstances', []],
  [['shop', 'Container instances', 'i-00000000000000001'], 'ListTasks', ['Instance profile']],
  [['shop', 'Container instances', 'i-00000000000000001'], 'DescribeTasks', ['Instance profile']],
  [['shop', 'Container instances', 'i-00000000000000001', 'Instance profile'], 'DescribeInstances', []],
  [['shop', 'Daemons'], 'ListDaemons', []],
  [['shop', 'Daemons'], 'DescribeDaemon', []],
  [['shop', 'Daemons', 'agent'], 'DescribeDaemonDeployments', ['metal']],
  [['shop', 'Capacity providers'], 'DescribeClusters', []],
  [['shop', 'Capacity providers'], 'DescribeCapacityProviders', []],
];

const failing: readonly (readonly [name: string, fault: Fault, kind: string, words: RegExp])[] = [
  ['throttled', { kind: 'throttled' }, 'throttled', /limits the rate of calls/],
  ['denied', { kind: 'denied' }, 'access-denied', /is not allowed for the identity in use/],
  ['expired', { kind: 'expired' }, 'token-expired', /have expired/],
  ['500', { kind: 'server' }, 'server', /failed inside AWS/],
  ['the page of a proxy', { kind: 'html' }, 'not-ecs', /did not answer \w+ as AWS does/],
  ['reset', { kind: 'reset' }, 'offline', /cannot be reached/],
  ['no answer', { kind: 'hang' }, 'timeout', /did not answer \w+ in time/],
];

test.each(failing)(
  '%s: said in the level it is about, with what mends it; the rest stays',
  async (_, fault, kind, words) => {
    await onEach(levels, fault, ([, , stay], rows, name) => {
      expect(said(rows), name).toMatch(words);
      const contexts = rows.map(({ context }) => context);
      if (!contexts[0]?.startsWith('targetGroup')) {
        expect(contexts.slice(0, 2), name).toEqual([`error;${kind}`, 'remedy']);
      }
      for (const label of stay)
        expect(
          rows.map((it) => it.label),
          name,
        ).toContain(label);
    });
  },
  60_000,
);

const harmless: readonly (readonly [name: string, fault: Fault, rows: readonly Row[]])[] = [
  ['slow', { kind: 'slow', milliseconds: 50 }, levels],
  ['throttled once', { kind: 'throttled', times: 1 }, levels],
  ['reset once', { kind: 'reset', times: 1 }, levels],
  ['an empty page', { kind: 'empty-page', times: 1 }, levels.filter(([, operation]) => /^List/.test(operation))],
  ['a token twice', { kind: 'repeated-token' }, levels.filter(([, operation]) => /^List/.test(operation))],
];

test.each(harmless)(
  '%s: the tree is whole',
  async (_, fault, rows) => {
    await onEach(rows, fault, (_row, found, name, sound) => {
      expect(
        found.map(({ id }) => id),
        name,
      ).toEqual(sound.map(({ id }) => id));
    });
  },
  60_000,
);

const described = levels.filter(([, operation]) =>
  /^Describe(Clusters|Services|Serv\w+Deployments|Tasks|Cont\w+)$/.test(operation),
);

test.each<readonly [string, Fault]>([
  ['one of them is not described', { kind: 'partial' }],
  ['gone since they were listed', { kind: 'gone' }],
])(
  '%s: says which',
  async (_, fault) => {
    await onEach(described, fault, ([path, , stay], rows, name) => {
      expect(said(rows), name).toMatch(/not there any more/);
      // Of a service that is gone nothing can be opened.
      if (path.at(-1) !== 'web')
        for (const it of stay)
          expect(
            rows.map(({ label }) => label),
            name,
          ).toContain(it);
    });
  },
  60_000,
);

interface Stage {
  readonly row: Row;
  readonly ecs: FakeEcs;
  readonly sound: readonly TreeNode[];
  read(): Promise<readonly TreeNode[]>;
}

/** Lets each level's operation fail, hands over the rows, and sees to it that reading again mends all. */
async function onEach(
  levelsRead: readonly Row[],
  fault: Fault,
  check: (row: Row, rows: readonly TreeNode[], name: string, sound: readonly TreeNode[]) => void,
): Promise<void> {
  const stages: Stage[] = [];
  for (const row of levelsRead) stages.push(await stageOf(row));
  await Promise.all(
    stages.map(async ({ row, ecs, sound, read }) => {
      const name = `${['Clusters', ...row[0]].join(' > ')} when it is about ${row[1]}`;
      const before = ecs.count(row[1]);
      ecs.fail(row[1], fault);
      check(row, await read(), name, sound);
      expect(ecs.count(row[1]), name).toBeGreaterThan(before);
      ecs.heal();
      expect(await outline(await read(), 1), `${name}, afterwards`).toBe(await outline(sound, 1));
    }),
  );
}

async function stageOf(row: Row): Promise<Stage> {
  const { ecs, gateway } = await connected({ timeouts: { connect: 1_000, request: 1_000 } });
  ecs.addCapacityProvider('metal', { type: 'MANAGED_INSTANCES' });
  ecs.addCluster('shop', { capacityProviders: ['FARGATE', 'metal'] });
  ecs.addDaemon('shop', 'agent', { providers: { metal: { running: 2 } } });
  ecs.addCluster('spare');
  const targetGroupArn = ecs.addTargetGroup('web-group', { targets: [{ id: '172.31.0.7' }] });
  const productionListenerRule = ecs.addRule({ [targetGroupArn]: 1 });
  const advancedConfiguration = { alternateTargetGroupArn: targetGroupArn, productionListenerRule };
  ecs.addService('shop', 'web', {
    loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 80, advancedConfiguration }],
  });
  ecs.addService('shop', 'api');
  ecs.addTask('shop');
  ecs.addTaskDefinition({ family: 'job', containerDefinitions: [{ name: 'job', image: 'job:1', memory: 64 }] });
  ecs.addTask('shop', { launchType: 'EC2', taskDefinition: 'job' });
  ecs.scale('shop', 'web', { min: 1, max: 4, policies: [{ PolicyName: 'cpu', PolicyType: 'StepScaling' }] });
  ecs.measure('shop/web', { CPUUtilization: [20, 30, 40] });
  ecs.measure('shop', { CPUReservation: [25] });
  const roots = () => clusterRows(async () => gateway, t, ecs.clock.now);
  let rows = await roots();
  let read: () => Promise<readonly TreeNode[]> = roots;
  for (const label of row[0]) {
    const parents = rows;
    read = () => open(parents, label);
    rows = await read();
  }
  return { row, ecs, read, sound: rows };
}

function said(rows: readonly TreeNode[]): string {
  return rows.map((it) => [it.label, it.description, it.tooltip?.().replaceAll('\\', '')].join(' ')).join('\n');
}
