import { describe, expect, test } from 'vitest';
import type { ConnectionChoice } from '../../client/src/live/connection/choice';
import { newTarget } from '../../client/src/live/targets/new-target';
import { readTargets, targetEntry } from '../../client/src/live/targets/read';
import { shapeOf } from '../../client/src/live/targets/shape';
import type { Asking } from '../../client/src/live/targets/steps';
import { connected, t, web } from './support/stage';
import { type Move, testUser } from './support/ui';

const subnet = 'subnet-0a1b2c3d4e5f60001';
const network = { subnets: [subnet], securityGroups: ['sg-0a1b2c3d4e5f60001'], assignPublicIp: true };
const here = { region: 'us-east-1', account: '111122223333' };
const bridge = { family: 'job', requiresCompatibilities: ['EC2'], networkMode: 'bridge' };

interface Facts {
  readonly family: string;
  readonly requiresCompatibilities?: readonly string[];
  readonly networkMode?: string;
  readonly cpu?: string;
  readonly memory?: string;
}

/** A user at the questions for a target of `definition`, by default of kind run. */
async function asking(definition: Facts, given: Partial<Asking>, ...moves: Move[]) {
  const { ecs, gateway } = await connected();
  const user = testUser(...moves);
  const opened: ConnectionChoice[] = [];
  const all: Asking = {
    shape: shapeOf({ requiresCompatibilities: [], ...definition, definition: { ...definition } }),
    file: { file: 'web.json', isOneOfMany: false },
    kind: 'run',
    connections: [{ label: 'default', value: {} }],
    serviceFiles: [],
    taken: new Set(),
    last: undefined,
    gateway: async (choice) => {
      opened.push(choice);
      return gateway;
    },
    ui: user,
    t,
    ...given,
  };
  const asked = () =>
    [...user.pickers, ...user.inputs].map(({ options: { placeholder } }) => placeholder.replace(/ (to|of|;|:) .*/, ''));
  return {
    ecs,
    gateway,
    user,
    opened,
    asked,
    all,
    ask: (more: Partial<Asking> = {}) => newTarget({ ...all, ...more }),
  };
}

const labels = ({ pickers }: ReturnType<typeof testUser>, at: number) => pickers[at]?.choices.map(({ label }) => label);

