import { describe, expect, test } from 'vitest';
import { makePlan } from '../../client/src/live/deploy/make-plan';
import { type DeployStage, deployStage, inputOf, serviceTarget } from './support/deploy-stage';
import { web } from './support/stage';

const bodies = ({ ecs }: DeployStage, operation: string): readonly Record<string, unknown>[] =>
  ecs.requests.filter((it) => it.operation === operation).map(({ body }) => body as Record<string, unknown>);

const changed = {
  ...web,
  cpu: '512',
  memory: '1024',
  containerDefinitions: [
    {
      ...web.containerDefinitions[0],
      image: 'public.ecr.aws/nginx/nginx:1.30',
      environment: [
        { name: 'MODE', value: 'canary-7f3a' },
        { name: 'EXTRA', value: 'canary-7f3a' },
      ],
    },
  ],
};

/** A cluster `shop` whose service `web` runs `web:1`. */
async function withService(...moves: Parameters<typeof deployStage>): Promise<DeployStage> {
  const here = await deployStage(...moves);
  here.ecs.addCluster('shop');
  const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
  here.ecs.addService('shop', 'web', { taskDefinition: arn, desiredCount: 2 });
  return here;
}

describe('a service', () => {
  test('one question with everything that decides, one revision, one deployment that is watched', async () => {
    const here = await withService();
    const outcome = await here.deploy(changed, serviceTarget);
    const [question] = here.user.confirmations;
    expect(question?.message).toBe('Deploy web to shop/web?');
    expect(question?.detail.replace(here.ecs.url, 'URL')).toMatchInlineSnapshot(`
      "Account: 111122223333
      Identity: arn:aws:iam::111122223333:user/dev
      Region: us-east-1
      Endpoint: URL
      Cluster: shop
      Service: web
      Task definition: web:1 → web:2 (next revision)
      Changes: 6
        ~ containerDefinitions[web].image: public.ecr.aws/nginx/nginx:1.29 → public.ecr.aws/nginx/nginx:1.30
        - containerDefinitions[web].environment[LEVEL]
        ~ containerDefinitions[web].environment[MODE].value: changed
        + containerDefinitions[web].environment[EXTRA]
        ~ cpu: 256 → 512
        ~ memory: 512 → 1024
      Will call: ecs:RegisterTaskDefinition, ecs:UpdateService
      Note: the circuit breaker of the service is off: a deployment whose tasks do not start goes on trying without end."
    `);
    expect(question?.buttons).toEqual([
      'Deploy',
      'Deploy with Circuit Breaker',
      'Show Differences',
      'Copy as AWS CLI',
      'Dry Run',
    ]);
    expect(outcome).toMatchObject({
      kind: 'started',
      watch: {
        subject: {
          kind: 'deployment',
          title: 'web in shop',
          taskDefinitionArn: expect.stringMatching(/web:2$/),
          undo: { taskDefinitionArn: expect.stringMatching(/web:1$/) },
          calls: ['RegisterTaskDefinition web:2', 'UpdateService'],
          deploymentId: expect.stringMatching(/^ecs-svc\//),
        },
      },
    });
    expect(here.ecs.revisions('web')).toHaveLength(2);
    expect(here.ecs.deployments('shop', 'web').map(({ taskDefinition }) => taskDefinition)).toEqual(
      here.ecs.revisions('web'),
    );
    expect(bodies(here, 'UpdateService')).toEqual([
      {
        cluster: expect.stringMatching(/cluster\/shop$/),
        service: 'web',
        taskDefinition: here.ecs.revisions('web')[1],
      },
    ]);
    expect(here.audit.map((line) => line.replace(/^\S+ /, '').replace(/ request \S+$/, ''))).toEqual([
      '111122223333 us-east-1 RegisterTaskDefinition web:2 ok',
      '111122223333 us-east-1 UpdateService shop/web ok',
    ]);
    for (const line of here.audit) expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z 111122223333 .* ok request [\w-]+$/);
    expect(here.changes()).toBe(2);
    expect(here.memory.get('deploy/intents')).toEqual([]);
  });

  test('a file that was deployed has nothing to do: nothing is asked, registered or updated', async () => {
    const here = await withService();
    await here.deploy(changed, serviceTarget);
    here.ecs.clock.advance(60_000);
    here.user.confirmations.length = 0;
    expect(await here.deploy(changed, serviceTarget)).toMatchObject({ kind: 'unchanged' });
    expect(here.user.messages.at(-1)?.text).toBe(
      'Nothing to do: shop/web uses web:2 already, which says the same as the file.',
    );
    expect(here.user.confirmations).toEqual([]);
    expect([here.ecs.revisions('web').length, here.ecs.deployments('shop', 'web').length]).toEqual([2, 2]);
  });

  test('a new deployment, or another count, is wanted all the same', async () => {
    const here = await withService();
    expect(await here.deploy(web, { ...serviceTarget, forceNewDeployment: true })).toMatchObject({ kind: 'started' });
    expect(await here.deploy(web, { ...serviceTarget, desiredCount: 3 })).toEqual({ kind: 'done' });
    expect(bodies(here, 'UpdateService')).toEqual([
      { cluster: expect.any(String), service: 'web', forceNewDeployment: true },
      { cluster: expect.any(String), service: 'web', desiredCount: 3 },
    ]);
    expect(here.ecs.count('RegisterTaskDefinition')).toBe(0);
    expect(here.subjects).toHaveLength(1);
  });

  test('a newer revision that somebody else has registered is told', async () => {
    const here = await withService();
    here.ecs.addTaskDefinition({ ...structuredClone(web), cpu: '2048', memory: '4096' } as never);
    await here.deploy(changed, serviceTarget);
    expect(here.user.confirmations[0]?.detail).toContain('web:1 → web:3 (next revision)');
    expect(here.user.confirmations[0]?.detail).toContain(
      'Note: web:2 was registered elsewhere after web:1, which is in use; the file differs from it in 6 places.',
    );
  });

  test('a newest revision that says the same is deployed as it is', async () => {
    const here = await withService();
    here.ecs.addTaskDefinition(structuredClone(changed) as never);
    await here.deploy(changed, serviceTarget);
    expect(here.user.confirmations[0]?.detail).toContain('web:1 → web:2 (unchanged: not registered again)');
    expect(here.user.confirmations[0]?.detail).not.toContain('elsewhere');
    expect(here.ecs.count('RegisterTaskDefinition')).toBe(0);
    expect(here.ecs.deployments('shop', 'web')).toHaveLength(2);
  });

  test('the circuit breaker by the way', async () => {
    const here = await withService();
    here.user.answer = (_, buttons) => buttons.find((it) => it.endsWith('Circuit Breaker'));
    await here.deploy(changed, serviceTarget);
    expect(bodies(here, 'UpdateService')[0]).toMatchObject({
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    });
    here.ecs.clock.advance(60_000);
    here.user.confirmations.length = 0;
    await here.deploy({ ...changed, cpu: '1024', memory: '2048' }, serviceTarget);
    expect(here.user.confirmations[0]?.buttons).not.toContain('Deploy with Circuit Breaker');
  });

  test.each(['CODE_DEPLOY', 'EXTERNAL'] as const)(
    'of the controller %s is refused with the reason',
    async (controller) => {
      const here = await deployStage();
      here.ecs.addCluster('shop');
      here.ecs.addService('shop', 'web', { controller });
      await expect(here.deploy(changed, serviceTarget)).rejects.toMatchObject({
        kind: 'invalid',
        sentence: expect.stringContaining(controller === 'EXTERNAL' ? 'task sets' : 'CodeDeploy'),
      });
      expect([here.user.confirmations.length, here.ecs.count('RegisterTaskDefinition')]).toEqual([0, 0]);
    },
  );

  test('a deployment under way is told', async () => {
    const here = await withService();
    here.ecs.deploy(
      'shop',
      'web',
      here.ecs.addTaskDefinition({ ...structuredClone(web), cpu: '512', memory: '1024' } as never),
    );
    here.ecs.clock.advance(2_000);
    await here.deploy(changed, serviceTarget);
    expect(here.user.confirmations[0]?.detail).toContain(
      'A deployment of web:2 is under way: this one takes its place.',
    );
  });

  test('that is not there is made from its file, once', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    const serviceFile = {
      serviceName: 'other',
      cluster: 'elsewhere',
      taskDefinition: 'web',
      desiredCount: 2,
      launchType: 'FARGATE',
      role: null,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
    };
    const outcome = await here.deploy(web, serviceTarget, { serviceFile });
    expect(here.user.confirmations[0]).toMatchObject({
      message: 'Create shop/web with web?',
      button: 'Create Service',
    });
    expect(outcome).toMatchObject({ kind: 'started', watch: { subject: { place: { service: { name: 'web' } } } } });
    expect(bodies(here, 'CreateService')).toEqual([
      {
        cluster: expect.stringMatching(/cluster\/shop$/),
        serviceName: 'web',
        taskDefinition: expect.stringMatching(/web:1$/),
        desiredCount: 2,
        launchType: 'FARGATE',
        networkConfiguration: serviceFile.networkConfiguration,
        clientToken: '00000000-0000-4000-8000-000000000001',
      },
    ]);
    here.ecs.clock.advance(60_000);
    expect(await here.deploy(web, serviceTarget, { serviceFile })).toMatchObject({ kind: 'unchanged' });
  });

  test('that is not there, without a file: said with what to do', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    await expect(here.deploy(web, serviceTarget)).rejects.toMatchObject({
      kind: 'not-found',
      sentence: 'There is no service web in shop: create it first, or name a service file in the target live.',
    });
  });

  test('an older revision, as it is', async () => {
    const here = await withService();
    await here.deploy(changed, serviceTarget);
    here.ecs.clock.advance(60_000);
    const revision = await here.ports.gateway.revision('web:1');
    if (!revision) throw new Error('web:1 is gone.');
    await here.deploy(revision.definition, serviceTarget, { revision });
    expect(here.user.confirmations.at(-1)?.detail).toContain('web:2 → web:1 (unchanged: not registered again)');
    expect(here.ecs.deployments('shop', 'web').at(-1)?.taskDefinition).toBe(revision.arn);
    here.ecs.clock.advance(60_000);
    await here.deploy(revision.definition, serviceTarget, { revision });
    expect(here.user.messages.at(-1)?.text).toBe('Nothing to do: shop/web uses web:1 already.');
  });
});

