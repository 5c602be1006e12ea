import { expect, test } from 'vitest';
import type { Json } from '../../client/src/live/change';
import type { Target } from '../../client/src/live/deploy/target';
import type { Check } from '../../client/src/live/verify/check';
import { verify } from '../../client/src/live/verify/verify';
import type { FakeEcs } from '../support/fake-ecs/index';
import { runTarget, serviceTarget } from './support/deploy-stage';
import { connected, t, web } from './support/stage';

const { network: _, ...withoutNetwork } = runTarget;
const isFargate = { launchType: 'FARGATE', ...web };

/** What is told of a target, about the definition `web`. */
async function checksOf(
  prepare: (ecs: FakeEcs) => void,
  target: Target,
  { definition = isFargate, serviceFile }: { readonly definition?: Json; readonly serviceFile?: Json } = {},
): Promise<{ readonly checks: readonly Check[]; readonly ecs: FakeEcs }> {
  const { ecs, gateway } = await connected();
  ecs.addCluster('shop');
  prepare(ecs);
  const aim = { target, ...(serviceFile ? { serviceFile } : {}) };
  const inRegion = async () => gateway;
  const { checks } = await verify(definition, aim, { gateway, inRegion, t });
  return { checks: checks.filter(({ id }) => id !== 'image'), ecs };
}

function told(checks: readonly Check[]): readonly string[] {
  return checks.map(({ id, state, path }) => [id, state, path].filter(Boolean).join(' '));
}

/** A service whose load balancer sends to a port of a container. */
function behind(ecs: FakeEcs, containerName: string, containerPort: number, targetType = 'ip'): void {
  const targetGroupArn = ecs.addTargetGroup('web', { targetType });
  ecs.addTaskDefinition(structuredClone(web) as never);
  ecs.addService('shop', 'web', {
    taskDefinition: 'web',
    loadBalancers: [{ targetGroupArn, containerName, containerPort }],
  });
}

const nothing = (): void => undefined;
type Row = readonly [
  name: string,
  prepare: (ecs: FakeEcs) => void,
  target: Target,
  more: Parameters<typeof checksOf>[2],
  told: readonly string[],
];
const file = {
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
};
const rows: readonly Row[] = [
  ['a run', nothing, runTarget, {}, ['cluster ok', 'network ok']],
  ['no cluster', nothing, { ...runTarget, cluster: 'gone' }, {}, ['cluster failed', 'network ok']],
  [
    'a cluster that is being made',
    (it) => it.addCluster('shop', { status: 'PROVISIONING' }),
    runTarget,
    {},
    ['cluster failed', 'network ok'],
  ],
  [
    'instances that there are none of',
    (it) => it.addCluster('shop', { containerInstances: 0 }),
    { ...withoutNetwork, launchType: 'EC2' },
    { definition: { family: 'web' } },
    ['cluster ok', 'capacity failed'],
  ],
  [
    'instances',
    nothing,
    { ...withoutNetwork, launchType: 'EC2' },
    { definition: { family: 'web' } },
    ['cluster ok', 'capacity ok'],
  ],
  ['no network', nothing, withoutNetwork, {}, ['cluster ok', 'network failed /networkMode']],
  [
    'a subnet that there is not',
    nothing,
    { ...runTarget, network: { subnets: ['subnet-0'] } },
    {},
    ['cluster ok', 'network failed'],
  ],
  [
    'subnets of two VPCs',
    nothing,
    { ...runTarget, network: { subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60003'] } },
    {},
    ['cluster ok', 'network failed'],
  ],
  [
    'a security group of another VPC',
    nothing,
    { ...runTarget, network: { subnets: ['subnet-0a1b2c3d4e5f60001'], securityGroups: ['sg-0a1b2c3d4e5f60003'] } },
    {},
    ['cluster ok', 'network failed'],
  ],
  [
    'the network may not be read',
    (it) => it.fail('DescribeSubnets', { kind: 'denied' }),
    runTarget,
    {},
    ['cluster ok', 'network skipped'],
  ],
  [
    'the cluster may not be read',
    (it) => it.fail('DescribeClusters', { kind: 'denied' }),
    serviceTarget,
    {},
    ['cluster skipped'],
  ],
  [
    'a service behind a load balancer',
    (it) => behind(it, 'web', 80),
    serviceTarget,
    {},
    ['cluster ok', 'service ok', 'load-balancer ok', 'target-group ok'],
  ],
  [
    'a port that is not mapped',
    (it) => behind(it, 'web', 8080),
    serviceTarget,
    {},
    ['cluster ok', 'service ok', 'load-balancer failed /containerDefinitions/0/portMappings', 'target-group ok'],
  ],
  [
    'a container that is not defined',
    (it) => behind(it, 'proxy', 80),
    serviceTarget,
    {},
    ['cluster ok', 'service ok', 'load-balancer failed /containerDefinitions', 'target-group ok'],
  ],
  [
    'a target group of instances',
    (it) => behind(it, 'web', 80, 'instance'),
    serviceTarget,
    {},
    ['cluster ok', 'service ok', 'load-balancer ok', 'target-group failed /networkMode'],
  ],
  [
    'target groups may not be read',
    (it) => {
      behind(it, 'web', 80);
      it.fail('DescribeTargetGroups', { kind: 'denied' });
    },
    serviceTarget,
    {},
    ['cluster ok', 'service ok', 'load-balancer ok', 'target-group skipped'],
  ],
  [
    'a service that may not be read is not taken for one to be made',
    (it) => it.fail('DescribeServices', { kind: 'denied' }),
    serviceTarget,
    { serviceFile: { loadBalancers: [{ containerName: 'web', containerPort: 81 }] } },
    ['cluster ok', 'service skipped'],
  ],
  [
    'a port that a template fills in',
    (it) => behind(it, 'web', 80),
    serviceTarget,
    {
      definition: {
        ...web,
        containerDefinitions: [{ ...web.containerDefinitions[0], portMappings: [{ containerPort: '${PORT}' }] }],
      },
    },
    ['cluster ok', 'service ok', 'load-balancer skipped', 'target-group ok'],
  ],
  ['a service that there is not', nothing, serviceTarget, {}, ['cluster ok', 'service failed']],
  [
    'a service that will be made',
    nothing,
    serviceTarget,
    { serviceFile: { ...file, loadBalancers: [{ containerName: 'web', containerPort: 81 }] } },
    ['cluster ok', 'service ok', 'network ok', 'load-balancer failed /containerDefinitions/0/portMappings'],
  ],
];

test.each(rows)('%s', async (_name, prepare, target, more, expected) => {
  const { checks } = await checksOf(prepare, target, more);
  expect(told(checks)).toEqual(expected);
  for (const { sentence } of checks) expect(sentence).toMatch(/\.$/);
});

test('in another account than the target’s nothing is asked', async () => {
  const { ecs, gateway } = await connected();
  const target = { ...runTarget, account: '444455556666' };
  const asked = verify(web, { target }, { gateway, inRegion: async () => gateway, t });
  await expect(asked).rejects.toMatchObject({ kind: 'conflict' });
  expect(ecs.tally()).toEqual({ GetCallerIdentity: 1 });
});
