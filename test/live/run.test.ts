import { describe, expect, test } from 'vitest';
import { LiveFailure } from '../../client/src/live/failure';
import { type Stage, stage, web } from './support/stage';
import type { TestUser } from './support/ui';

const container = { name: 'app', memory: 64 } as const;
const job = { family: 'job', containerDefinitions: [{ ...container, image: 'registry.example/finish:1' }] } as const;
const crash = { family: 'crash', containerDefinitions: [{ ...container, image: 'registry.example/crash:1' }] } as const;
const missing = {
  family: 'gone',
  containerDefinitions: [{ ...container, image: 'registry.example/missing:1' }],
} as const;
const ec2 = { networkMode: 'bridge', requiresCompatibilities: ['EC2'] } as const;

const bodies = ({ ecs }: Stage, operation: string): readonly Record<string, unknown>[] =>
  ecs.requests.filter((it) => it.operation === operation).map(({ body }) => body as Record<string, unknown>);

const withoutIds = (text: string | undefined): string => (text ?? '').replaceAll(/\b[0-9a-f]{32}\b/g, 'ID');

test('asks, shows the plan, registers, runs and follows to RUNNING', async () => {
  const { ecs, user, run, changed, log } = await stage();
  ecs.addCluster('shop');
  const outcome = await run(web);

  expect(user.pickers.map(({ options }) => options.placeholder)).toEqual([
    'The cluster to run the task in',
    'The subnets for the task, all of one VPC',
    'The security groups of the task; with none it gets the default one of vpc-0a1b2c3d4e5f60001',
    'Whether the task gets a public IP address',
  ]);
  expect(user.confirmations).toMatchObject([{ message: 'Register and run web?', button: 'Register and Run' }]);
  expect(user.confirmations[0]?.detail.replace(ecs.url, 'URL')).toMatchInlineSnapshot(`
    "Account: 111122223333
    Identity: arn:aws:iam::111122223333:user/dev
    Region: us-east-1
    Endpoint: URL
    Cluster: shop
    Task definition: web:1 (next revision)
    Launch type: FARGATE
    Subnets: subnet-0a1b2c3d4e5f60001
    Security groups: sg-0a1b2c3d4e5f60001
    Public IP: yes
    Will call: ecs:RegisterTaskDefinition, ecs:RunTask"
  `);
  expect(outcome).toMatchObject({
    kind: 'running',
    taskDefinitionArn: expect.stringMatching(/task-definition\/web:1$/),
  });
  expect([ecs.count('RegisterTaskDefinition'), ecs.count('RunTask')]).toEqual([1, 1]);
  const [message, ...more] = user.messages;
  expect(more).toEqual([]);
  expect(withoutIds(message?.text)).toBe('Task ID of web:1 is running in shop.');
  expect(message?.buttons).toEqual(['Show in Clusters', 'Stop Task', 'Copy ARN']);
  expect(user.reports.map(withoutIds)).toEqual([
    'Registering web',
    'Starting web:1',
    'Task ID is provisioning',
    'Task ID is pending',
    'Task ID is running',
  ]);
  // The tree is told of the start and of every change after it.
  const arn = outcome.kind === 'running' ? outcome.taskArn : '';
  expect(changed).toEqual([arn, arn, arn]);
  expect(log.lines.map(withoutIds)).toEqual([
    'RegisterTaskDefinition web:1 in 111122223333 us-east-1',
    'RunTask ID in 111122223333 us-east-1',
  ]);
});