test('credentials that expire between two calls: what was done and what was not', async () => {
  const here = await withService();
  here.user.watch = (report) => {
    if (report.startsWith('Registering')) here.ecs.fail('GetCallerIdentity', { kind: 'expired' });
  };
  expect(await here.deploy(changed, serviceTarget)).toMatchObject({
    kind: 'registered',
    failure: { kind: 'token-expired' },
  });
  expect(here.user.messages.at(-1)?.text).toMatch(/^web:2 is registered, but shop\/web was not updated\. .*expired/);
});

test('the question tells what a request says besides the definition', async () => {
  const here = await deployStage();
  here.ecs.addCluster('shop');
  here.user.agree = () => false;
  const { gateway } = here.ports;
  const connection = { ...gateway.connection, profile: 'dev', endpoint: 'http://user:secret@localhost:1' };
  Object.assign(here.ports, { gateway: { ...gateway, connection } });
  await here.deploy(web, {
    profile: 'dev',
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 2 }, { capacityProvider: 'FARGATE' }],
    network: { subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'], assignPublicIp: false },
    count: 4,
    overrides: { cpu: '512' },
    volumeConfigurations: [{ name: 'data' }],
    enableExecuteCommand: true,
  });
  expect(here.user.confirmations[0]?.detail).toMatchInlineSnapshot(`
    "Account: 111122223333
    Identity: arn:aws:iam::111122223333:user/dev
    Profile: dev
    Region: us-east-1
    Endpoint: http://localhost:1
    Cluster: shop
    Task definition: web:1 (next revision)
    Capacity providers: FARGATE_SPOT 2, FARGATE 1
    Tasks: 4
    Subnets: subnet-0a1b2c3d4e5f60001, subnet-0a1b2c3d4e5f60002
    Security groups: default of the VPC
    Public IP: no
    With overrides
    With a volume made at launch
    ECS Exec: on
    Will call: ecs:RegisterTaskDefinition, ecs:RunTask"
  `);
  here.user.answer = () => 'Copy as AWS CLI';
  await here.deploy(web, { profile: 'dev' });
  expect(here.user.clipboard[0]).toMatch(/ --region us-east-1 --profile dev\n/);
  expect(here.user.clipboard[0]).not.toContain('secret');
});

