import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListClustersCommand,
  ListServicesCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  paginateListServices,
  paginateListTasks,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { test as base, describe, expect } from 'vitest';
import { type FakeEcs, startFakeEcs, taskTimes } from './fake-ecs/index';

const test = base.extend<{ fake: FakeEcs; ecs: ECSClient }>({
  fake: async ({ task: _ }, use) => {
    const fake = await startFakeEcs();
    fake.addCluster('shop');
    await use(fake);
    await fake.close();
  },
  ecs: async ({ fake }, use) => {
    const ecs = new ECSClient(options(fake));
    await use(ecs);
    ecs.destroy();
  },
});

function options(fake: FakeEcs, region = 'us-east-1') {
  const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
  return { endpoint: fake.url, region, credentials, maxAttempts: 1 };
}

function fargateRun(fake: FakeEcs) {
  const subnets = [fake.network.subnets[0]?.SubnetId ?? ''];
  return {
    cluster: 'shop',
    taskDefinition: 'web',
    launchType: 'FARGATE' as const,
    networkConfiguration: { awsvpcConfiguration: { subnets } },
  };
}

describe('lists', () => {
  test('10,000 tasks come in pages of 100, and each once', async ({ fake, ecs }) => {
    fake.addManyTasks('shop', 10_000);
    const arns = new Set<string>();
    for await (const page of paginateListTasks({ client: ecs }, { cluster: 'shop' })) {
      for (const arn of page.taskArns ?? []) arns.add(arn);
    }
    expect(arns.size).toBe(10_000);
    expect(fake.count('ListTasks')).toBe(100);
  });

  test('services come by ten unless asked otherwise', async ({ fake, ecs }) => {
    fake.addManyServices('shop', 25);
    const sizes: (number | undefined)[] = [];
    for await (const page of paginateListServices({ client: ecs }, { cluster: 'shop' })) {
      sizes.push(page.serviceArns?.length);
    }
    expect(sizes).toEqual([10, 10, 5]);
    const whole = await ecs.send(new ListServicesCommand({ cluster: 'shop', maxResults: 100 }));
    expect(whole.serviceArns).toHaveLength(25);
    expect(whole.nextToken).toBeUndefined();
  });

  test('an empty page may still have a token', async ({ fake, ecs }) => {
    fake.fail('ListClusters', { kind: 'empty-page', times: 1 });
    const empty = await ecs.send(new ListClustersCommand({}));
    expect(empty.clusterArns).toEqual([]);
    const { clusterArns } = await ecs.send(new ListClustersCommand({ nextToken: empty.nextToken }));
    expect(clusterArns).toEqual(['arn:aws:ecs:us-east-1:111122223333:cluster/shop']);
  });

  test('refuse more than 100 a page, and the token of another list', async ({ fake, ecs }) => {
    fake.addManyClusters(200);
    const { nextToken } = await ecs.send(new ListClustersCommand({}));
    const refusal = expect.objectContaining({ name: 'InvalidParameterException' });
    await expect(ecs.send(new ListClustersCommand({ maxResults: 101 }))).rejects.toEqual(refusal);
    await expect(ecs.send(new ListTasksCommand({ cluster: 'shop', nextToken }))).rejects.toEqual(refusal);
  });

  test('regions are apart', async ({ fake }) => {
    fake.in('eu-west-1').addCluster('kontor');
    const { clusterArns } = await new ECSClient(options(fake, 'eu-west-1')).send(new ListClustersCommand({}));
    expect(clusterArns).toEqual(['arn:aws:ecs:eu-west-1:111122223333:cluster/kontor']);
  });
});

describe('describe', () => {
  test('tells what is missing beside what is there', async ({ fake, ecs }) => {
    fake.addService('shop', 'web', { desiredCount: 2 });
    const clusters = await ecs.send(new DescribeClustersCommand({ clusters: ['shop', 'gone'] }));
    expect(clusters.clusters?.[0]).toMatchObject({ clusterName: 'shop', activeServicesCount: 1, runningTasksCount: 2 });
    expect(clusters.failures).toMatchObject([{ reason: 'MISSING' }]);
    const services = await ecs.send(new DescribeServicesCommand({ cluster: 'shop', services: ['web', 'gone'] }));
    expect(services.services?.[0]).toMatchObject({ serviceName: 'web', desiredCount: 2, runningCount: 2 });
    expect(services.failures).toMatchObject([{ reason: 'MISSING' }]);
  });

  test('a task is found in its own cluster only', async ({ fake, ecs }) => {
    fake.addCluster('other');
    const arn = fake.addTask('shop');
    const there = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: [arn] }));
    expect(there.tasks?.[0]).toMatchObject({ taskArn: arn, lastStatus: 'RUNNING', group: 'family:web' });
    expect(there.tasks?.[0]?.containers?.map(({ name }) => name)).toEqual(['web', 'proxy']);
    const elsewhere = await ecs.send(new DescribeTasksCommand({ cluster: 'other', tasks: [arn] }));
    expect(elsewhere).toMatchObject({ tasks: [], failures: [{ arn, reason: 'MISSING' }] });
  });

  test('refuses more than AWS allows, and a cluster that is not there', async ({ ecs }) => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);
    const refusal = expect.objectContaining({ name: 'InvalidParameterException' });
    for (const services of [[], many(11)]) {
      await expect(ecs.send(new DescribeServicesCommand({ cluster: 'shop', services }))).rejects.toEqual(refusal);
    }
    await expect(ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: many(101) }))).rejects.toEqual(refusal);
    await expect(ecs.send(new DescribeClustersCommand({ clusters: many(101) }))).rejects.toEqual(refusal);
    await expect(ecs.send(new ListTasksCommand({ cluster: 'gone' }))).rejects.toMatchObject({
      name: 'ClusterNotFoundException',
    });
  });
});