describe('what is asked', () => {
  test('one launch type and no network of its own: the cluster is the only question', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    await run({ ...job, ...ec2 });
    expect(user.pickers).toHaveLength(1);
    expect(user.pickers[0]?.options).toMatchObject({ step: { at: 1, of: 1 }, canGoBack: false });
  });

  test('only the launch types that the definition allows', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    const labels = (at: number): string[] | undefined => user.pickers[at]?.choices.map(({ label }) => label);
    await run({ ...web, requiresCompatibilities: ['EC2', 'FARGATE'] });
    expect(labels(1)).toEqual(['FARGATE', 'EC2']);
    user.pickers.length = 0;
    await run(job);
    expect(labels(1)).toEqual(['EC2', 'EXTERNAL']);
    user.pickers.length = 0;
    await run({ ...job, family: 'sized', networkMode: 'awsvpc', cpu: '256', memory: '512' });
    expect(labels(1)).toEqual(['FARGATE', 'EC2']);
  });

  test('a launch type that is not known here is refused before anything is asked', async () => {
    const { ecs, user, run } = await stage();
    await expect(run({ ...web, requiresCompatibilities: ['MANAGED_INSTANCES'] })).rejects.toMatchObject({
      kind: 'invalid',
      sentence: expect.stringContaining('cannot launch'),
    });
    expect([ecs.requests.length, user.pickers.length]).toEqual([0, 0]);
  });

  test('no public address on container instances', async () => {
    const here = await stage('shop', 'EC2');
    here.ecs.addCluster('shop');
    here.ecs.fail('RunTask', { kind: 'denied' });
    await here.run({ ...web, requiresCompatibilities: ['EC2', 'FARGATE'] }).catch(() => undefined);
    expect(here.user.pickers).toHaveLength(4);
    expect(bodies(here, 'RunTask')[0]).toMatchObject({
      launchType: 'EC2',
      networkConfiguration: { awsvpcConfiguration: { assignPublicIp: 'DISABLED' } },
    });
  });

  test('back goes to the question before, Esc leaves without a trace', async () => {
    const { ecs, user, run } = await stage('shop', { press: 'back' }, 'other', { press: 'escape' });
    ecs.addCluster('shop');
    ecs.addCluster('other');
    expect(await run(web)).toEqual({ kind: 'cancelled' });
    expect(user.pickers.map(({ options }) => options.step?.at)).toEqual([1, 2, 1, 2]);
    expect(user.pickers.map(({ options }) => options.canGoBack)).toEqual([false, true, false, true]);
    expect(user.messages).toEqual([]);
    expect(ecs.count('RegisterTaskDefinition')).toBe(0);
  });

  test('back at the first question leaves too', async () => {
    const { ecs, run } = await stage({ press: 'back' });
    ecs.addCluster('shop');
    expect(await run(web)).toEqual({ kind: 'cancelled' });
  });

  test('subnets of one VPC, at least one', async () => {
    const { ecs, user, run } = await stage('shop', [], ['subnet-0a1b2c3d4e5f60001', 'shop-private'], ['shop-private']);
    ecs.addCluster('shop');
    expect(await run(web)).toMatchObject({ kind: 'running' });
    expect(user.pickers.slice(1, 4).map(({ options }) => options.placeholder)).toEqual([
      'The subnets for the task, all of one VPC',
      'Choose at least one subnet.',
      'The subnets are in 2 VPCs: choose subnets of one.',
    ]);
    expect(user.pickers[4]?.choices.map(({ description }) => description)).toEqual(['sg-0a1b2c3d4e5f60003']);
    // A public address reaches nothing from a private subnet.
    expect(user.pickers[5]?.choices.map(({ label }) => label)).toEqual(['No', 'Yes']);
  });

  test('the last answers come first, for that family in that region', async () => {
    const here = await stage('shop', ['subnet-0a1b2c3d4e5f60002'], ['web'], 'No');
    const { ecs, user, run } = here;
    ecs.addCluster('batch');
    ecs.addCluster('shop');
    await run(web);
    user.pickers.length = 0;
    await run({ ...web, cpu: '512', memory: '1024' });
    const [first, second] = bodies(here, 'RunTask');
    expect(second?.cluster).toBe(first?.cluster);
    expect(second?.networkConfiguration).toEqual(first?.networkConfiguration);
    expect(second?.networkConfiguration).toEqual({
      awsvpcConfiguration: {
        subnets: ['subnet-0a1b2c3d4e5f60002'],
        securityGroups: ['sg-0a1b2c3d4e5f60002'],
        assignPublicIp: 'DISABLED',
      },
    });
    expect(user.pickers[0]?.choices[0]).toMatchObject({ label: 'shop', description: '1 task running · last used' });
    user.pickers.length = 0;
    await run({ ...web, family: 'web2' }, 'web2.json');
    expect(user.pickers[0]?.choices[0]?.label).toBe('batch');
  });

  test('what is remembered is not trusted', async () => {
    const { ecs, memory, run } = await stage();
    ecs.addCluster('shop');
    for (const stored of [
      'x',
      { clusterArn: 5, subnets: 'a', securityGroups: [1], launchType: {}, assignPublicIp: 0 },
    ]) {
      memory.set('run/us-east-1/web', stored);
      expect(await run(web)).toMatchObject({ kind: 'running' });
    }
  });

  test('no cluster, no subnet: said with what to do', async () => {
    const { ecs, run } = await stage();
    await expect(run(web)).rejects.toMatchObject({
      kind: 'not-found',
      sentence: expect.stringContaining('no cluster'),
    });
    ecs.addCluster('shop');
    ecs.network.subnets.length = 0;
    await expect(run(web)).rejects.toMatchObject({ kind: 'not-found', sentence: expect.stringContaining('no subnet') });
    expect(ecs.count('RegisterTaskDefinition')).toBe(0);
  });
});