test('a service of another family, and one that is being deleted', async () => {
  const here = await deployStage();
  here.ecs.addCluster('shop');
  here.ecs.addTaskDefinition(structuredClone(changed) as never);
  here.ecs.addService('shop', 'web', {
    taskDefinition: here.ecs.addTaskDefinition({ ...structuredClone(web), family: 'other' } as never),
  });
  await here.deploy(web, serviceTarget);
  expect(here.user.confirmations[0]?.detail).toContain('Note: The service uses other:1, which is another family.');
  here.ecs.addService('shop', 'web', { status: 'DRAINING' });
  await expect(here.deploy(web, serviceTarget)).rejects.toMatchObject({ sentence: 'web is being deleted.' });
});

describe('where and as whom', () => {
  test('another region than the target’s is refused', async () => {
    const here = await withService();
    await expect(here.deploy(changed, { ...serviceTarget, region: 'eu-west-1' })).rejects.toMatchObject({
      kind: 'conflict',
      sentence: 'live is in eu-west-1, but the connection is to us-east-1.',
    });
  });

  test('a target without a service is refused', async () => {
    const here = await withService();
    const { service: _, ...target } = serviceTarget;
    const input = { ...inputOf(web, serviceTarget), target };
    await expect(here.deployer.deploy(input, here.ports)).rejects.toMatchObject({
      sentence: 'The target live names no service.',
    });
  });

  test('another account than the target’s is refused', async () => {
    const here = await withService();
    await expect(here.deploy(changed, { ...serviceTarget, account: '123456789012' })).rejects.toMatchObject({
      kind: 'conflict',
      action: 'pick-connection',
      sentence: expect.stringContaining('for account 123456789012, but the credentials are of 111122223333'),
    });
  });

  test('a cluster that is not there', async () => {
    const here = await deployStage();
    await expect(here.deploy(web)).rejects.toMatchObject({
      kind: 'not-found',
      sentence: 'There is no cluster shop in us-east-1 of account 111122223333: check the target shop-web.',
    });
  });

  test('a caller that changes under the question: nothing is sent', async () => {
    const here = await withService();
    here.user.agree = () => {
      here.ecs.identity('arn:aws:iam::111122223333:user/other');
      return true;
    };
    await expect(here.deploy(changed, serviceTarget)).rejects.toMatchObject({ kind: 'conflict' });
    expect([here.ecs.count('RegisterTaskDefinition'), here.ecs.count('UpdateService')]).toEqual([0, 0]);
    expect(here.audit).toEqual([]);
  });

  test('a caller that changes between two calls: what was done and what was not', async () => {
    const here = await withService();
    here.user.watch = (report) => {
      if (report.startsWith('Registering'))
        here.ecs.identity('arn:aws:iam::111122223333:user/other', here.ecs.clock.now() + 1);
    };
    const { gateway } = here.ports;
    const register = gateway.register;
    Object.assign(here.ports, {
      gateway: {
        ...gateway,
        register: async (definition: Parameters<typeof register>[0]) => {
          const revision = await register(definition);
          here.ecs.clock.advance(10);
          return revision;
        },
      },
    });
    expect(await here.deploy(changed, serviceTarget)).toMatchObject({
      kind: 'registered',
      failure: { kind: 'conflict' },
    });
    expect(here.user.messages.at(-1)?.text).toContain('web:2 is registered, but shop/web was not updated.');
    expect(here.ecs.count('UpdateService')).toBe(0);
  });

  test('a protected place: its name is typed, and nothing else goes on', async () => {
    const here = await withService('web', 'shop/web');
    Object.assign(here.ports, { protection: () => 'shop/web' });
    expect(await here.deploy(changed, serviceTarget)).toMatchObject({ kind: 'started' });
    expect(here.user.inputs).toMatchObject([{ problems: ['Type shop/web'] }]);

    here.user.moves.push({ press: 'escape' });
    expect(await here.deploy({ ...changed, cpu: '1024', memory: '2048' }, serviceTarget)).toEqual({
      kind: 'cancelled',
    });
    expect(here.ecs.revisions('web')).toHaveLength(2);
  });
});

