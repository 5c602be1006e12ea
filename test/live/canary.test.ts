import { expect, test, vi } from 'vitest';
import { createActivities } from '../../client/src/live/activity/store';
import { showProgress, tellEnd } from '../../client/src/live/activity/tell';
import type { Target } from '../../client/src/live/deploy/target';
import { LiveFailure } from '../../client/src/live/failure';
import type { Fault, Operation } from '../support/fake-ecs/index';
import { type DeployStage, deployStage, inputOf, runTarget, serviceTarget } from './support/deploy-stage';
import { web } from './support/stage';

const canary = 'canary-5e1f';

/** Everything a definition can hold that nobody else may read. */
const secretive = (image: string, when = 'now') => ({
  ...web,
  containerDefinitions: [
    {
      ...web.containerDefinitions[0],
      image,
      environment: [{ name: 'PASSWORD', value: `${canary}-environment-${when}` }],
      command: ['serve', `--password=${canary}-command-${when}`],
      entryPoint: ['sh', '-c', `TOKEN=${canary}-entry-point-${when} exec serve`],
      healthCheck: { command: ['CMD-SHELL', `curl -u admin:${canary}-health-check-${when} localhost`] },
      dockerLabels: { token: `${canary}-label-${when}` },
      extraHosts: [{ hostname: `${canary}-host`, ipAddress: '10.0.0.1' }],
      logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': `${canary}-log-option-${when}` } },
    },
  ],
});

const overrides = {
  containerOverrides: [
    { name: 'web', command: [`--key=${canary}-override`], environment: [{ name: 'KEY', value: `${canary}-override` }] },
  ],
};

interface Flow {
  readonly name: string;
  readonly target: Target;
  readonly calls: readonly Operation[];
}

const flows: readonly Flow[] = [
  { name: 'a run', target: { ...runTarget, overrides }, calls: ['RegisterTaskDefinition', 'RunTask'] },
  { name: 'a deployment', target: serviceTarget, calls: ['RegisterTaskDefinition', 'UpdateService'] },
  {
    name: 'a new service',
    target: { ...serviceTarget, service: 'fresh' },
    calls: ['RegisterTaskDefinition', 'CreateService'],
  },
];

const faults: readonly Fault[] = [
  { kind: 'denied' },
  { kind: 'throttled' },
  { kind: 'expired' },
  { kind: 'unrecognized' },
  { kind: 'server' },
  { kind: 'html' },
  { kind: 'reset' },
  { kind: 'reset-after-commit' },
  { kind: 'partial' },
];

/** Images that end in every other way. */
const images = ['web:2', 'missing:1', 'crash:1', 'secret-denied:1', 'out-of-memory:1', 'unhealthy:1', 'finish:1'];

/** What one way to deploy writes anywhere, what it says to the user included. */
async function everythingOf(target: Target, image: string, fail?: (here: DeployStage) => void): Promise<string> {
  const here = await deployStage();
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', `${canary}-secret-key`);
  vi.stubEnv('AWS_SESSION_TOKEN', `${canary}-session-token`);
  here.ecs.addCluster('shop');
  here.ecs.addTaskDefinition(secretive('web:1', 'before') as never);
  here.ecs.addService('shop', 'web', { taskDefinition: 'web:1', desiredCount: 2 });
  const { ports, user, ecs, memory, audit, log } = here;
  const rows: string[] = [];
  const told = { ui: user, log, t: ports.t, show: async () => undefined, showInClusters: async () => undefined };
  const activities = createActivities({
    ...ports,
    gateway: async () => ports.gateway,
    abortable: () => {
      const controller = new AbortController();
      return { signal: controller.signal, abort: () => controller.abort() };
    },
    minutes: () => 3,
    tell: (entry) => {
      rows.push(JSON.stringify(entry));
      tellEnd(entry, {
        ...told,
        showLogs: async () => undefined,
        showFile: async () => undefined,
        again: () => undefined,
      });
    },
  });
  fail?.(here);
  const serviceFile = {
    desiredCount: 1,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
  };
  const input = inputOf(secretive(image), target, target.service === 'fresh' ? { serviceFile } : {});
  const watching: Promise<unknown>[] = [];
  const start: typeof activities.start = (subject) => {
    const watch = activities.start(subject);
    watching.push(showProgress(watch, { ...ports, ui: user }), watch.end);
    return watch;
  };
  try {
    await here.deployer.deploy(input, { ...ports, activities: { start } });
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    rows.push(`${error.sentence} ${error.message} ${JSON.stringify(error.details)}`);
  }
  await Promise.all(watching);
  activities.dispose();
  // The plan itself is sent as it is.
  expect(JSON.stringify(ecs.requests)).toContain(`${canary}-environment`);
  return [
    ...[...audit, ...log.lines, ...rows, ...user.reports, ...user.clipboard],
    ...user.messages.map(({ text }) => text),
    ...user.confirmations.map(({ message, detail }) => `${message} ${detail}`),
    ...user.inputs.map(({ options }) => JSON.stringify(options)),
    JSON.stringify([...memory]),
  ].join('\n');
}

test.for(flows.flatMap((flow) => images.map((image) => ({ ...flow, image }))))(
  '$name of $image writes nothing secret down',
  async ({ target, calls, image }) => {
    const everything = await everythingOf(target, image);
    for (const call of calls) expect(everything).toContain(`us-east-1 ${call} `);
    expect(everything).not.toContain(canary);
  },
);

test.for(flows.flatMap((flow) => flow.calls.flatMap((call) => faults.map((fault) => ({ ...flow, call, fault })))))(
  '$name whose $call fails ($fault.kind) writes nothing secret down',
  async ({ target, call, fault }) => {
    const everything = await everythingOf(target, 'web:2', ({ ecs }) => ecs.fail(call, fault));
    expect(everything).toContain(call);
    expect(everything).not.toContain(canary);
  },
);

test('what AWS says about a call is told to the user and written nowhere', async () => {
  const message = `Invalid value ${canary}-message`;
  const here = await deployStage();
  here.ecs.addCluster('shop');
  here.ecs.fail('RegisterTaskDefinition', { kind: 'error', name: 'ClientException', message });
  await expect(here.deploy(secretive('web:2'))).rejects.toThrow(LiveFailure);
  const written = [...here.audit, ...here.log.lines, JSON.stringify([...here.memory])].join('\n');
  expect(written).toContain('RegisterTaskDefinition');
  expect(written).not.toContain(canary);
});
