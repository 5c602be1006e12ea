import {
  CreateServiceCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopServiceDeploymentCommand,
  StopTaskCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { test as base, describe, expect } from 'vitest';
import { type EndingName, type FakeEcs, startFakeEcs, taskTimes } from './fake-ecs/index';

const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

const test = base.extend<{ fake: FakeEcs; ecs: ECSClient }>({
  fake: async ({ task: _ }, use) => {
    const fake = await startFakeEcs();
    fake.addCluster('shop');
    await use(fake);
    await fake.close();
  },
  ecs: async ({ fake }, use) => {
    const ecs = new ECSClient({ endpoint: fake.url, region: 'us-east-1', credentials, maxAttempts: 1 });
    await use(ecs);
    ecs.destroy();
  },
});

const run = { cluster: 'shop', taskDefinition: 'job', launchType: 'EC2' } as const;

async function ended(fake: FakeEcs, ecs: ECSClient) {
  const { tasks } = await ecs.send(new RunTaskCommand(run));
  fake.clock.advance(taskTimes.running + taskTimes.ends + taskTimes.stopped);
  const arns = tasks?.map(({ taskArn }) => taskArn ?? '');
  const answer = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: arns }));
  return answer.tasks?.[0];
}

describe('a task ends as its image says', () => {
  test.for<[EndingName, string, RegExp, number?]>([
    ['missing', 'TaskFailedToStart', /^CannotPullContainerError: .+: not found$/],
    ['pull-denied', 'TaskFailedToStart', /^CannotPullContainerError: .+ 403 /],
    ['rate-limit', 'TaskFailedToStart', /^CannotPullContainerError: .+ 429 /],
    ['pull-timeout', 'TaskFailedToStart', /^CannotPullContainerError: .+ i\/o timeout/],
    ['other-platform', 'TaskFailedToStart', /^CannotPullContainerError: .+ platform 'linux\/amd64'/],
    ['secret-denied', 'TaskFailedToStart', /^ResourceInitializationError: .+ AccessDeniedException: .+:secret:db /],
    ['secret-missing', 'TaskFailedToStart', /^ResourceInitializationError: .+:secret:db .+ can't find/],
    ['log-group-missing', 'TaskFailedToStart', /^ResourceInitializationError: .+ log group does not exist/],
    ['efs-timeout', 'TaskFailedToStart', /^ResourceInitializationError: .+fs-0123456789abcdef0\.efs/],
    ['no-capacity', 'TaskFailedToStart', /^Capacity is unavailable/],
    ['no-interface', 'TaskFailedToStart', /^Timeout waiting for network interface/],
    ['port-taken', 'TaskFailedToStart', /Bind for 0\.0\.0\.0:8080 failed: port is already allocated$/],
    ['no-command', 'TaskFailedToStart', /executable file not found/],
    ['exec-format', 'EssentialContainerExited', /^Essential container in task exited$/, 255],
    ['crash', 'EssentialContainerExited', /^Essential container in task exited$/, 1],
    ['finish', 'EssentialContainerExited', /^Essential container in task exited$/, 0],
    ['out-of-memory', 'EssentialContainerExited', /^OutOfMemoryError: /, 137],
    ['unhealthy', 'ServiceSchedulerInitiated', /^Task failed container health checks$/, 137],
    ['elb-unhealthy', 'ServiceSchedulerInitiated', /^Task failed ELB health checks in \(target-group /, 143],
    ['spot', 'SpotInterruption', /^Your Spot Task was interrupted/, 143],
  ])('%s', async ([ending, stopCode, words, exitCode], { fake, ecs }) => {
    fake.addTaskDefinition({
      family: 'job',
      volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0' } }],
      containerDefinitions: [
        { name: 'beside', image: 'alpine:3' },
        {
          name: 'job',
          image: `registry.example/${ending}:1`,
          portMappings: [{ containerPort: 80, hostPort: 8080 }],
          secrets: [{ name: 'DB', valueFrom: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db' }],
        },
      ],
    });
    const task = await ended(fake, ecs);
    expect(task).toMatchObject({ lastStatus: 'STOPPED', stopCode });
    const [beside, job] = task?.containers ?? [];
    expect(job?.reason ?? task?.stoppedReason).toMatch(words);
    expect(job?.exitCode).toBe(exitCode);
    expect(job?.healthStatus).toBe(ending === 'unhealthy' ? 'UNHEALTHY' : 'UNKNOWN');
    expect(beside?.exitCode).toBe(exitCode === undefined ? undefined : 143);
  });

  test('a name that only contains such a word runs', async ({ fake, ecs }) => {
    fake.addTaskDefinition({
      family: 'job',
      containerDefinitions: [{ name: 'a', image: 'spotlight/unhealthy-not:1' }],
    });
    expect(await ended(fake, ecs)).toMatchObject({ lastStatus: 'RUNNING' });
  });

  test('or as it is planned to, from now on', async ({ fake, ecs }) => {
    fake.addTaskDefinition({ family: 'job', containerDefinitions: [{ name: 'a', image: 'a:missing' }] });
    fake.plan('a:missing', 'runs');
    expect(await ended(fake, ecs)).toMatchObject({ lastStatus: 'RUNNING' });
    fake.plan('a:missing', { phase: 'start', code: 'TaskFailedToStart', reason: 'Somebody pulled the plug' });
    expect(await ended(fake, ecs)).toMatchObject({ lastStatus: 'STOPPED', stoppedReason: 'Somebody pulled the plug' });
  });
});

describe('each change is refused or lost with a fault', () => {
  const definition = { family: 'job', containerDefinitions: [{ name: 'a', image: 'a:1', memory: 64 }] };
  const changes = {
    RegisterTaskDefinition: (ecs: ECSClient) => ecs.send(new RegisterTaskDefinitionCommand(definition)),
    RunTask: (ecs: ECSClient) => ecs.send(new RunTaskCommand(run)),
    UpdateService: (ecs: ECSClient) =>
      ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', forceNewDeployment: true })),
    CreateService: (ecs: ECSClient) =>
      ecs.send(
        new CreateServiceCommand({
          cluster: 'shop',
          serviceName: 'new',
          taskDefinition: 'job',
          launchType: 'EC2',
          desiredCount: 1,
        }),
      ),
  } as const;

  test.for(Object.keys(changes) as (keyof typeof changes)[])('%s', async (operation, { fake, ecs }) => {
    fake.addTaskDefinition(definition);
    fake.addService('shop', 'web');
    const effects = () => [
      fake.revisions('job').length,
      fake.taskSets(),
      fake.deployments('shop', 'web').length,
      fake.deployments('shop', 'new').length,
    ];
    const before = effects();
    for (const kind of ['throttled', 'denied', 'expired', 'server', 'reset', 'html'] as const) {
      fake.fail(operation, { kind, times: 1 });
      await expect(changes[operation](ecs)).rejects.toThrow();
    }
    expect(effects()).toEqual(before);
    fake.fail(operation, { kind: 'reset-after-commit', times: 1 });
    await expect(changes[operation](ecs)).rejects.toThrow();
    const changed = effects().map((count, at) => count - (before[at] ?? 0));
    expect(changed.toSorted()).toEqual([0, 0, 0, 1]);
    expect(fake.count(operation)).toBe(7);
    expect(fake.tally()).toEqual({ [operation]: 7 });
  });

  test('a stop whose reply is lost is a stop; a second one goes on with it', async ({ fake, ecs }) => {
    fake.addTaskDefinition(definition);
    fake.addService('shop', 'web', { taskDefinition: 'job', launchType: 'EC2' });
    fake.deploy('shop', 'web', fake.addTaskDefinition(definition));
    const [, second] = fake.deployments('shop', 'web');
    const stop = () => ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: second?.arn }));
    fake.fail('StopServiceDeployment', { kind: 'reset-after-commit', times: 1 });
    await expect(stop()).rejects.toThrow();
    await stop();
    fake.clock.advance(60_000);
    expect(fake.deployments('shop', 'web').map(({ status }) => status)).toEqual(['SUCCESSFUL', 'ROLLBACK_SUCCESSFUL']);
  });

  test('later calls fail, or all of them', async ({ fake, ecs }) => {
    fake.addTaskDefinition(definition);
    const list = () => ecs.send(new ListTasksCommand({ cluster: 'shop' }));
    fake.fail('ListTasks', { kind: 'expired', after: 2, times: 1 });
    await list();
    await list();
    await expect(list()).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    await list();
    fake.fail('*', { kind: 'expired' });
    const [task = ''] = fake.started('shop');
    await expect(ecs.send(new StopTaskCommand({ cluster: 'shop', task }))).rejects.toThrow(/expired/);
    fake.heal('*');
    await list();
  });
});

test('the caller becomes another one', async ({ fake }) => {
  const sts = new STSClient({ endpoint: fake.url, region: 'us-east-1', credentials });
  const ask = () => sts.send(new GetCallerIdentityCommand({}));
  expect(await ask()).toMatchObject({ Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/dev' });
  fake.identity('arn:aws:sts::123456789012:assumed-role/ops/me', fake.clock.now() + 1_000);
  expect(await ask()).toMatchObject({ Account: '111122223333' });
  fake.clock.advance(1_000);
  expect(await ask()).toMatchObject({
    Account: '123456789012',
    Arn: 'arn:aws:sts::123456789012:assumed-role/ops/me',
  });
  sts.destroy();
});