describe('the plan', () => {
  test('not confirmed: nothing is changed and nothing remembered', async () => {
    const { ecs, user, memory, run } = await stage();
    ecs.addCluster('shop');
    user.agree = () => false;
    expect(await run(web)).toEqual({ kind: 'cancelled' });
    expect([ecs.count('RegisterTaskDefinition'), ecs.count('RunTask'), memory.size]).toEqual([0, 0, 0]);
  });

  test('an identical newest revision is run as it is', async () => {
    const here = await stage();
    here.ecs.addCluster('shop');
    const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
    const answer = { taskDefinition: { ...web, taskDefinitionArn: arn, revision: 1, status: 'ACTIVE' }, tags: [] };
    expect(await here.run(answer)).toMatchObject({ kind: 'running', taskDefinitionArn: arn });
    expect(here.ecs.count('RegisterTaskDefinition')).toBe(0);
    expect(bodies(here, 'RunTask')[0]?.taskDefinition).toBe(arn);
    const [{ message, detail, button } = { message: '', detail: '', button: '' }] = here.user.confirmations;
    expect([message, button]).toEqual(['Run web?', 'Run']);
    expect(detail).toContain('web:1 (unchanged: not registered again)');
    expect(detail).toContain('Will call: ecs:RunTask');
    expect(detail).not.toContain('RegisterTaskDefinition');
  });

  test('a change is the next revision, sent without what only answers hold', async () => {
    const here = await stage();
    here.ecs.addCluster('shop');
    const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
    await here.run({ ...web, cpu: '512', memory: '1024', taskDefinitionArn: arn, revision: 1, status: 'ACTIVE' });
    expect(here.user.confirmations[0]?.detail).toContain('web:2 (next revision)');
    expect(bodies(here, 'RegisterTaskDefinition')).toEqual([{ ...web, cpu: '512', memory: '1024' }]);
  });

  test('credentials that change under the confirmation stop it', async () => {
    const { ecs, user, ports, run } = await stage();
    ecs.addCluster('shop');
    const { gateway } = ports;
    let who = await gateway.identity();
    Object.assign(ports, { gateway: { ...gateway, identity: async () => who } });
    user.agree = () => {
      who = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/other' };
      return true;
    };
    await expect(run(web)).rejects.toMatchObject({
      kind: 'conflict',
      sentence: expect.stringContaining('to arn:aws:iam::123456789012:user/other: nothing was sent'),
    });
    expect([ecs.count('RegisterTaskDefinition'), ecs.count('RunTask')]).toEqual([0, 0]);
  });

  test('a renewed session of the same role is the same caller', async () => {
    const { ecs, ports, run } = await stage();
    ecs.addCluster('shop');
    let session = 0;
    const identity = async () => ({
      account: '111122223333',
      arn: `arn:aws:sts::111122223333:assumed-role/Deploy/session-${++session}`,
    });
    Object.assign(ports, { gateway: { ...ports.gateway, identity } });
    expect(await run(web)).toMatchObject({ kind: 'running' });
  });
});

