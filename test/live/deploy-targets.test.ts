import { describe, expect, test } from 'vitest';
import type { Connection, Identity } from '../../client/src/live/ports';
import { type DeployStage, deployStage, serviceTarget } from './support/deploy-stage';
import { web } from './support/stage';

const changed = { ...web, cpu: '512', memory: '1024' };
const byFile = { name: 'live', file: 'web.json', kind: 'service', cluster: 'shop' } as const;
const serviceFile = {
  $schema: 'https://example.com/service.json',
  serviceName: 'web',
  desiredCount: 1,
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
};

async function shop(options: { readonly schedulingStrategy?: 'DAEMON' } = {}): Promise<DeployStage> {
  const here = await deployStage();
  here.ecs.addCluster('shop');
  const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
  here.ecs.addService('shop', 'web', { taskDefinition: arn, ...options });
  return here;
}

function sent({ ecs }: DeployStage, operation: string): readonly unknown[] {
  return ecs.requests.filter((it) => it.operation === operation).map(({ body }) => body);
}

describe('a target that names its service in the service file alone', () => {
  test('makes that one, with its tags and without what editors read', async () => {
    const here = await deployStage();
    here.ecs.addCluster('shop');
    const target = { ...byFile, service: undefined as never, tags: { team: 'shop' } };
    expect(await here.deploy(web, target, { serviceFile })).toMatchObject({ kind: 'started' });
    const { $schema: _, ...input } = serviceFile;
    expect(sent(here, 'CreateService')).toEqual([
      expect.objectContaining({ ...input, tags: [{ key: 'team', value: 'shop' }] }),
    ]);
    expect(here.user.confirmations[0]?.message).toBe('Create shop/web with web?');
  });

  test('updates it once it is there, and has nothing to do afterwards', async () => {
    const here = await shop();
    const target = { ...byFile, service: undefined as never };
    expect(await here.deploy(web, target, { serviceFile })).toMatchObject({ kind: 'unchanged' });
    expect(await here.deploy(changed, target, { serviceFile })).toMatchObject({ kind: 'started' });
    expect(sent(here, 'CreateService')).toEqual([]);
  });
});

test('an ARN of a service in another cluster, region or account is not made or updated here', async () => {
  const here = await shop();
  here.ecs.addCluster('staging');
  here.ecs.addService('staging', 'web', { taskDefinition: 'web:1' });
  for (const place of ['us-east-1:111122223333:service/staging', 'eu-west-1:999999999999:service/shop']) {
    const service = `arn:aws:ecs:${place}/web`;
    await expect(here.deploy(changed, { ...serviceTarget, service }, { serviceFile })).rejects.toMatchObject({
      kind: 'not-found',
    });
  }
  expect([sent(here, 'RegisterTaskDefinition'), sent(here, 'UpdateService'), sent(here, 'CreateService')]).toEqual([
    [],
    [],
    [],
  ]);
});

test('ECS Exec that a target wants and the service has not is a change, once', async () => {
  const here = await shop();
  const target = { ...serviceTarget, enableExecuteCommand: true };
  expect(await here.deploy(web, target)).toMatchObject({ kind: 'done' });
  expect(here.user.confirmations[0]?.detail).toContain('ECS Exec: on');
  expect(sent(here, 'UpdateService')).toEqual([expect.objectContaining({ enableExecuteCommand: true })]);
  expect(await here.deploy(web, target)).toMatchObject({ kind: 'unchanged' });
});

test('ECS Exec whose change had no answer counts as done only where it is seen', async () => {
  const here = await shop();
  here.ecs.fail('UpdateService', { kind: 'reset' });
  await expect(here.deploy(web, { ...serviceTarget, enableExecuteCommand: true })).rejects.toMatchObject({
    details: { maybeApplied: true },
  });
  expect(here.audit.at(-1)).toContain('unknown');
});

test('a count for a service that runs on each instance is refused before anything is registered', async () => {
  const here = await shop({ schedulingStrategy: 'DAEMON' });
  await expect(here.deploy(changed, { ...serviceTarget, desiredCount: 2 })).rejects.toMatchObject({
    sentence: 'web runs a task on each container instance: it has no count to set.',
  });
  expect(sent(here, 'RegisterTaskDefinition')).toEqual([]);
});

