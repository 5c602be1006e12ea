import { expect, test } from 'vitest';
import { LiveFailure } from '../../client/src/live/failure';
import type { EcsGateway, Listing } from '../../client/src/live/ports';
import type { TargetGroup } from '../../client/src/live/records';
import type { FakeEcs, Fault, Operation } from '../support/fake-ecs/index';
import { connected } from './support/stage';

// Each operation that reads × each fault: what is shown, what is said, and that the next call is as before.

interface Account {
  readonly clusters: readonly string[];
  readonly cluster: string;
  readonly services: readonly string[];
  readonly service: string;
  readonly group: string;
  /** A rule, and the listener of a network load balancer. */
  readonly rules: readonly string[];
  /** The deployment of a daemon. */
  readonly daemon: string;
}

const now = Date.parse('2026-01-15T09:00:00Z');

/** An operation, a method that sends it, the call, and the service's prefix in IAM where it is not `ecs`. */
type Row = readonly [Operation, string, (gateway: EcsGateway, account: Account) => Promise<unknown>, string?];

const reads: readonly Row[] = [
  ['ListClusters', 'clusterPages', (it) => it.clusterPages().next(9)],
  ['DescribeClusters', 'clusterPages', (it) => it.clusterPages().next(9)],
  ['DescribeClusters', 'describeClusters', (it, { clusters }) => it.describeClusters(clusters)],
  ['ListServices', 'servicePages', (it, { cluster }) => it.servicePages(cluster).next(9)],
  ['DescribeServices', 'servicePages', (it, { cluster }) => it.servicePages(cluster).next(9)],
  ['DescribeServices', 'describeServices', (it, { cluster, services }) => it.describeServices(cluster, services)],
  ['DescribeServices', 'serviceDetails', (it, { cluster, service }) => it.serviceDetails(cluster, service)],
  ['ListServiceDeployments', 'deployments', (it, { cluster, service }) => it.serviceDeployments(cluster, service)],
  ['DescribeServiceDeployments', 'deployments', (it, { cluster, service }) => it.serviceDeployments(cluster, service)],
  [
    'ListServiceDeployments',
    'deploymentPages',
    (it, { cluster, service }) => it.serviceDeploymentPages(cluster, service).next(9),
  ],
  [
    'DescribeServiceDeployments',
    'deploymentPages',
    (it, { cluster, service }) => it.serviceDeploymentPages(cluster, service).next(9),
  ],
  ['ListTasks', 'taskPages', (it, { cluster }) => it.taskPages(cluster, {}).next(9)],
  ['DescribeTasks', 'taskPages', (it, { cluster }) => it.taskPages(cluster, {}).next(9)],
  ['ListContainerInstances', 'instancePages', (it, { cluster }) => it.containerInstancePages(cluster).next(9)],
  ['DescribeContainerInstances', 'instancePages', (it, { cluster }) => it.containerInstancePages(cluster).next(9)],
  ['DescribeClusters', 'capacityProviders', (it, { cluster }) => it.capacityProviders(cluster)],
  ['DescribeCapacityProviders', 'capacityProviders', (it, { cluster }) => it.capacityProviders(cluster)],
  ['ListDaemons', 'daemonPages', (it, { cluster }) => it.daemonPages(cluster).next(9)],
  ['DescribeDaemon', 'daemonPages', (it, { cluster }) => it.daemonPages(cluster).next(9)],
  ['DescribeDaemonDeployments', 'daemonDeployment', (it, { daemon }) => it.daemonDeployment(daemon)],
  ['ListTaskDefinitionFamilies', 'families', (it) => it.families('ACTIVE')],
  ['ListTaskDefinitions', 'revisions', (it) => it.revisions('web', 'ACTIVE')],
  ['DescribeTaskDefinition', 'revision', (it) => it.revision('web:1')],
  ['DescribeTaskDefinition', 'newestRevision', (it) => it.newestRevision('web')],
  ['DescribeTargetGroups', 'targetGroup', (it, { group }) => it.targetGroup(group), 'elasticloadbalancing'],
  ['DescribeTargetHealth', 'targetGroup', (it, { group }) => it.targetGroup(group), 'elasticloadbalancing'],
  ['DescribeLoadBalancers', 'targetGroup', (it, { group }) => it.targetGroup(group), 'elasticloadbalancing'],
  ['DescribeListeners', 'targetGroup', (it, { group }) => it.targetGroup(group), 'elasticloadbalancing'],
  ['DescribeRules', 'trafficRules', (it, { rules }) => it.trafficRules(rules), 'elasticloadbalancing'],
  ['DescribeListeners', 'trafficRules', (it, { rules }) => it.trafficRules(rules), 'elasticloadbalancing'],
  ['DescribeScalableTargets', 'scaling', (it) => it.scaling('shop', 'web'), 'application-autoscaling'],
  ['DescribeScalingPolicies', 'scaling', (it) => it.scaling('shop', 'web'), 'application-autoscaling'],
  ['GetMetricData', 'metrics', (it) => it.metrics({ clusterName: 'shop', serviceName: 'web' }, now), 'cloudwatch'],
  ['DescribeInstances', 'machine', (it) => it.machine('i-00000000000000001'), 'ec2'],
  ['DescribeSubnets', 'subnets', (it) => it.subnets(), 'ec2'],
  ['DescribeSecurityGroups', 'securityGroups', (it) => it.securityGroups('vpc-0a1b2c3d4e5f60001'), 'ec2'],
  ['GetCallerIdentity', 'identity', (it) => it.identity(), 'sts'],
];