describe('task definitions', () => {
  test('a family is its newest active revision', async ({ fake, ecs }) => {
    const containerDefinitions = [{ name: 'a', image: 'alpine:3' }];
    for (let revision = 1; revision <= 3; revision += 1) {
      await ecs.send(new RegisterTaskDefinitionCommand({ family: 'job', containerDefinitions }));
    }
    fake.deregister('job:3');
    const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'job' }));
    expect(taskDefinition).toMatchObject({ revision: 2, status: 'ACTIVE', registeredAt: expect.any(Date) });
    const newest = await ecs.send(new ListTaskDefinitionsCommand({ familyPrefix: 'job', sort: 'DESC' }));
    expect(newest.taskDefinitionArns?.map((arn) => arn.split('/')[1])).toEqual(['job:2', 'job:1']);
    fake.deregister('job:2');
    fake.deregister('job:1');
    const gone = new DescribeTaskDefinitionCommand({ taskDefinition: 'job' });
    await expect(ecs.send(gone)).rejects.toMatchObject({ name: 'ClientException' });
    const families = await ecs.send(new ListTaskDefinitionFamiliesCommand({ status: 'ACTIVE' }));
    expect(families.families).toEqual([]);
  });

  test('Fargate without awsvpc is refused', async ({ ecs }) => {
    const definition = { family: 'web', containerDefinitions: [{ name: 'a', image: 'a' }] };
    const command = new RegisterTaskDefinitionCommand({ ...definition, requiresCompatibilities: ['FARGATE'] });
    await expect(ecs.send(command)).rejects.toMatchObject({ name: 'ClientException' });
  });
});

describe('run and stop', () => {
  test('a task goes from PROVISIONING to STOPPED with the reason given', async ({ fake, ecs }) => {
    fake.addService('shop', 'web');
    const { tasks } = await ecs.send(new RunTaskCommand(fargateRun(fake)));
    const arn = tasks?.[0]?.taskArn ?? '';
    const look = async () => {
      const answer = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: [arn] }));
      return answer.tasks?.[0];
    };
    expect(tasks?.[0]?.lastStatus).toBe('PROVISIONING');
    fake.clock.advance(taskTimes.pending);
    expect((await look())?.lastStatus).toBe('PENDING');
    fake.clock.advance(taskTimes.running);
    expect(await look()).toMatchObject({ lastStatus: 'RUNNING', startedAt: expect.any(Date) });
    await ecs.send(new StopTaskCommand({ cluster: 'shop', task: arn, reason: 'enough' }));
    expect(await look()).toMatchObject({ lastStatus: 'STOPPING', desiredStatus: 'STOPPED' });
    fake.clock.advance(taskTimes.stopped);
    const stopped = await look();
    expect(stopped).toMatchObject({ lastStatus: 'STOPPED', stopCode: 'UserInitiated', stoppedReason: 'enough' });
    expect(stopped?.containers?.map(({ lastStatus }) => lastStatus)).toEqual(['STOPPED', 'STOPPED']);
    const left = await ecs.send(new ListTasksCommand({ cluster: 'shop', family: 'web' }));
    expect(left.taskArns).not.toContain(arn);
  });

  test.for([
    ['registry.example/missing:1', 'TaskFailedToStart', /^CannotPullContainerError/],
    ['registry.example/crash:1', 'EssentialContainerExited', /^Essential container/],
  ] as const)('%s ends with %s', async ([image, stopCode, stoppedReason], { fake, ecs }) => {
    fake.addTaskDefinition({ family: 'job', containerDefinitions: [{ name: 'a', image }] });
    const run = new RunTaskCommand({ cluster: 'shop', taskDefinition: 'job', launchType: 'EC2' });
    const { tasks } = await ecs.send(run);
    fake.clock.advance(taskTimes.running + taskTimes.ends + taskTimes.stopped);
    const arns = tasks?.map(({ taskArn }) => taskArn ?? '');
    const answer = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: arns }));
    const [task] = answer.tasks ?? [];
    expect(task).toMatchObject({ lastStatus: 'STOPPED', stopCode });
    expect(task?.stoppedReason).toMatch(stoppedReason);
  });

  test('the same client token runs once; with other parameters it is a conflict', async ({ fake, ecs }) => {
    fake.addService('shop', 'web');
    const request = { ...fargateRun(fake), clientToken: 'one-intent' };
    const first = await ecs.send(new RunTaskCommand(request));
    const second = await ecs.send(new RunTaskCommand(request));
    expect(second.tasks?.[0]?.taskArn).toBe(first.tasks?.[0]?.taskArn);
    await expect(ecs.send(new RunTaskCommand({ ...request, count: 2 }))).rejects.toMatchObject({
      name: 'ConflictException',
      resourceIds: [first.tasks?.[0]?.taskArn],
    });
  });

  test('refuses more than ten tasks, an awsvpc task without a network, an unknown subnet and an unknown task', async ({
    fake,
    ecs,
  }) => {
    fake.addService('shop', 'web');
    const run = fargateRun(fake);
    const { networkConfiguration: _, ...bare } = run;
    const elsewhere = { awsvpcConfiguration: { subnets: ['subnet-0'] } };
    const refusal = expect.objectContaining({ name: 'InvalidParameterException' });
    for (const request of [{ ...run, count: 11 }, bare, { ...run, networkConfiguration: elsewhere }]) {
      await expect(ecs.send(new RunTaskCommand(request))).rejects.toEqual(refusal);
    }
    await expect(ecs.send(new StopTaskCommand({ cluster: 'shop', task: 'gone' }))).rejects.toEqual(refusal);
  });

  test('places some of the tasks and tells why not the others', async ({ fake, ecs }) => {
    fake.addService('shop', 'web');
    fake.refusePlacement('RESOURCE:MEMORY', { count: 2 });
    const answer = await ecs.send(new RunTaskCommand({ ...fargateRun(fake), count: 3 }));
    expect(answer.tasks).toHaveLength(1);
    expect(answer.failures?.map(({ reason }) => reason)).toEqual(['RESOURCE:MEMORY', 'RESOURCE:MEMORY']);
  });
});