describe('tasks', () => {
  test('cluster, network, how many, name: a target with all of it, which the setting takes', async () => {
    const { ecs, user, asked, ask } = await asking(web, {});
    ecs.addCluster('dev');
    const target = await ask();
    expect(target).toEqual({
      name: 'web-dev',
      file: 'web.json',
      kind: 'run',
      ...here,
      cluster: 'dev',
      launchType: 'FARGATE',
      network,
    });
    expect(readTargets({ 'web-dev': target && targetEntry(target) }, t)).toEqual({ targets: [target], problems: [] });
    expect(asked()).toEqual([
      'The cluster',
      'The subnets for the task, all',
      'The security groups',
      'Whether the task gets a public IP address',
      'How many tasks',
      'The name',
    ]);
    const steps = [...user.pickers, ...user.inputs].map(({ options }) => options.step);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6].map((at) => ({ at, of: 6 })));
    expect(user.pickers[0]?.options.title).toBe('New Target of web');
    expect(ecs.count('RegisterTaskDefinition') + ecs.count('RunTask')).toBe(0);
  });

  test('with one place and no network of their own: cluster, how many, name', async () => {
    const { ecs, asked, ask } = await asking(bridge, {}, 'dev', '3 tasks');
    ecs.addCluster('dev');
    expect(await ask()).toMatchObject({ name: 'job-dev', launchType: 'EC2', count: 3 });
    expect(asked()).toEqual(['The cluster', 'How many tasks', 'The name']);
  });

  test('of one definition of several: the target names the family', async () => {
    const { ecs, ask } = await asking(bridge, { file: { file: 'all.yaml', isOneOfMany: true } });
    ecs.addCluster('dev');
    expect(await ask()).toMatchObject({ file: 'all.yaml', family: 'job' });
  });

  test('only the launch types that the definition allows', async () => {
    const { ecs, user, ask } = await asking({ ...web, requiresCompatibilities: ['EC2', 'FARGATE'] }, {}, 'dev', 'EC2');
    ecs.addCluster('dev');
    const target = await ask();
    expect(labels(user, 1)).toEqual(['FARGATE', 'EC2']);
    // There is no public address on container instances.
    expect(target?.network).toEqual({ subnets: [subnet], securityGroups: ['sg-0a1b2c3d4e5f60001'] });
    const offered = async (facts: Facts) => {
      user.pickers.length = 0;
      await ask({ shape: shapeOf({ requiresCompatibilities: [], ...facts, definition: { ...facts } }) });
      return labels(user, 1);
    };
    expect(await offered({ family: 'job' })).toEqual(['EC2', 'EXTERNAL']);
    expect(await offered({ family: 'a', networkMode: 'awsvpc', cpu: '256', memory: '512' })).toEqual([
      'FARGATE',
      'EC2',
    ]);
  });

  test('capacity providers of the cluster, and its default strategy', async () => {
    const { ecs, user, ask } = await asking(web, {}, 'dev', 'Default of the cluster');
    ecs.addCapacityProvider('instances');
    ecs.addCluster('dev', {
      capacityProviders: ['FARGATE', 'FARGATE_SPOT', 'instances'],
      defaultStrategy: [
        { capacityProvider: 'FARGATE', base: 1, weight: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 4 },
      ],
    });
    expect(await ask()).toMatchObject({
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', weight: 1, base: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 4 },
      ],
      network,
    });
    expect(user.pickers[1]?.choices.map(({ label, description }) => [label, description])).toEqual([
      ['FARGATE', 'on capacity that AWS runs'],
      ['Default of the cluster', 'FARGATE with weight 1 and base 1, FARGATE_SPOT with weight 4'],
      ['FARGATE_SPOT', 'capacity provider of the cluster'],
    ]);
    user.moves.push('dev', 'FARGATE_SPOT');
    const spot = await ask();
    expect(spot?.capacityProviderStrategy).toEqual([{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]);
    expect(spot).not.toHaveProperty('launchType');
    // The last one comes first.
    user.pickers.length = 0;
    expect(await ask({ last: spot })).toEqual(spot);
    expect(user.pickers[1]?.choices[0]).toMatchObject({
      label: 'FARGATE_SPOT',
      description: 'capacity provider of the cluster · last used',
    });
  });

  test('managed instances are a capacity provider’s', async () => {
    const managed = { ...web, requiresCompatibilities: ['MANAGED_INSTANCES'] };
    const { ecs, ask } = await asking(managed, {}, 'dev');
    ecs.addCluster('dev');
    await expect(ask()).rejects.toMatchObject({
      kind: 'invalid',
      sentence: expect.stringContaining('dev has no capacity provider for'),
    });
    ecs.addCapacityProvider('managed', { type: 'MANAGED_INSTANCES' });
    ecs.addCluster('dev', { capacityProviders: ['managed', 'FARGATE'] });
    expect(await ask()).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'managed', weight: 1 }],
      network: { subnets: [subnet] },
    });
  });

  test('whoever may not read capacity providers still has launch types', async () => {
    const { ecs, ask } = await asking(web, {});
    ecs.addCluster('dev', { capacityProviders: ['FARGATE_SPOT'] });
    ecs.fail('DescribeCapacityProviders', { kind: 'denied' });
    expect(await ask()).toMatchObject({ launchType: 'FARGATE' });
  });

  test('subnets of one VPC, at least one', async () => {
    const moves: Move[] = ['dev', [], [subnet, 'shop-private'], ['shop-private']];
    const { ecs, user, ask } = await asking(web, {}, ...moves);
    ecs.addCluster('dev');
    await ask();
    expect(user.pickers.slice(1, 4).map(({ options }) => options.placeholder)).toEqual([
      'The subnets for the task, all of one VPC',
      'Choose at least one subnet.',
      'The subnets are in 2 VPCs: choose subnets of one.',
    ]);
    expect(user.pickers[4]?.choices.map(({ description }) => description)).toEqual(['sg-0a1b2c3d4e5f60003']);
    // A public address reaches nothing from a private subnet.
    expect(labels(user, 5)).toEqual(['No', 'Yes']);
  });

  test('the last answers come first', async () => {
    const { ecs, user, ask } = await asking(web, {}, 'shop', ['subnet-0a1b2c3d4e5f60002'], ['web'], 'No', '2 tasks');
    ecs.addCluster('batch');
    ecs.addCluster('shop');
    const first = await ask();
    user.pickers.length = 0;
    const second = await ask({ last: first, taken: new Set(['web-shop']) });
    expect(second).toEqual({ ...first, name: 'web-shop-2' });
    expect(user.pickers[0]?.choices[0]).toMatchObject({ label: 'shop', description: '0 tasks running · last used' });
  });

  test('no cluster, no subnet: said with what to do', async () => {
    const { ecs, ask } = await asking(web, {});
    await expect(ask()).rejects.toMatchObject({ kind: 'not-found', sentence: expect.stringContaining('no cluster') });
    ecs.addCluster('dev');
    ecs.network.subnets.length = 0;
    await expect(ask()).rejects.toMatchObject({ kind: 'not-found', sentence: expect.stringContaining('no subnet') });
  });
});

