import { expect, test } from 'vitest';
import { begun, calls, type Flow, file, flows, lost, type Step, serviceFile, settled } from './support/deploy-flows';
import { type DeployStage, deployStage, inputOf } from './support/deploy-stage';
import { web } from './support/stage';

const faults = ['reset', 'reset-after-commit', 'throttled', 'denied', 'expired', 'server'] as const;
const ways = [...faults, 'cancel', 'reload-before', 'reload-after'] as const;

test('every step, whatever goes wrong with it, leaves one revision and one deployment or run behind', async () => {
  const table: string[] = [];
  for (const flow of flows) {
    for (const step of flow.steps) {
      for (const way of ways) {
        if (way === 'cancel' && !('says' in calls[step])) continue;
        table.push([`${flow.name} ${step} ${way}:`, ...(await cell(flow, step, way))].join(' '));
      }
    }
  }
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "update GetCallerIdentity reset: started, 1+1; again unchanged
    update GetCallerIdentity reset-after-commit: started, 1+1; again unchanged
    update GetCallerIdentity throttled: started, 1+1; again unchanged
    update GetCallerIdentity denied: access-denied, 0+0; again started
    update GetCallerIdentity expired: token-expired, 0+0; again started
    update GetCallerIdentity server: started, 1+1; again unchanged
    update GetCallerIdentity reload-before: closed, 0+0; again started
    update GetCallerIdentity reload-after: closed, 0+0; again started
    update DescribeClusters reset: started, 1+1; again unchanged
    update DescribeClusters reset-after-commit: started, 1+1; again unchanged
    update DescribeClusters throttled: started, 1+1; again unchanged
    update DescribeClusters denied: access-denied, 0+0; again started
    update DescribeClusters expired: token-expired, 0+0; again started
    update DescribeClusters server: started, 1+1; again unchanged
    update DescribeClusters reload-before: closed, 0+0; again started
    update DescribeClusters reload-after: closed, 0+0; again started
    update DescribeServices reset: started, 1+1; again unchanged
    update DescribeServices reset-after-commit: started, 1+1; again unchanged
    update DescribeServices throttled: started, 1+1; again unchanged
    update DescribeServices denied: access-denied, 0+0; again started
    update DescribeServices expired: token-expired, 0+0; again started
    update DescribeServices server: started, 1+1; again unchanged
    update DescribeServices reload-before: closed, 0+0; again started
    update DescribeServices reload-after: closed, 0+0; again started
    update DescribeTaskDefinition reset: started, 1+1; again unchanged
    update DescribeTaskDefinition reset-after-commit: started, 1+1; again unchanged
    update DescribeTaskDefinition throttled: started, 1+1; again unchanged
    update DescribeTaskDefinition denied: access-denied, 0+0; again started
    update DescribeTaskDefinition expired: token-expired, 0+0; again started
    update DescribeTaskDefinition server: started, 1+1; again unchanged
    update DescribeTaskDefinition reload-before: closed, 0+0; again started
    update DescribeTaskDefinition reload-after: closed, 0+0; again started
    update RegisterTaskDefinition reset: offline?, 0+0; again started
    update RegisterTaskDefinition reset-after-commit: started, 1+1; again unchanged
    update RegisterTaskDefinition throttled: throttled, 0+0; again started
    update RegisterTaskDefinition denied: access-denied, 0+0; again started
    update RegisterTaskDefinition expired: token-expired, 0+0; again started
    update RegisterTaskDefinition server: server?, 0+0; again started
    update RegisterTaskDefinition cancel: registered, 1+0; again started
    update RegisterTaskDefinition reload-before: closed, 0+0; again started
    update RegisterTaskDefinition reload-after: closed, 1+0; again started
    update UpdateService reset: registered, 1+0; again started
    update UpdateService reset-after-commit: started, 1+1; again unchanged
    update UpdateService throttled: registered, 1+0; again started
    update UpdateService denied: registered, 1+0; again started
    update UpdateService expired: registered, 1+0; again started
    update UpdateService server: registered, 1+0; again started
    update UpdateService cancel: started, 1+1; again unchanged
    update UpdateService reload-before: closed, 1+0; again started
    update UpdateService reload-after: closed, 1+1; again unchanged
    create RegisterTaskDefinition reset: offline?, 0+0; again started
    create RegisterTaskDefinition reset-after-commit: started, 1+1; again unchanged
    create RegisterTaskDefinition throttled: throttled, 0+0; again started
    create RegisterTaskDefinition denied: access-denied, 0+0; again started
    create RegisterTaskDefinition expired: token-expired, 0+0; again started
    create RegisterTaskDefinition server: server?, 0+0; again started
    create RegisterTaskDefinition cancel: registered, 1+0; again started
    create RegisterTaskDefinition reload-before: closed, 0+0; again started
    create RegisterTaskDefinition reload-after: closed, 1+0; again started
    create CreateService reset: registered, 1+0; again started
    create CreateService reset-after-commit: started, 1+1; again unchanged
    create CreateService throttled: registered, 1+0; again started
    create CreateService denied: registered, 1+0; again started
    create CreateService expired: registered, 1+0; again started
    create CreateService server: registered, 1+0; again started
    create CreateService cancel: started, 1+1; again unchanged
    create CreateService reload-before: closed, 1+0; again started
    create CreateService reload-after: closed, 1+1; again unchanged
    run RegisterTaskDefinition reset: offline?, 0+0; again started
    run RegisterTaskDefinition reset-after-commit: started, 1+1; again started
    run RegisterTaskDefinition throttled: throttled, 0+0; again started
    run RegisterTaskDefinition denied: access-denied, 0+0; again started
    run RegisterTaskDefinition expired: token-expired, 0+0; again started
    run RegisterTaskDefinition server: server?, 0+0; again started
    run RegisterTaskDefinition cancel: registered, 1+0; again started
    run RegisterTaskDefinition reload-before: closed, 0+0; again started
    run RegisterTaskDefinition reload-after: closed, 1+0; again started
    run RunTask reset: registered, 1+0; again started
    run RunTask reset-after-commit: registered, 1+1; again started
    run RunTask throttled: registered, 1+0; again started
    run RunTask denied: registered, 1+0; again started
    run RunTask expired: registered, 1+0; again started
    run RunTask server: registered, 1+0; again started
    run RunTask cancel: started, 1+1; again started
    run RunTask reload-before: closed, 1+0; again started
    run RunTask reload-after: closed, 1+1; again started"
  `);
}, 120_000);

/** The first attempt, with its fault, and what it left; then the same again without. */
async function cell(flow: Flow, step: Step, way: (typeof ways)[number]): Promise<readonly string[]> {
  const here = await deployStage();
  here.ecs.addCluster('shop');
  const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
  if (flow.hasService) here.ecs.addService('shop', 'web', { taskDefinition: arn });
  const before = begun(here, flow);
  const first = await firstAttempt(here, flow, step, way);
  const left = `${here.ecs.revisions('web').length - 1}+${begun(here, flow) - before}`;
  here.ecs.heal();
  here.ecs.clock.advance(5_000);
  here.user.watch = () => undefined;
  const again = await settled(here.reloaded().deploy(inputOf(file, flow.target, { serviceFile }), here.ports));
  // The one promise of all this.
  expect([flow.name, step, way, here.ecs.revisions('web').length, begun(here, flow) - before]).toEqual([
    flow.name,
    step,
    way,
    2,
    // What was answered is over: run again, it is another run.
    flow.target.kind === 'run' && first === 'started' ? 2 : 1,
  ]);
  return [`${first}, ${left};`, `again ${again}`];
}

async function firstAttempt(here: DeployStage, flow: Flow, step: Step, way: (typeof ways)[number]): Promise<string> {
  const { method, ...rest } = calls[step];
  const input = inputOf(file, flow.target, { serviceFile });
  if (way === 'reload-before' || way === 'reload-after') {
    await new Promise<void>((reload) => {
      const ports = { ...here.ports, gateway: lost(here.ports.gateway, method, way === 'reload-after', reload) };
      void here.deployer.deploy(input, ports);
    });
    return 'closed';
  }
  if (way === 'cancel') {
    here.user.watch = (report, cancel) => {
      if ('says' in rest && report.startsWith(rest.says)) cancel();
    };
  } else {
    const changes = 'says' in rest;
    // Reads are tried again by the SDK.
    here.ecs.fail(step, { kind: way, ...(changes || way === 'denied' || way === 'expired' ? {} : { times: 1 }) });
  }
  return settled(here.deployer.deploy(input, here.ports));
}