describe('faults', () => {
  test.for([
    ['throttled', 'ThrottlingException', 400],
    ['denied', 'AccessDeniedException', 400],
    ['expired', 'ExpiredTokenException', 400],
    ['unrecognized', 'UnrecognizedClientException', 400],
    ['server', 'ServerException', 500],
  ] as const)('%s', async ([kind, name, status], { fake, ecs }) => {
    fake.fail('ListClusters', { kind, times: 1 });
    const error = await ecs.send(new ListClustersCommand({})).catch((cause) => cause);
    expect(error).toMatchObject({ name, $metadata: { httpStatusCode: status } });
    if (kind === 'denied') expect(error.message).toContain('ecs:ListClusters');
    expect((await ecs.send(new ListClustersCommand({}))).clusterArns).toHaveLength(1);
  });

  test('an HTML page in the place of ECS does not parse', async ({ fake, ecs }) => {
    fake.fail('ListClusters', { kind: 'html', status: 502 });
    await expect(ecs.send(new ListClustersCommand({}))).rejects.toThrow();
  });

  test('a reset before the effect leaves none, one after it does, and the token finds it', async ({ fake, ecs }) => {
    fake.addTaskDefinition({ family: 'job', containerDefinitions: [{ name: 'a', image: 'alpine' }] });
    const run = () =>
      ecs.send(new RunTaskCommand({ cluster: 'shop', taskDefinition: 'job', clientToken: 'one', launchType: 'EC2' }));
    const running = async () => (await ecs.send(new ListTasksCommand({ cluster: 'shop' }))).taskArns;
    fake.fail('RunTask', { kind: 'reset', times: 1 });
    await expect(run()).rejects.toThrow();
    expect(await running()).toEqual([]);
    fake.fail('RunTask', { kind: 'reset-after-commit', times: 1 });
    await expect(run()).rejects.toThrow();
    const committed = await running();
    expect(committed).toHaveLength(1);
    expect((await run()).tasks?.map(({ taskArn }) => taskArn)).toEqual(committed);
    expect(fake.count('RunTask')).toBe(3);
  });

  test('a call that never answers ends with its abort', async ({ fake, ecs }) => {
    fake.fail('ListClusters', { kind: 'hang' });
    const abortSignal = AbortSignal.timeout(50);
    await expect(ecs.send(new ListClustersCommand({}), { abortSignal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('EC2 and STS answer on the same port', async ({ fake }) => {
  const ec2 = new EC2Client(options(fake));
  const sts = new STSClient(options(fake));
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: '111122223333' });
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
  expect(Vpcs.map(({ IsDefault }) => IsDefault)).toEqual([true, false]);
  const Filters = [{ Name: 'vpc-id', Values: [Vpcs[1]?.VpcId ?? ''] }];
  const { Subnets } = await ec2.send(new DescribeSubnetsCommand({ Filters }));
  expect(Subnets).toEqual([expect.objectContaining(fake.network.subnets[2])]);
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  expect(SecurityGroups).toMatchObject([{ GroupName: 'default', Description: 'default VPC security group' }]);
  fake.fail('DescribeSubnets', { kind: 'denied' });
  fake.fail('GetCallerIdentity', { kind: 'expired' });
  await expect(ec2.send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' });
});
