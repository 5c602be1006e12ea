import {
  CreateServiceCommand,
  DescribeServicesCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  type RegisterTaskDefinitionRequest,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { test as base, describe, expect } from 'vitest';
import { deploymentTimes, type FakeEcs, startFakeEcs } from './fake-ecs/index';

const test = base.extend<{ fake: FakeEcs; ecs: ECSClient }>({
  fake: async ({ task: _ }, use) => {
    const fake = await startFakeEcs();
    fake.addCluster('shop');
    fake.addService('shop', 'web', { desiredCount: 2 });
    await use(fake);
    await fake.close();
  },
  ecs: async ({ fake }, use) => {
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
    const ecs = new ECSClient({ endpoint: fake.url, region: 'us-east-1', credentials, maxAttempts: 1 });
    await use(ecs);
    ecs.destroy();
  },
});

const api = { family: 'api', containerDefinitions: [{ name: 'api', image: 'api:1', memory: 64 }] };
const web2: RegisterTaskDefinitionRequest = {
  ...api,
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
};
const of = { cluster: 'shop', service: 'web' };
const invalid = (message: RegExp) => ({ name: 'InvalidParameterException', message: expect.stringMatching(message) });

async function deploymentsOf(ecs: ECSClient, service = 'web') {
  const { serviceDeployments = [] } = await ecs.send(new ListServiceDeploymentsCommand({ cluster: 'shop', service }));
  return serviceDeployments.map(({ status }) => status);
}

describe('UpdateService', () => {
  test('another revision is deployed', async ({ fake, ecs }) => {
    fake.addTaskDefinition(web2);
    const { service } = await ecs.send(new UpdateServiceCommand({ ...of, taskDefinition: 'web' }));
    expect(service?.taskDefinition).toMatch(/web:2$/);
    expect(service?.deployments?.map(({ status }) => status)).toEqual(['PRIMARY', 'ACTIVE']);
    fake.clock.advance(deploymentTimes.completes);
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'shop', services: ['web'] }));
    expect(services?.[0]).toMatchObject({ runningCount: 2, deployments: [{ rolloutState: 'COMPLETED' }] });
  });

  test('the same revision, a switch or another count are no deployment; force is', async ({ fake, ecs }) => {
    const same = { ...of, taskDefinition: 'web', enableExecuteCommand: true, desiredCount: 3 };
    const { service } = await ecs.send(new UpdateServiceCommand(same));
    expect(service).toMatchObject({ desiredCount: 3, runningCount: 2, pendingCount: 1, enableExecuteCommand: true });
    await ecs.send(new UpdateServiceCommand({ ...of, desiredCount: 1 }));
    fake.clock.advance(60_000);
    const { taskArns } = await ecs.send(new ListTasksCommand({ cluster: 'shop', serviceName: 'web' }));
    expect(taskArns).toHaveLength(1);
    expect(await deploymentsOf(ecs)).toEqual(['SUCCESSFUL']);
    await ecs.send(new UpdateServiceCommand({ ...of, forceNewDeployment: true }));
    fake.clock.advance(1_000);
    expect(await deploymentsOf(ecs)).toContain('IN_PROGRESS');
  });

  test('refuses what ECS refuses', async ({ fake, ecs }) => {
    const update = (request: object) => ecs.send(new UpdateServiceCommand({ ...of, ...request }));
    fake.addService('shop', 'gone', { status: 'INACTIVE' });
    fake.addService('shop', 'blue', { controller: 'CODE_DEPLOY' });
    fake.addService('shop', 'own', { controller: 'EXTERNAL' });
    fake.addTaskDefinition(api);
    await expect(update({ cluster: 'none' })).rejects.toMatchObject({ name: 'ClusterNotFoundException' });
    await expect(update({ service: 'none' })).rejects.toMatchObject({ name: 'ServiceNotFoundException' });
    await expect(update({ service: 'gone' })).rejects.toMatchObject({ name: 'ServiceNotActiveException' });
    await expect(update({ taskDefinition: 'api:7' })).rejects.toMatchObject({ name: 'ClientException' });
    await expect(update({ desiredCount: -1 })).rejects.toMatchObject(invalid(/count/));
    await expect(update({ service: 'blue', taskDefinition: 'api' })).rejects.toMatchObject(invalid(/CODE_DEPLOY/));
    await expect(update({ service: 'own', taskDefinition: 'api' })).rejects.toMatchObject(invalid(/EXTERNAL/));
    const scaled = await update({ service: 'blue', desiredCount: 2 });
    expect(scaled.service?.desiredCount).toBe(2);
  });
});

describe('CreateService', () => {
  const create = { cluster: 'shop', serviceName: 'api', taskDefinition: 'api', desiredCount: 2, clientToken: 'once' };

  test('the service comes up; the same token makes no second one', async ({ fake, ecs }) => {
    fake.addTaskDefinition(api);
    const first = await ecs.send(new CreateServiceCommand(create));
    const again = await ecs.send(new CreateServiceCommand(create));
    expect(again.service?.serviceArn).toBe(first.service?.serviceArn);
    const refusal = invalid(/^Creation of service was not idempotent\.$/);
    for (const other of [{ desiredCount: 3 }, { clientToken: 'other' }, { clientToken: undefined }]) {
      await expect(ecs.send(new CreateServiceCommand({ ...create, ...other }))).rejects.toMatchObject(refusal);
    }
    fake.clock.advance(deploymentTimes.completes);
    expect(await deploymentsOf(ecs, 'api')).toEqual(['SUCCESSFUL']);
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'shop', services: ['api'] }));
    expect(services?.[0]).toMatchObject({ runningCount: 2, status: 'ACTIVE' });
    expect(services?.[0]?.deployments).toHaveLength(1);
  });

  test('a lost reply leaves one service, which the token finds', async ({ fake, ecs }) => {
    fake.addTaskDefinition(api);
    fake.fail('CreateService', { kind: 'reset-after-commit', times: 1 });
    await expect(ecs.send(new CreateServiceCommand(create))).rejects.toThrow();
    await ecs.send(new CreateServiceCommand(create));
    fake.clock.advance(deploymentTimes.completes);
    const { taskArns } = await ecs.send(new ListTasksCommand({ cluster: 'shop', serviceName: 'api' }));
    expect(taskArns).toHaveLength(2);
  });

  test('refuses a container that is not there, a target group without a load balancer and no count', async ({
    fake,
    ecs,
  }) => {
    fake.addTaskDefinition(api);
    const targetGroupArn = fake.addTargetGroup('lonely', { loadBalancer: false });
    const behind = (containerName: string) => ({
      ...create,
      loadBalancers: [{ targetGroupArn, containerName, containerPort: 80 }],
    });
    const make = (request: object) => ecs.send(new CreateServiceCommand({ ...create, ...request }));
    await expect(make(behind('none'))).rejects.toMatchObject(invalid(/container none does not exist/));
    await expect(make(behind('api'))).rejects.toMatchObject(invalid(/container port 80/));
    await expect(make({ desiredCount: undefined })).rejects.toMatchObject(invalid(/Desired count/));
    const taskDefinition = fake.addTaskDefinition({
      family: 'site',
      containerDefinitions: [{ name: 'site', image: 'site:1', memory: 64, portMappings: [{ containerPort: 80 }] }],
    });
    await expect(make({ ...behind('site'), taskDefinition })).rejects.toMatchObject(invalid(/load balancer/));
  });
});
