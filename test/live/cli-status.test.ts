import { expect, test } from 'vitest';
import { cliStage } from './support/cli';

test('a service is told with its tasks, deployment and events, and nothing is changed', async () => {
  const { ecs, taskdef } = await cliStage();
  ecs.addCluster('shop');
  ecs.addService('shop', 'web', { desiredCount: 2 });
  ecs.addTaskDefinition({ family: 'web', containerDefinitions: [{ name: 'web', image: 'nginx:1.29', memory: 64 }] });
  ecs.deploy('shop', 'web', 'web:2');
  ecs.clock.advance(60_000);
  const { code, out, err } = await taskdef(['status', '--cluster', 'shop', 'web']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('web  active · 2 of 2 running · web:2');
  expect(out).toContain('Deployment  successful · rolling');
  expect(out).toContain('has reached a steady state.');
  expect(ecs.requests.map(({ operation }) => operation)).toEqual([
    'DescribeServices',
    'ListServiceDeployments',
    'DescribeServiceDeployments',
  ]);
});

test('the exit code is true to a deployment that was rolled back', async () => {
  const { ecs, taskdef } = await cliStage();
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  ecs.addTaskDefinition({
    family: 'web',
    containerDefinitions: [{ name: 'web', image: 'example.com/missing:1', memory: 64 }],
  });
  ecs.deploy('shop', 'web', 'web:2', 'rollback');
  ecs.clock.advance(600_000);
  const { code, out } = await taskdef(['status', '--cluster', 'shop', '--format', 'json', 'web']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ service: { name: 'web' }, newest: { status: 'ROLLBACK_SUCCESSFUL' } });
});

test('what cannot be asked or meant has an exit code and a sentence of its own', async () => {
  const { ecs, taskdef } = await cliStage();
  ecs.addCluster('shop');
  expect(await taskdef(['status', '--cluster', 'shop', 'api'])).toMatchObject({
    code: 3,
    err: 'taskdef: There is no service api in shop of us-east-1.\n',
  });
  expect(await taskdef(['status', 'web'])).toMatchObject({ code: 2 });
  ecs.fail('DescribeServices', { kind: 'denied' });
  const denied = await taskdef(['status', '--cluster', 'shop', 'web']);
  expect(denied.code).toBe(3);
  expect(denied.err).toContain('ecs:DescribeServices');
});