const paged = reads.filter(([operation]) =>
  /^List|CapacityProviders|Listeners|MetricData|ScalingPolicies|Subnets|SecurityGroups/.test(operation),
);
const ofACluster = reads.filter(([operation]) =>
  /^List(Services|Tasks|Cont)|^Describe(Services|Tasks|Cont)/.test(operation),
);
const withFailures = reads.filter(([operation]) =>
  /^Describe(Clusters|Services|Serv\w+Deployments|Tasks|Cont\w+)$/.test(operation),
);

interface Said {
  readonly kind: string;
  readonly action: string;
  readonly words: (operation: string, prefix: string) => string;
}

const failing: readonly (readonly [string, Fault, readonly Row[], Said])[] = [
  [
    'throttled',
    { kind: 'throttled' },
    reads,
    { kind: 'throttled', action: 'retry', words: (operation) => `limits the rate of calls to ${operation} just now` },
  ],
  [
    'denied',
    { kind: 'denied' },
    reads,
    {
      kind: 'access-denied',
      action: 'pick-connection',
      words: (operation, prefix) => `${prefix}:${operation} is not allowed for the identity in use`,
    },
  ],
  [
    'expired',
    { kind: 'expired' },
    reads,
    { kind: 'token-expired', action: 'retry', words: () => 'The credentials of profile default have expired' },
  ],
  [
    '500',
    { kind: 'server' },
    reads,
    { kind: 'server', action: 'retry', words: (operation) => `${operation} failed inside AWS (HTTP 500)` },
  ],
  [
    'the page of a proxy',
    { kind: 'html' },
    reads,
    {
      kind: 'not-ecs',
      action: 'pick-connection',
      words: (operation) => `did not answer ${operation} as AWS does (HTTP 200)`,
    },
  ],
  [
    'reset',
    { kind: 'reset' },
    reads,
    { kind: 'offline', action: 'retry', words: () => 'cannot be reached (ECONNRESET)' },
  ],
  [
    'no answer',
    { kind: 'hang' },
    reads,
    { kind: 'timeout', action: 'retry', words: (operation) => `did not answer ${operation} in time` },
  ],
  [
    'a cluster that is gone',
    { kind: 'error', name: 'ClusterNotFoundException', message: 'Cluster not found.' },
    ofACluster,
    {
      kind: 'not-found',
      action: 'retry',
      words: (operation) => `${operation} did not find what it was asked for: Cluster not found.`,
    },
  ],
];

test.each(failing)(
  '%s: says so, and what to do',
  async (_, fault, rows, { kind, action, words }) => {
    await onEach(rows, fault, ([operation, , , prefix = 'ecs'], answer, name) => {
      const failure = failureIn(answer);
      expect(failure, name).toMatchObject({ kind, action, details: { operation } });
      expect(failure?.sentence, name).toContain(words(operation, prefix));
      expect(failure?.sentence, name).not.toMatch(/<|AKIA|wJalr|\n/);
    });
  },
  60_000,
);