describe('nothing is sent twice', () => {
  test('a double click runs once and says so', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    const [first, second] = await Promise.all([run(web), run(web)]);
    expect(first).toMatchObject({ kind: 'running' });
    expect(second).toEqual({ kind: 'busy' });
    expect(user.messages.map(({ text }) => text)).toContain('web is being run from web.json already.');
    expect([ecs.count('RegisterTaskDefinition'), ecs.count('RunTask')]).toEqual([1, 1]);
  });

  test('a message nobody answers does not block the next run, nor does a failure', async () => {
    const { ecs, user, run } = await stage();
    await expect(run(web)).rejects.toMatchObject({ kind: 'not-found' });
    ecs.addCluster('shop');
    const shown = new Promise<void>((resolve) => {
      user.press = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    void run(web);
    await shown;
    user.press = () => undefined;
    expect(await run(web)).toMatchObject({ kind: 'running' });
  });

  test('an answer to Register that is lost: seen in the newest revision, not sent again', async () => {
    const { ecs, run, log } = await stage();
    ecs.addCluster('shop');
    ecs.fail('RegisterTaskDefinition', { kind: 'reset-after-commit' });
    expect(await run(web)).toMatchObject({ kind: 'running', taskDefinitionArn: expect.stringMatching(/web:1$/) });
    expect(ecs.count('RegisterTaskDefinition')).toBe(1);
    // It has changed something, so the log has its line.
    expect(log.lines).toContain('RegisterTaskDefinition web:1 in 111122223333 us-east-1');
  });

  test('a Register that was lost itself: looked for, given up, nothing run', async () => {
    const { ecs, run, waits } = await stage();
    ecs.addCluster('shop');
    ecs.fail('RegisterTaskDefinition', { kind: 'reset' });
    await expect(run(web)).rejects.toMatchObject({
      action: 'retry',
      sentence: expect.stringContaining('It could not be seen that web was registered; nothing was run.'),
    });
    expect([ecs.count('RegisterTaskDefinition'), ecs.count('RunTask')]).toEqual([1, 0]);
    expect(waits).toEqual([0, 2_000, 4_000]);
  });

  test('a lost Register whose result cannot be read either', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    ecs.fail('RegisterTaskDefinition', { kind: 'reset-after-commit' });
    user.agree = () => {
      ecs.fail('DescribeTaskDefinition', { kind: 'denied' });
      return true;
    };
    await expect(run(web)).rejects.toMatchObject({ sentence: expect.stringContaining('could not be seen') });
    expect(ecs.count('RegisterTaskDefinition')).toBe(1);
  });

  test('an answer to RunTask that is lost: asked again with the same token, one task', async () => {
    const here = await stage();
    const { ecs, run, ports } = here;
    const cluster = ecs.addCluster('shop');
    ecs.fail('RunTask', { kind: 'reset-after-commit', times: 1 });
    expect(await run(web)).toMatchObject({ kind: 'running' });
    const tokens = bodies(here, 'RunTask').map(({ clientToken }) => clientToken);
    expect(tokens).toEqual(['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001']);
    expect((await ports.gateway.tasks(cluster, {})).items).toHaveLength(1);
  });

  test('RunTask without an answer twice: says what may be, and what is registered', async () => {
    const { ecs, run } = await stage();
    ecs.addCluster('shop');
    ecs.fail('RunTask', { kind: 'server' });
    await expect(run(web)).rejects.toMatchObject({
      kind: 'server',
      sentence: expect.stringMatching(
        /^web:1 is registered, but no task was seen to start\. .* It may have started all the same/,
      ),
    });
    expect(ecs.count('RunTask')).toBe(2);
  });

  test.each(['throttled', 'denied', 'expired', 'unrecognized', 'html'] as const)(
    'Register answered by %s',
    async (kind) => {
      const { ecs, run } = await stage();
      ecs.addCluster('shop');
      ecs.fail('RegisterTaskDefinition', { kind });
      await expect(run(web)).rejects.toMatchObject({ name: 'LiveFailure' });
      expect([ecs.count('RegisterTaskDefinition'), ecs.count('RunTask')]).toEqual([1, 0]);
    },
  );

  test.each(['throttled', 'denied', 'expired'] as const)('RunTask answered by %s', async (kind) => {
    const { ecs, run } = await stage();
    ecs.addCluster('shop');
    ecs.fail('RunTask', { kind });
    await expect(run(web)).rejects.toMatchObject({ sentence: expect.stringContaining('web:1 is registered') });
    expect(ecs.count('RunTask')).toBe(1);
  });
});