describe('the question', () => {
  test('the differences are looked at first', async () => {
    const here = await withService();
    here.user.answer = (_, buttons) =>
      here.compared.length === 0 ? buttons.find((it) => it === 'Show Differences') : undefined;
    expect(await here.deploy(changed, serviceTarget)).toMatchObject({ kind: 'started' });
    expect(here.compared).toEqual(['web:1 ↔ web.json']);
    expect(here.user.confirmations).toHaveLength(2);
    expect(here.user.pickers[0]?.options).toMatchObject({ stays: true });
  });

  test('and may be reason enough to leave', async () => {
    const here = await withService('Cancel');
    here.user.answer = () => 'Show Differences';
    expect(await here.deploy(changed, serviceTarget)).toEqual({ kind: 'cancelled' });
    expect(here.ecs.count('RegisterTaskDefinition')).toBe(0);
  });

  test('the calls as commands of the AWS CLI', async () => {
    const here = await withService();
    const quoted = { ...web, containerDefinitions: [{ ...web.containerDefinitions[0], command: ["it's", '$HOME'] }] };
    here.user.answer = () => 'Copy as AWS CLI';
    expect(await here.deploy(quoted, serviceTarget)).toEqual({ kind: 'shown' });
    const [text = ''] = here.user.clipboard;
    expect(text.split('\n').map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
      'aws ecs register-task-definition --cli-input-json',
      'aws ecs update-service --cli-input-json',
      '',
    ]);
    expect(text).toContain(String.raw`"command":["it'\''s","$HOME"]`);
    expect(text).toContain(`' --region us-east-1 --endpoint-url ${here.ecs.url}\n`);
    expect(here.ecs.count('RegisterTaskDefinition')).toBe(0);
  });

  test('a dry run shows all that would be sent, but no value of a variable', async () => {
    const here = await withService();
    here.user.answer = () => 'Dry Run';
    expect(await here.deploy(changed, serviceTarget)).toEqual({ kind: 'shown' });
    const [text = ''] = here.shown;
    expect(text).toContain('ecs:UpdateService');
    expect(text).toContain(
      '~ containerDefinitions[web].image: public.ecr.aws/nginx/nginx:1.29 → public.ecr.aws/nginx/nginx:1.30',
    );
    expect(text).toContain('~ containerDefinitions[web].environment[MODE].value: changed');
    expect(text).not.toContain('canary-7f3a');
    expect(here.ecs.count('RegisterTaskDefinition')).toBe(0);
  });
});

