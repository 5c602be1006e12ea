import { expect, it, onTestFinished } from 'vitest';
import { tasksMayAssume } from '../support/fake-ecs/belongings';
import { startFakeEcs } from '../support/fake-ecs/index';
import { openGround } from './harness';

it('a definition is checked against an account also in read-only mode, and no value of a secret is asked for', async () => {
  const ecs = await startFakeEcs();
  onTestFinished(ecs.close);
  ecs.belongings.roles.set('web-exec', tasksMayAssume);
  ecs.fail('DescribeSecret', { kind: 'denied' });
  const env = { AWS_ENDPOINT_URL: ecs.url };
  const ground = await openGround({ driver: true, env, settings: { 'taskdef.readOnly': true } });
  onTestFinished(ground.stop);
  const { code, tests, lines } = await ground.runSuite('test/workbench/suite/verify.ts');
  expect(tests.flatMap(({ name, error }) => (error === undefined ? [] : `${name}: ${error}`))).toEqual([]);
  expect(code, lines.join('\n')).toBe(0);
  expect(tests).toHaveLength(2);
  const asked = ['GetRole', 'DescribeImages', 'DescribePullThroughCacheRules', 'DescribeSecret'];
  expect(Object.keys(ecs.tally()).toSorted()).toEqual([...asked, 'GetCallerIdentity'].toSorted());
});