test('credentials that change after registering: the message denies nothing that was done', async () => {
  const here = await shop();
  const { gateway } = here.ports;
  const other: Identity = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/other' };
  const isOther = { now: false };
  const identity = async (): Promise<Identity> => (isOther.now ? other : gateway.identity());
  here.user.watch = (report) => {
    isOther.now = report.startsWith('Registering');
  };
  const outcome = await here.deployer.deploy(
    { source: 'web.json', definition: changed, family: 'web', target: serviceTarget },
    { ...here.ports, gateway: { ...gateway, identity } },
  );
  expect(outcome).toMatchObject({ kind: 'registered' });
  expect(here.user.messages.at(-1)?.text).toMatch(
    /^web:2 is registered, but shop\/web was not updated\. The credentials have changed .* nothing was sent with the new ones\./,
  );
  expect(sent(here, 'UpdateService')).toEqual([]);
});

test('a target of another region than the connection sends nothing', async () => {
  const here = await shop();
  const { gateway } = here.ports;
  const connection: Connection = { ...gateway.connection, region: 'eu-west-1' };
  await expect(
    here.deployer.deploy(
      { source: 'web.json', definition: changed, family: 'web', target: { ...serviceTarget, region: 'us-east-1' } },
      { ...here.ports, gateway: { ...gateway, connection } },
    ),
  ).rejects.toMatchObject({ kind: 'conflict' });
  expect(here.ecs.requests).toEqual([]);
});

test('a service that somebody else deploys while the question is open is left to them', async () => {
  const here = await shop();
  const { gateway } = here.ports;
  const theirs = here.ecs.addTaskDefinition(structuredClone({ ...web, cpu: '1024', memory: '2048' }) as never);
  here.user.agree = async () => {
    await gateway.updateService({ cluster: 'shop', service: 'web', taskDefinition: theirs });
    return true;
  };
  await expect(here.deploy(changed, serviceTarget)).rejects.toMatchObject({
    kind: 'conflict',
    sentence:
      'shop/web was deployed elsewhere since the plan was made, from web:1 to web:2: it was not updated. Start again to see the new plan.',
  });
  expect([sent(here, 'RegisterTaskDefinition'), sent(here, 'UpdateService').length]).toEqual([[], 1]);
  here.user.agree = () => true;
  expect(await here.deploy(changed, serviceTarget)).toMatchObject({ kind: 'started' });
  expect(here.ecs.revisions('web')).toHaveLength(3);
});

test('a dry run tells nothing of what may be a password', async () => {
  const here = await shop();
  here.user.answer = () => 'Dry Run';
  const volumes = [{ name: 'share', dockerVolumeConfiguration: { driverOpts: { o: 'password=canary-7f3a' } } }];
  expect(await here.deploy({ ...changed, volumes }, serviceTarget)).toMatchObject({ kind: 'shown' });
  expect(here.shown[0]).toContain('+ volumes[share]');
  expect(here.shown[0]).not.toContain('canary-7f3a');
});

test('a service that somebody else deploys after registering is left to them too', async () => {
  const here = await shop();
  const { gateway } = here.ports;
  const register: typeof gateway.register = async (definition) => {
    const revision = await gateway.register(definition);
    const theirs = here.ecs.addTaskDefinition(structuredClone({ ...web, cpu: '1024', memory: '2048' }) as never);
    await gateway.updateService({ cluster: 'shop', service: 'web', taskDefinition: theirs });
    return revision;
  };
  const input = { source: 'web.json', definition: changed, family: 'web', target: serviceTarget };
  expect(await here.deployer.deploy(input, { ...here.ports, gateway: { ...gateway, register } })).toMatchObject({
    kind: 'registered',
    failure: { kind: 'conflict' },
  });
  expect(here.user.messages.at(-1)).toMatchObject({
    text: expect.stringMatching(/^web:2 is registered, but shop\/web was not updated\. .* from web:1 to web:3: /),
    buttons: ['Deploy It', 'Deregister It'],
  });
});

test('two profiles of one account do not deploy the same change twice', async () => {
  const here = await shop();
  const { gateway } = here.ports;
  const other = { ...here.ports, gateway: { ...gateway, connection: { ...gateway.connection, profile: 'b' } } };
  const input = { source: 'web.json', definition: changed, family: 'web', target: serviceTarget };
  here.user.agree = async () => {
    here.user.agree = () => true;
    expect(await here.deployer.deploy(input, other)).toMatchObject({ kind: 'started' });
    return true;
  };
  await expect(here.deploy(changed, serviceTarget)).rejects.toMatchObject({ kind: 'conflict' });
  expect([here.ecs.revisions('web').length, sent(here, 'UpdateService').length]).toEqual([2, 1]);
});