describe('a service', () => {
  const service = { kind: 'service' } as const;

  test('one of the cluster, those of the family first, each with how it is', async () => {
    const { ecs, user, asked, ask } = await asking(web, service, 'shop', 'api');
    ecs.addCluster('shop');
    const other = ecs.addTaskDefinition({ ...structuredClone(web), family: 'other' } as never);
    ecs.addTaskDefinition(structuredClone(web) as never);
    ecs.addService('shop', 'aardvark', { taskDefinition: other });
    ecs.addService('shop', 'api', { taskDefinition: 'web:1', desiredCount: 2 });
    ecs.addService('shop', 'gone', { taskDefinition: 'web:1', status: 'DRAINING' });
    expect(await ask()).toEqual({
      name: 'api-shop',
      file: 'web.json',
      kind: 'service',
      ...here,
      cluster: 'shop',
      service: 'api',
    });
    expect(asked()).toEqual(['The cluster', 'The service', 'The name']);
    expect(user.pickers[1]?.choices).toMatchObject([
      { label: 'api', description: '2 of 2 running', detail: 'web:1' },
      { label: 'aardvark', description: '1 of 1 running', detail: 'other:1' },
    ]);
  });

  test('a new one from a file that is about the definition, unless there is one of its name', async () => {
    const serviceFiles = [{ file: 'deploy/web.service.json', name: 'web', input: { serviceName: 'web' } }];
    const { ecs, user, ask } = await asking(web, { ...service, serviceFiles }, 'shop', 'New service web');
    ecs.addCluster('shop');
    expect(await ask()).toMatchObject({ name: 'web-shop', service: 'web', serviceFile: 'deploy/web.service.json' });
    expect(user.pickers[1]?.choices[0]?.description).toBe('from deploy/web.service.json');
    ecs.addTaskDefinition(structuredClone(web) as never);
    ecs.addService('shop', 'web', { taskDefinition: 'web:1' });
    expect(await ask()).toMatchObject({ service: 'web' });
    expect(labels(user, 3)).toEqual(['web']);
  });

  test('none, and no file: said with what to do', async () => {
    const { ecs, ask } = await asking(web, service);
    ecs.addCluster('shop');
    await expect(ask()).rejects.toMatchObject({
      kind: 'not-found',
      sentence: expect.stringContaining('There is no service in shop, and no service file here is about web'),
    });
  });
});

describe('the way through the questions', () => {
  test('the kind is asked for when the command does not say it', async () => {
    const { ecs, user, all } = await asking(bridge, {}, 'Run tasks');
    ecs.addCluster('dev');
    const { kind: _, ...unsaid } = all;
    expect(await newTarget(unsaid)).toMatchObject({ kind: 'run' });
    expect(labels(user, 0)).toEqual(['Deploy to a service', 'Run tasks']);
  });

  test('the connection is asked for when there are several; the target names what it leads to', async () => {
    const connections = [
      { label: 'default', value: {} },
      { label: 'other', value: { region: 'us-east-1' } },
    ];
    const { ecs, opened, ask } = await asking(bridge, { connections }, 'other');
    ecs.addCluster('dev');
    expect(await ask()).toMatchObject(here);
    expect(opened).toEqual([{ region: 'us-east-1' }]);
  });

  test('back goes to the question before, also from the name', async () => {
    const back = { press: 'back' } as const;
    const { ecs, user, ask } = await asking(bridge, {}, 'dev', '2 tasks', back, back, 'shop', '4 tasks', 'mine');
    ecs.addCluster('dev');
    ecs.addCluster('shop');
    expect(await ask()).toMatchObject({ name: 'mine', cluster: 'shop', count: 4 });
    expect(user.pickers.map(({ options }) => options.canGoBack)).toEqual([false, true, true, false, true]);
  });

  test.each([0, 1, 2])('Esc at question %i leaves without a target', async (at) => {
    const moves: Move[] = [...['dev', '1 task'].slice(0, at), { press: 'escape' }];
    const { ecs, user, ask } = await asking(bridge, {}, ...moves);
    ecs.addCluster('dev');
    expect(await ask()).toBeUndefined();
    expect(user.messages).toEqual([]);
  });

  test('back at the first question leaves too', async () => {
    const { ecs, ask } = await asking(bridge, {}, { press: 'back' });
    ecs.addCluster('dev');
    expect(await ask()).toBeUndefined();
  });

  test('a name is new, and fit for a command line', async () => {
    const { ecs, user, ask } = await asking(
      bridge,
      { taken: new Set(['old']) },
      'dev',
      '1 task',
      'my target',
      'old',
      'new',
    );
    ecs.addCluster('dev');
    expect(await ask()).toMatchObject({ name: 'new' });
    expect(user.inputs[0]?.problems).toEqual([
      'Letters, digits, hyphens, underscores and dots, at least one.',
      'There is a target old already.',
    ]);
  });

  test('credentials that do not work are told before the questions', async () => {
    const { ecs, user, ask } = await asking(web, {});
    ecs.addCluster('dev');
    ecs.fail('GetCallerIdentity', { kind: 'expired' });
    await expect(ask()).rejects.toMatchObject({ name: 'LiveFailure' });
    expect(user.pickers).toEqual([]);
  });
});
