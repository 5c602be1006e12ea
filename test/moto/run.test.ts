import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createGateway, resolveConnection } from '../../client/src/aws/index';
import { createDeployer } from '../../client/src/live/deploy/deployer';
import { clusterRows } from '../../client/src/live/tree/clusters';
import { open } from '../live/support/outline';
import { t, testLog, useEndpoint } from '../live/support/stage';
import { testUser } from '../live/support/ui';
import { ensureVenv, fargateDefinition, seed, startMoto } from '../support/endpoint/index.mjs';
import { inputOf, realPorts, runningTask, runTargetOf } from '../support/real-ports';

const root = decodeURIComponent(new URL('../..', import.meta.url).pathname);

beforeAll(() => ensureVenv({ root }));

test('register, run, describe and stop at an endpoint that nobody here wrote', async () => {
  const endpoint = await startMoto({ root });
  onTestFinished(() => endpoint.stop());
  await seed(endpoint.url);
  useEndpoint(endpoint.url);
  const connection = await resolveConnection({});
  expect(connection).toEqual({ region: 'us-east-1', endpoint: endpoint.url });
  const gateway = createGateway(connection, testLog(), { t });
  onTestFinished(() => gateway.dispose());

  const user = testUser('playground');
  const ports = realPorts(gateway, user, testLog());
  const definition = fargateDefinition('hello', [
    { name: 'hello', image: 'public.ecr.aws/nginx/nginx:1.29', memory: 256 },
  ]);
  const facts = { family: 'hello', definition: { ...definition }, requiresCompatibilities: [], networkMode: 'awsvpc' };
  const target = await runTargetOf('hello.json', facts, ports);
  expect(target).toMatchObject({ name: 'hello-playground', cluster: 'playground', account: '123456789012' });
  const { deploy } = createDeployer();

  const first = await runningTask(await deploy(inputOf('hello.json', facts, target), ports));
  expect(first.taskDefinitionArn).toMatch(/:task-definition\/hello:1$/);
  expect(user.confirmations[0]?.detail).toContain('hello:1');
  expect(user.confirmations[0]?.button).toBe('Register and Run');
  const second = await runningTask(await deploy(inputOf('hello.json', facts, target), ports));
  expect(second.taskDefinitionArn).toBe(first.taskDefinitionArn);
  expect(user.confirmations[1]?.button).toBe('Run');

  const { arn: taskArn, clusterArn } = first;
  const id = taskArn.slice(taskArn.lastIndexOf('/') + 1);
  const row = async () => {
    const cluster = await open(await clusterRows(async () => gateway, t, Date.now), 'playground');
    return (await open(cluster, 'Tasks')).find(({ arn }) => arn === taskArn);
  };
  const running = await row();
  expect(running).toMatchObject({ label: 'hello:1', context: 'task;running' });
  expect((await running?.children?.())?.map(({ label }) => label)).toEqual(['hello']);

  await gateway.stopTask({ cluster: clusterArn, task: taskArn, reason: 'The test is over' });
  expect((await row())?.description).toBe(`stopped · The test is over · ${id.slice(0, 8)}`);
});

test('services and the clusters of the seed are in the tree', async () => {
  const endpoint = await startMoto({ root });
  onTestFinished(() => endpoint.stop());
  const seeded = await seed(endpoint.url);
  useEndpoint(endpoint.url);
  const gateway = createGateway(await resolveConnection({}), testLog(), { t });
  onTestFinished(() => gateway.dispose());
  const clusters = await clusterRows(async () => gateway, t, Date.now);
  expect(clusters.map(({ label }) => label)).toEqual(seeded.clusters.toSorted());
  const services = await open(clusters, 'storefront');
  expect(services.map(({ label }) => label)).toEqual(['orders', 'web', 'Tasks']);
});