describe('how it ends', () => {
  test('a batch job that finishes', async () => {
    const here = await stage();
    here.ecs.addCluster('shop');
    here.user.watch = (report) => {
      // The job is over before the next look.
      if (report.endsWith('provisioning')) here.ecs.clock.advance(60_000);
    };
    expect(await here.run({ ...job, ...ec2 })).toMatchObject({ kind: 'stopped' });
    expect(here.user.messages[0]).toMatchObject({ level: 'info', buttons: ['Show in Clusters', 'Copy ARN'] });
    expect(withoutIds(here.user.messages[0]?.text)).toBe(
      'Task ID of job:1 has finished: Essential container in task exited; app: exit code 0',
    );
  });

  test('a container that crashes, with its exit code', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    user.watch = (report) => {
      if (report.endsWith('provisioning')) ecs.clock.advance(60_000);
    };
    await run({ ...crash, ...ec2 });
    expect(user.messages[0]?.level).toBe('error');
    expect(withoutIds(user.messages[0]?.text)).toBe(
      'Task ID of crash:1 has stopped: Essential container in task exited; app: exit code 1',
    );
  });

  test('an image that is not there, with AWS’s reason', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    expect(await run({ ...missing, ...ec2 })).toMatchObject({ kind: 'stopped' });
    expect(user.messages[0]?.level).toBe('error');
    expect(user.messages[0]?.text).toContain('CannotPullContainerError');
    expect(user.messages[0]?.text).toContain('registry.example/missing:1: not found');
  });

  test('a placement that ECS refuses, with its reason in words', async () => {
    const { ecs, run } = await stage();
    ecs.addCluster('shop');
    ecs.refusePlacement('RESOURCE:MEMORY');
    await expect(run({ ...job, ...ec2 })).rejects.toMatchObject({
      kind: 'invalid',
      sentence:
        'job:1 is registered, but no task was seen to start. ECS placed no task: No container instance has enough memory left. (RESOURCE:MEMORY)',
    });
  });

  test('cancelling stops watching, not the task', async () => {
    const { ecs, user, run, ports } = await stage();
    const cluster = ecs.addCluster('shop');
    user.watch = (report, cancel) => {
      if (report.endsWith('pending')) cancel();
    };
    const outcome = await run(web);
    expect(outcome).toMatchObject({ kind: 'unwatched' });
    expect(withoutIds(user.messages[0]?.text)).toBe('Task ID of web:1 is no longer watched; it goes on in shop.');
    expect(user.messages[0]?.buttons).toContain('Stop Task');
    ecs.clock.advance(60_000);
    const { items } = await ports.gateway.tasks(cluster, { desiredStatus: 'RUNNING' });
    expect(items.map(({ lastStatus }) => lastStatus)).toEqual(['RUNNING']);
    expect(ecs.count('StopTask')).toBe(0);
  });

  test('cancelled between registering and starting: no task', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    user.watch = (report, cancel) => {
      if (report === 'Registering web') cancel();
    };
    expect(await run(web)).toEqual({ kind: 'cancelled' });
    expect(user.messages.map(({ text }) => text)).toEqual(['web:1 is registered; no task was started.']);
    expect(ecs.count('RunTask')).toBe(0);
  });

  test('a task that never starts is watched for a quarter of an hour', async () => {
    const { ecs, user, run, waits, ports } = await stage();
    ecs.addCluster('shop');
    const { describeTasks } = ports.gateway;
    const stuck = async (...call: Parameters<typeof describeTasks>) => {
      const { items, failures } = await describeTasks(...call);
      return { items: items.map((task) => ({ ...task, lastStatus: 'PENDING' })), failures };
    };
    Object.assign(ports, { gateway: { ...ports.gateway, describeTasks: stuck } });
    expect(await run(web)).toMatchObject({ kind: 'unwatched' });
    expect(user.messages[0]).toMatchObject({
      level: 'warning',
      text: expect.stringContaining('still pending after 15'),
    });
    expect(waits.slice(0, 6)).toEqual([2_000, 3_000, 4_500, 6_750, 10_000, 10_000]);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(16 * 60_000);
  });

  test('a task that is not found yet, or a call that is throttled, is no reason to give up', async () => {
    const { ecs, user, run, ports } = await stage();
    ecs.addCluster('shop');
    const { describeTasks } = ports.gateway;
    let looks = 0;
    const late = async (...call: Parameters<typeof describeTasks>) => {
      looks += 1;
      return looks < 3 ? { items: [], failures: [{ reason: 'MISSING' }] } : describeTasks(...call);
    };
    Object.assign(ports, { gateway: { ...ports.gateway, describeTasks: late } });
    ecs.fail('DescribeTasks', { kind: 'reset', times: 3 });
    expect(await run(web)).toMatchObject({ kind: 'running' });
    expect(user.reports).toContainEqual(expect.stringContaining('cannot be reached (ECONNRESET)'));
  }, 20_000);

  test('no permission to look: the task is started and the user knows', async () => {
    const { ecs, user, run } = await stage();
    ecs.addCluster('shop');
    ecs.fail('DescribeTasks', { kind: 'denied' });
    expect(await run(web)).toMatchObject({ kind: 'unwatched' });
    expect(user.messages[0]?.level).toBe('warning');
    expect(user.messages[0]?.text).toMatch(/was started in shop, but cannot be watched\. .*ecs:DescribeTasks/);
  });
});

