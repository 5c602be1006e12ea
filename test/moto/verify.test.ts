import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand, ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createGateway, resolveConnection } from '../../client/src/aws/index';
import { verify } from '../../client/src/live/verify/verify';
import { t, testLog, useEndpoint } from '../live/support/stage';
import { clientOptions, ensureVenv, startMoto } from '../support/endpoint/index.mjs';
import { tasksMayAssume } from '../support/fake-ecs/belongings';

const root = decodeURIComponent(new URL('../..', import.meta.url).pathname);

beforeAll(() => ensureVenv({ root }));

test('what is there is found, what is not is missed, and no value comes with it', async () => {
  const endpoint = await startMoto({ root });
  onTestFinished(() => endpoint.stop());
  const { secretArn } = await fill(endpoint.url);
  useEndpoint(endpoint.url);
  const gateway = createGateway(await resolveConnection({}), testLog());
  onTestFinished(() => gateway.dispose());
  const registry = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
  const statesOf = async (definition: object) => {
    const { checks } = await verify({ ...definition }, undefined, { gateway, inRegion: async () => gateway, t });
    expect(JSON.stringify(checks)).not.toContain('canary');
    return checks.map(({ id, state }) => `${id} ${state}`);
  };
  const container = (tag: string, secret: string, parameter: string, group: string) => ({
    image: `${registry}/shop/web:${tag}`,
    secrets: [
      { name: 'PASSWORD', valueFrom: secret },
      { name: 'TOKEN', valueFrom: parameter },
    ],
    logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': group } },
  });
  const there = container('1', `${secretArn}:password::`, '/shop/token', '/ecs/web');
  expect(await statesOf({ executionRoleArn: 'web-exec', containerDefinitions: [there] })).toEqual([
    'execution-role ok',
    'execution-role-trust ok',
    'image ok',
    'secret ok',
    'parameter ok',
    'log-group ok',
  ]);
  const gone = container('2', `${secretArn.replace('shop/db', 'shop/bd')}`, '/shop/tokens', '/ecs/we');
  expect(await statesOf({ taskRoleArn: 'web', containerDefinitions: [gone] })).toEqual([
    'task-role failed',
    // moto does not know the rules by which ECR might fetch it.
    'image skipped',
    'secret failed',
    'parameter failed',
    'log-group failed',
  ]);
});

async function fill(url: string): Promise<{ readonly secretArn: string }> {
  const options = clientOptions(url);
  const AssumeRolePolicyDocument = JSON.stringify(tasksMayAssume);
  await new IAMClient(options).send(new CreateRoleCommand({ RoleName: 'web-exec', AssumeRolePolicyDocument }));
  const ecr = new ECRClient(options);
  await ecr.send(new CreateRepositoryCommand({ repositoryName: 'shop/web' }));
  const imageManifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: {
      mediaType: 'application/vnd.docker.container.image.v1+json',
      size: 1,
      digest: `sha256:${'0'.repeat(64)}`,
    },
    layers: [],
  });
  await ecr.send(new PutImageCommand({ repositoryName: 'shop/web', imageTag: '1', imageManifest }));
  const secret = { Name: 'shop/db', SecretString: '{"password":"canary-in-a-secret"}' };
  const { ARN = '' } = await new SecretsManagerClient(options).send(new CreateSecretCommand(secret));
  const parameter = { Name: '/shop/token', Value: 'canary-in-a-parameter', Type: 'SecureString' } as const;
  await new SSMClient(options).send(new PutParameterCommand(parameter));
  await new CloudWatchLogsClient(options).send(new CreateLogGroupCommand({ logGroupName: '/ecs/web' }));
  return { secretArn: ARN };
}
