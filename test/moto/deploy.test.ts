import { CreateServiceCommand, ECSClient } from '@aws-sdk/client-ecs';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createGateway, resolveConnection } from '../../client/src/aws/index';
import { createDeployer } from '../../client/src/live/deploy/deployer';
import type { ChangePorts } from '../../client/src/live/deploy/input';
import type { Target } from '../../client/src/live/deploy/target';
import { testLog, useEndpoint } from '../live/support/stage';
import { testUser } from '../live/support/ui';
import {
  clientOptions,
  ensureVenv,
  fargateDefinition,
  fargatePlacement,
  seed,
  startMoto,
} from '../support/endpoint/index.mjs';
import { inputOf, realPorts } from '../support/real-ports';

const root = decodeURIComponent(new URL('../..', import.meta.url).pathname);

beforeAll(() => ensureVenv({ root }));

const target: Target = {
  name: 'hello',
  file: 'hello.json',
  kind: 'service',
  account: '123456789012',
  cluster: 'playground',
  service: 'hello',
};

const facts = (tag: string) => ({
  family: 'hello',
  definition: { ...fargateDefinition('hello', [{ name: 'hello', image: `public.ecr.aws/hello:${tag}`, memory: 256 }]) },
  requiresCompatibilities: [],
});

async function stage() {
  const endpoint = await startMoto({ root });
  onTestFinished(() => endpoint.stop());
  const seeded = await seed(endpoint.url);
  useEndpoint(endpoint.url);
  const gateway = createGateway(await resolveConnection({}), testLog());
  onTestFinished(() => gateway.dispose());
  const user = testUser('playground');
  const audit: string[] = [];
  const ports: ChangePorts = { ...realPorts(gateway, user, testLog()), audit: (line) => audit.push(line) };
  const { deploy } = createDeployer();
  return {
    endpoint,
    seeded,
    gateway,
    user,
    audit,
    deploy: (tag: string) => deploy(inputOf('hello.json', facts(tag), target), ports),
  };
}

test('a service is updated once and watched to its end; deployed again unchanged, nothing is registered', async () => {
  const { endpoint, seeded, gateway, user, audit, deploy } = await stage();
  const { arn } = await gateway.register(facts('1').definition);
  const ecs = new ECSClient(clientOptions(endpoint.url));
  onTestFinished(() => ecs.destroy());
  const placement = fargatePlacement(seeded);
  await ecs.send(
    new CreateServiceCommand({
      ...{ cluster: 'playground', serviceName: 'hello', taskDefinition: arn, desiredCount: 2 },
      ...placement,
    }),
  );

  const outcome = await deploy('2');
  if (outcome.kind !== 'started') throw new Error(`Nothing was begun: ${outcome.kind}`);
  expect(user.confirmations[0]?.detail).toContain('Task definition: hello:1 → hello:2 (next revision)');
  expect(user.confirmations[0]?.detail).toContain(
    '~ containerDefinitions[hello].image: public.ecr.aws/hello:1 → public.ecr.aws/hello:2',
  );
  // The endpoint has no service deployments: the service's own row tells.
  expect(await outcome.watch.end).toEqual({ kind: 'succeeded' });
  expect(audit.map((line) => line.replace(/^\S+ /, '').replace(/ request \S+$/, ''))).toEqual([
    '123456789012 us-east-1 RegisterTaskDefinition hello:2 ok',
    '123456789012 us-east-1 UpdateService playground/hello ok',
  ]);

  expect(await deploy('2')).toMatchObject({ kind: 'unchanged' });
  expect(user.messages.at(-1)?.text).toBe(
    'Nothing to do: playground/hello uses hello:2 already, which says the same as the file.',
  );
  expect(user.confirmations).toHaveLength(1);
  expect((await gateway.newestRevision('hello'))?.revision).toBe(2);
});