describe('the buttons at the end', () => {
  const pressing = async (button: string): Promise<Stage & { readonly arn: string }> => {
    const here = await stage();
    here.ecs.addCluster('shop');
    here.user.press = (_, buttons) => buttons.find((it) => it === button);
    const outcome = await here.run(web);
    return { ...here, arn: outcome.kind === 'running' ? outcome.taskArn : '' };
  };

  test('Copy ARN', async () => {
    const { user, arn } = await pressing('Copy ARN');
    expect(user.clipboard).toEqual([arn]);
  });

  test('Show in Clusters', async () => {
    const { shown, arn } = await pressing('Show in Clusters');
    expect(shown).toEqual([arn]);
  });

  test('Stop Task asks, then stops with a reason', async () => {
    const here = await pressing('Stop Task');
    const asked = here.user.confirmations[1];
    expect(withoutIds(asked?.message)).toBe('Stop task ID?');
    expect(asked?.detail.replace(here.ecs.url, 'URL')).toMatchInlineSnapshot(`
      "Account: 111122223333
      Identity: arn:aws:iam::111122223333:user/dev
      Region: us-east-1
      Endpoint: URL
      Cluster: shop
      Will call: ecs:StopTask"
    `);
    expect(bodies(here, 'StopTask')).toEqual([
      { cluster: expect.stringContaining('cluster/shop'), task: here.arn, reason: 'Stopped from Taskdef' },
    ]);
    expect(here.changed.at(-1)).toBe(here.arn);
    expect(withoutIds(here.user.messages.at(-1)?.text)).toBe('Task ID is stopping.');
  });

  test('Stop Task, not confirmed', async () => {
    const here = await stage();
    here.ecs.addCluster('shop');
    here.user.press = (_, buttons) => buttons.find((it) => it === 'Stop Task');
    here.user.agree = (detail) => !detail.includes('StopTask');
    await here.run(web);
    expect(here.ecs.count('StopTask')).toBe(0);
  });

  test('Stop Task that loses its answer is not sent again', async () => {
    const here = await stage();
    here.ecs.addCluster('shop');
    here.ecs.fail('StopTask', { kind: 'reset-after-commit' });
    here.user.press = (_, buttons) => buttons.find((it) => it === 'Stop Task');
    await here.run(web);
    expect(here.ecs.count('StopTask')).toBe(1);
    expect(here.user.messages.at(-1)?.text).toContain('is stopping.');
  });

  test.each(['reset', 'denied'] as const)(
    'Stop Task that fails by %s says so and leaves the run as it is',
    async (kind) => {
      const here = await stage();
      here.ecs.addCluster('shop');
      here.ecs.fail('StopTask', { kind });
      here.user.press = (_, buttons) => buttons.find((it) => it === 'Stop Task');
      expect(await here.run(web)).toMatchObject({ kind: 'running' });
      expect(here.user.messages.at(-1)).toMatchObject({ level: 'error', buttons: [] });
      expect([here.ecs.count('StopTask'), here.ecs.count('RunTask')]).toEqual([1, 1]);
    },
  );
});

