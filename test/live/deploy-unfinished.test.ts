import { expect, test, vi } from 'vitest';
import { tellUnfinished, type UnfinishedPorts } from '../../client/src/live/deploy/unfinished';
import { lost } from './support/deploy-flows';
import { type DeployStage, deployStage, inputOf, runTarget, serviceTarget } from './support/deploy-stage';
import { web } from './support/stage';

const next = { ...web, cpu: '512', memory: '1024' };

/** A window that was closed while a call was under way. */
async function closedAt(
  method: 'register' | 'updateService' | 'runTask',
  arrives: boolean,
  target = method === 'runTask' ? runTarget : serviceTarget,
): Promise<DeployStage> {
  const here = await deployStage();
  here.ecs.addCluster('shop');
  const arn = here.ecs.addTaskDefinition(structuredClone(web) as never);
  here.ecs.addService('shop', 'web', { taskDefinition: arn });
  await new Promise<void>((closed) => {
    const gateway = lost(here.ports.gateway, method, arrives, closed);
    void here.deployer.deploy(inputOf(next, target), { ...here.ports, gateway });
  });
  here.ecs.clock.advance(60_000);
  here.ecs.requests.length = 0;
  return here;
}

function unfinished({ ports }: DeployStage, again: string[] = []): UnfinishedPorts {
  return {
    ...ports,
    connect: async () => ports.gateway,
    again: async ({ family, target }) => {
      again.push(`${family} to ${target}`);
    },
  };
}

test('a deployment that has begun is watched', async () => {
  const here = await closedAt('updateService', true);
  await tellUnfinished(unfinished(here));
  expect(here.subjects).toMatchObject([
    {
      kind: 'deployment',
      title: 'web in shop',
      taskDefinitionArn: expect.stringMatching(/web:2$/),
      deploymentId: expect.stringMatching(/^ecs-svc/),
    },
  ]);
  expect(here.user.messages).toEqual([]);
  await tellUnfinished(unfinished(here));
  expect(here.subjects).toHaveLength(1);
});

test('one that has not is told, with the next step', async () => {
  const here = await closedAt('updateService', false);
  const again: string[] = [];
  here.user.press = () => 'Deploy It';
  await tellUnfinished(unfinished(here, again));
  expect(here.user.messages[0]?.text).toMatch(/^The deployment of web:2 to shop\/web at .* UTC did not begin\.$/);
  expect(again).toEqual(['web to live']);
});

test.for([
  [serviceTarget, 'The deployment of web to shop/web at', 'Deploy It'],
  [runTarget, 'The run of web in shop at', 'Run It'],
] as const)('one that got no further than registering is told', async ([target, said, button]) => {
  const here = await closedAt('register', true, target);
  await tellUnfinished(unfinished(here));
  expect(here.user.messages).toMatchObject([{ text: expect.stringContaining(said), buttons: [button] }]);
  expect(here.user.messages[0]?.text).toMatch(/ UTC did not begin\.$/);
  expect(await here.reloaded().deploy(inputOf(next, target), here.ports)).toMatchObject({ kind: 'started' });
  expect(here.ecs.revisions('web')).toHaveLength(2);
});

test('of a run only ECS knows: it is asked by the wish of the user, and keeps its token until then', async () => {
  const here = await closedAt('runTask', true);
  await tellUnfinished(unfinished(here));
  expect(here.user.messages[0]?.text).toMatch(
    /had no answer\. Asked again, ECS tells its tasks and starts no others\.$/,
  );
  expect(here.ecs.requests).toEqual([]);
  expect(await here.reloaded().deploy(inputOf(next, runTarget), here.ports)).toMatchObject({ kind: 'started' });
  expect(here.ecs.taskSets()).toBe(1);
});

test('a run of long ago is told once', async () => {
  const here = await closedAt('runTask', true);
  here.ecs.clock.advance(3_600_000);
  await tellUnfinished(unfinished(here));
  await tellUnfinished(unfinished(here));
  expect(here.user.messages.map(({ text }) => text)).toEqual([expect.stringMatching(/look for its tasks\.$/)]);
});

test('of another account nothing is told, and nothing is forgotten', async () => {
  const here = await closedAt('updateService', true);
  here.ecs.identity('arn:aws:iam::123456789012:user/other');
  await tellUnfinished(unfinished(here));
  expect([here.subjects, here.user.messages]).toEqual([[], []]);
  here.ecs.identity('arn:aws:iam::111122223333:user/dev');
  await tellUnfinished(unfinished(here));
  expect(here.subjects).toHaveLength(1);
});

test('without an answer from AWS it is told another time; where there is nothing nothing is asked', async () => {
  const here = await closedAt('updateService', true);
  here.ecs.fail('GetCallerIdentity', { kind: 'expired' });
  await tellUnfinished(unfinished(here));
  expect(here.user.messages).toEqual([]);
  here.ecs.heal();
  await tellUnfinished(unfinished(here));
  here.ecs.requests.length = 0;
  await tellUnfinished(unfinished(here));
  expect(here.ecs.requests).toEqual([]);
});

test('what another version kept is left out', async () => {
  const here = await deployStage();
  for (const kept of ['x', [1, null, { key: 'a' }], { a: 1 }]) {
    here.memory.set('deploy/intents', kept);
    await tellUnfinished(unfinished(here));
  }
  expect(here.user.messages).toEqual([]);
});

test('a message that nobody answers holds no other back', async () => {
  const here = await closedAt('updateService', false);
  await new Promise<void>((closed) => {
    const gateway = lost(here.ports.gateway, 'runTask', true, closed);
    void here.deployer.deploy(inputOf(web, runTarget), { ...here.ports, gateway });
  });
  here.user.press = () => new Promise(() => undefined);
  void tellUnfinished(unfinished(here));
  await vi.waitFor(() => expect(here.user.messages).toHaveLength(2));
});
