import { afterEach, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { type Ground, type GroundOptions, openGround } from './harness';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

it('read-only: every command that changes something is refused where it is clicked, and no change was sent', async () => {
  const { ecs, ground } = await stage({ settings: { 'taskdef.readOnly': true } });
  await passes(ground, 'test/workbench/suite/read-only.ts', 15);
  const sent = new Set(ecs.requests.map(({ operation }) => operation));
  expect(sent).toContain('ListServiceDeployments');
  expect([...sent].filter((operation) => !/^(List|Describe|Get)/.test(operation))).toEqual([]);
});

it('in Restricted Mode every command that reaches AWS is refused, and nothing at all was sent', async () => {
  const { ecs, ground } = await stage({ trust: false });
  await passes(ground, 'test/workbench/suite/restricted.ts', 60);
  expect(ecs.requests).toEqual([]);
});

/** A workbench at a fake ECS with a row for the menu of every command. */
async function stage(options: GroundOptions): Promise<{ readonly ecs: FakeEcs; readonly ground: Ground }> {
  const ecs = await startFakeEcs();
  ends.push(ecs.close);
  ecs.addCluster('shop');
  ecs.addTask('shop');
  ecs.addService('shop', 'web');
  ecs.addTaskDefinition({ family: 'api', containerDefinitions: [{ name: 'api', image: 'api', memory: 64 }] });
  ecs.addService('shop', 'api', { taskDefinition: 'api' });
  // The clock stands still: it goes on for as long as the test does.
  ecs.deploy('shop', 'api', 'api');
  const ground = await openGround({ driver: true, env: { AWS_ENDPOINT_URL: ecs.url }, ...options });
  ends.push(ground.stop);
  return { ecs, ground };
}

async function passes(ground: Ground, entry: string, atLeast: number): Promise<void> {
  const { code, tests, lines } = await ground.runSuite(entry);
  expect(tests.flatMap(({ name, error }) => (error === undefined ? [] : `${name}: ${error}`))).toEqual([]);
  expect(code, lines.join('\n')).toBe(0);
  expect(tests.length).toBeGreaterThanOrEqual(atLeast);
}