const harmless: readonly (readonly [string, Fault, readonly Row[]])[] = [
  ['slow', { kind: 'slow', milliseconds: 100 }, reads],
  ['throttled once', { kind: 'throttled', times: 1 }, reads],
  ['reset once', { kind: 'reset', times: 1 }, reads],
  ['an empty page', { kind: 'empty-page', times: 1 }, paged],
  ['a token that leads to the same page', { kind: 'repeated-token' }, paged],
];

test.each(harmless)(
  '%s: shows what there is',
  async (_, fault, rows) => {
    await onEach(rows, fault, (_row, answer, name, sound) => {
      expect(answer, name).toEqual(sound);
    });
  },
  60_000,
);

const lacking: readonly (readonly [string, Fault, (items: number) => number])[] = [
  ['one of them is not described', { kind: 'partial' }, () => 1],
  ['gone since they were listed', { kind: 'gone' }, (items) => items],
];

test.each(lacking)(
  '%s: shows the others, and what it lacks',
  async (_, fault, lost) => {
    await onEach(withFailures, fault, ([operation, method], answer, name, sound) => {
      // It is about one service, and that is not there.
      if (method === 'serviceDetails') return expect(answer, name).toBeUndefined();
      const before = (sound as Listing<unknown>).items;
      // What a cluster has is not known when the cluster is not.
      const all = operation === 'DescribeClusters' && method === 'capacityProviders';
      const { items, failures } = answer as Listing<unknown>;
      expect(items, name).toEqual(all ? [] : before.slice(lost(before.length)));
      expect(failures, name).toEqual(
        Array(all ? 1 : lost(before.length)).fill({ arn: expect.stringMatching(/^arn:/), reason: 'MISSING' }),
      );
    });
  },
  60_000,
);

interface Stage {
  readonly row: Row;
  readonly ecs: FakeEcs;
  /** What is answered without a fault. */
  readonly sound: unknown;
  read(): Promise<unknown>;
}

/** Lets each row's operation fail, hands over what comes of it, and sees to it that the next call is as if nothing had been. */
async function onEach(
  rows: readonly Row[],
  fault: Fault,
  check: (row: Row, answer: unknown, name: string, sound: unknown) => void,
): Promise<void> {
  // One after the other: the first call settles the endpoint, and a client that was throttled holds its calls back.
  const stages: Stage[] = [];
  for (const row of rows) stages.push(await stageOf(row));
  await Promise.all(
    stages.map(async ({ row, ecs, sound, read }) => {
      const name = `${row[1]} when it is about ${row[0]}`;
      expect(sound, name).toBeTruthy();
      const before = ecs.count(row[0]);
      ecs.fail(row[0], fault);
      check(row, await read().catch((error: unknown) => error), name, sound);
      expect(ecs.count(row[0]), name).toBeGreaterThan(before);
      ecs.heal();
      expect(await read(), `${name}, afterwards`).toEqual(sound);
    }),
  );
}

async function stageOf(row: Row): Promise<Stage> {
  const { ecs, gateway } = await connected({ timeouts: { connect: 1_000, request: 1_000 } });
  const cluster = ecs.addCluster('shop', { capacityProviders: ['FARGATE', 'FARGATE_SPOT'] });
  const clusters = [cluster, ecs.addCluster('spare')];
  const service = ecs.addService('shop', 'web');
  const services = [service, ecs.addService('shop', 'api')];
  ecs.addManyDeployments('shop', 'web', 1);
  const group = ecs.addTargetGroup('web', { targets: [{ id: '172.31.0.7' }] });
  ecs.scale('shop', 'web', { min: 1, max: 4, policies: [{ PolicyName: 'cpu', PolicyType: 'StepScaling' }] });
  ecs.measure('shop/web', { CPUUtilization: [20, 30, 40], MemoryUtilization: [50] });
  const rules = [ecs.addRule({ [group]: 100 }), ecs.addRule({ [group]: 1 }, { network: true })];
  const daemon = ecs.addDaemon('shop', 'agent').replace(':daemon/', ':daemon-deployment/').concat('/0123456789');
  const read = () => row[2](gateway, { clusters, cluster, services, service, group, daemon, rules });
  return { row, ecs, read, sound: await read() };
}

// The targets are worth showing without their addresses; why there are none is beside them.
function failureIn(answer: unknown): LiveFailure | undefined {
  return answer instanceof LiveFailure ? answer : (answer as TargetGroup).urlsFailure;
}
