import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begun, calls, file, flows, lost, serviceFile, settled } from './support/deploy-flows';
import { deployStage, inputOf } from './support/deploy-stage';
import { web } from './support/stage';

const operation = fc.constantFrom('RegisterTaskDefinition', 'UpdateService', 'CreateService', 'RunTask');

/** One time that the user tries, and what happens then. */
const attempt = fc.record({
  doubleClick: fc.boolean(),
  seconds: fc.integer({ min: 0, max: 300 }),
  faults: fc.array(
    fc.record({
      operation,
      kind: fc.constantFrom('reset', 'reset-after-commit', 'throttled', 'denied', 'expired', 'server'),
      times: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  ),
  cancel: fc.option(fc.constantFrom('Registering', 'Updating', 'Creating', 'Starting'), { nil: undefined }),
  reload: fc.option(fc.record({ operation, arrives: fc.boolean() }), { nil: undefined, freq: 2 }),
});

test('whatever is clicked, cancelled, closed or lost in whatever order: one revision, one deployment or run', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...flows),
    fc.array(attempt, { maxLength: 5 }),
    async (flow, all) => {
      const here = await deployStage();
      here.ecs.addCluster('shop');
      const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
      if (flow.hasService) here.ecs.addService('shop', 'web', { taskDefinition: arn });
      const before = begun(here, flow);
      const input = inputOf(file, flow.target, { serviceFile });
      let deployer = here.deployer;
      let isDone = false;
      for (const { doubleClick, seconds, faults, cancel, reload } of all) {
        if (isDone) break;
        here.ecs.heal();
        for (const { operation: failing, ...fault } of faults) here.ecs.fail(failing, fault);
        here.user.watch = (report, press) => {
          if (cancel !== undefined && report.startsWith(cancel)) press();
        };
        const closed = new Promise<'closed'>((resolve) => {
          const close = (): void => resolve('closed');
          const gateway = reload
            ? lost(here.ports.gateway, calls[reload.operation].method, reload.arrives, close)
            : here.ports.gateway;
          const ports = { ...here.ports, gateway };
          const clicks = Array.from({ length: doubleClick ? 2 : 1 }, () => settled(deployer.deploy(input, ports)));
          void Promise.all(clicks).then((ends) => {
            isDone = ends.some((end) => end === 'started' || end === 'unchanged');
            close();
          });
        });
        await closed;
        if (reload) deployer = here.reloaded();
        here.ecs.clock.advance(seconds * 1_000);
        expect(here.ecs.revisions('web').length).toBeLessThanOrEqual(2);
        expect(begun(here, flow) - before).toBeLessThanOrEqual(1);
      }
      here.ecs.heal();
      here.user.watch = () => undefined;
      if (!isDone) await here.reloaded().deploy(input, here.ports);
      expect([here.ecs.revisions('web').length, begun(here, flow) - before]).toEqual([2, 1]);
    },
  );
  await fc.assert(property, { numRuns: 100 });
}, 120_000);