test('no value of a variable is kept, logged or told', async () => {
  const here = await withService();
  here.ecs.fail('UpdateService', { kind: 'server' });
  await here.deploy(changed, serviceTarget);
  const overrides = { containerOverrides: [{ name: 'web', environment: [{ name: 'A', value: 'canary-7f3a' }] }] };
  here.ecs.fail('RunTask', { kind: 'server' });
  await here.deploy(changed, { overrides }).catch(() => undefined);
  const kept = [
    ...here.audit,
    ...here.log.lines,
    ...here.user.messages.map(({ text }) => text),
    ...here.user.confirmations.map(({ detail }) => detail),
    JSON.stringify([...here.memory]),
    JSON.stringify(here.subjects),
  ].join('\n');
  expect(kept).toContain('UpdateService');
  expect(kept).toContain('RunTask');
  expect(kept).not.toContain('canary-7f3a');
});

describe('a run', () => {
  test('takes all that a target says', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop', { capacityProviders: ['FARGATE_SPOT'] });
    const volumeConfigurations = [
      { name: 'data', managedEBSVolume: { roleArn: 'arn:aws:iam::111122223333:role/ebs', sizeInGiB: 10 } },
    ];
    const outcome = await here.deploy(
      { ...web, volumes: [{ name: 'data', configuredAtLaunch: true }] },
      {
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
        count: 3,
        overrides: { containerOverrides: [{ name: 'web', command: ['true'] }] },
        volumeConfigurations,
        tags: { team: 'shop' },
        propagateTags: 'TASK_DEFINITION',
        enableExecuteCommand: true,
        startedBy: 'me',
        platformVersion: '1.4.0',
      },
    );
    expect(outcome).toMatchObject({
      kind: 'started',
      watch: { subject: { kind: 'tasks', taskArns: [expect.any(String), expect.any(String), expect.any(String)] } },
    });
    expect(bodies(here, 'RunTask')).toEqual([
      {
        cluster: expect.stringMatching(/cluster\/shop$/),
        taskDefinition: expect.stringMatching(/web:1$/),
        count: 3,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-0a1b2c3d4e5f60001'],
            securityGroups: ['sg-0a1b2c3d4e5f60001'],
            assignPublicIp: 'ENABLED',
          },
        },
        overrides: { containerOverrides: [{ name: 'web', command: ['true'] }] },
        volumeConfigurations,
        tags: [{ key: 'team', value: 'shop' }],
        propagateTags: 'TASK_DEFINITION',
        enableExecuteCommand: true,
        startedBy: 'me',
        platformVersion: '1.4.0',
        clientToken: '00000000-0000-4000-8000-000000000001',
      },
    ]);
  });

  test('fewer tasks than wanted is told with the reason', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    here.ecs.refusePlacement('RESOURCE:MEMORY', { count: 1 });
    expect(await here.deploy(web, { count: 3 })).toMatchObject({ kind: 'started' });
    expect(here.user.messages.at(-1)).toMatchObject({
      level: 'warning',
      text: '2 of 3 tasks were started: No container instance has enough memory left. (RESOURCE:MEMORY)',
    });
  });

  test('that ECS places nowhere has failed, with the reason in words', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    here.ecs.refusePlacement('RESOURCE:MEMORY');
    expect(await here.deploy(web)).toMatchObject({ kind: 'registered', failure: { kind: 'invalid' } });
    expect(here.user.messages.at(-1)?.text).toBe(
      'web:1 is registered, but no task was started. ECS placed no task: No container instance has enough memory left. (RESOURCE:MEMORY)',
    );
    expect(here.memory.get('deploy/intents')).toEqual([]);
  });

  test('a run that had no answer is asked for again with its token, also after a reload', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    here.ecs.fail('RunTask', { kind: 'reset-after-commit', times: 2 });
    expect(await here.deploy(web)).toMatchObject({ kind: 'registered', failure: { details: { maybeApplied: true } } });
    expect(here.user.messages.at(-1)?.text).toContain('web:1 is registered, but no task was seen to start.');
    expect(here.ecs.taskSets()).toBe(1);

    const outcome = await here.reloaded().deploy(inputOf(web, {}), here.ports);
    expect(outcome).toMatchObject({ kind: 'started' });
    expect(here.user.confirmations.at(-1)?.detail).toContain('is asked for again, and starts no second one');
    expect([here.ecs.taskSets(), here.ecs.revisions('web').length]).toEqual([1, 1]);

    // What was answered is over: the next run is another one.
    expect(await here.deploy(web)).toMatchObject({ kind: 'started' });
    expect(here.ecs.taskSets()).toBe(2);
  });

  test('that the repeated call is refused says nothing of the first one: its token is kept', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    here.ecs.fail('RunTask', { kind: 'reset-after-commit', times: 1 });
    here.ecs.fail('RunTask', { kind: 'throttled', times: 2 });
    // The first click sends twice, the second once.
    for (const kind of ['registered', 'throttled']) {
      const outcome = here.deploy(web).catch((error: { readonly kind: string }) => error);
      expect(await outcome).toMatchObject({ kind });
    }
    expect(await here.deploy(web)).toMatchObject({ kind: 'started' });
    expect([here.ecs.taskSets(), here.ecs.count('RunTask')]).toEqual([1, 4]);
  });

  test('a token that ECS may have forgotten is not used; the user is told where to look', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    here.ecs.fail('RunTask', { kind: 'reset', times: 2 });
    await here.deploy(web);
    here.ecs.clock.advance(3_600_000);
    const plan = await makePlan(inputOf(web, {}), here.ports);
    expect(plan.warnings).toEqual([expect.stringContaining('may have started: look for its tasks in shop first')]);
  });
});