describe('what is not the user’s doing', () => {
  test('cancelled while reading what is in AWS: nothing is asked or sent', async () => {
    const { ecs, user, ports, run } = await stage();
    ecs.addCluster('shop');
    const cancelled = new LiveFailure('cancelled', 'GetCallerIdentity was cancelled.', 'retry');
    Object.assign(ports, { gateway: { ...ports.gateway, identity: () => Promise.reject(cancelled) } });
    expect(await run(web)).toEqual({ kind: 'cancelled' });
    expect([user.confirmations, user.messages]).toEqual([[], []]);
  });

  test.each(['identity', 'register', 'runTask', 'describeTasks'] as const)(
    'a bug in %s is thrown as it is',
    async (name) => {
      const { ecs, ports, run } = await stage();
      ecs.addCluster('shop');
      const bug = new TypeError('x is undefined');
      Object.assign(ports, { gateway: { ...ports.gateway, [name]: () => Promise.reject(bug) } });
      await expect(run(web)).rejects.toBe(bug);
    },
  );

  test('a bug behind a button is thrown as it is', async () => {
    const { ecs, user, ports, run } = await stage();
    ecs.addCluster('shop');
    const bug = new TypeError('x is undefined');
    Object.assign(ports.shell, { showTask: () => Promise.reject(bug) });
    user.press = (_, buttons) => buttons.find((it) => it === 'Show in Clusters');
    await expect(run(web)).rejects.toBe(bug);
  });

  test('cancelled while the plan is being carried out, before anything is sent', async () => {
    const { ecs, ports, run } = await stage();
    ecs.addCluster('shop');
    ecs.addTaskDefinition(structuredClone(web) as never);
    const cancelled: TestUser['progress'] = async (_title, work) => work(() => undefined, AbortSignal.abort());
    const { progress } = ports.ui;
    let calls = 0;
    ports.ui.progress = (title, work) => (++calls === 2 ? cancelled(title, work) : progress(title, work));
    expect(await run(web)).toEqual({ kind: 'cancelled' });
    expect(ecs.count('RunTask')).toBe(0);
  });

  test('a task that ECS does not explain', async () => {
    const { ecs, ports, run } = await stage();
    ecs.addCluster('shop');
    Object.assign(ports, { gateway: { ...ports.gateway, runTask: async () => ({ items: [], failures: [] }) } });
    await expect(run(web)).rejects.toMatchObject({ sentence: expect.stringContaining('ECS gave no reason.') });
  });

  test('the plan names the profile, and no endpoint where it is AWS’s own', async () => {
    const { ecs, user, ports, run } = await stage();
    ecs.addCluster('shop');
    const connection = { profile: 'work', region: 'us-east-1' };
    Object.assign(ports, { gateway: { ...ports.gateway, connection } });
    user.agree = () => false;
    await run(web);
    expect(user.confirmations[0]?.detail).toContain('Profile: work\nRegion: us-east-1\nCluster: shop');
  });

  test('no security group: the plan says which one that means, and none is sent', async () => {
    const here = await stage('shop', ['subnet-0a1b2c3d4e5f60001'], [], 'No');
    here.ecs.addCluster('shop');
    await here.run(web);
    expect(here.user.confirmations[0]?.detail).toContain('Security groups: default of the VPC\nPublic IP: no');
    expect(bodies(here, 'RunTask')[0]?.networkConfiguration).toEqual({
      awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'], assignPublicIp: 'DISABLED' },
    });
  });
});
