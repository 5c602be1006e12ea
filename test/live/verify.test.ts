import { describe, expect, onTestFinished, test } from 'vitest';
import { createGateway } from '../../client/src/aws/index';
import type { Check } from '../../client/src/live/verify/check';
import { verify } from '../../client/src/live/verify/verify';
import { type Belongings, tasksMayAssume } from '../support/fake-ecs/belongings';
import type { FakeEcs, Operation } from '../support/fake-ecs/index';
import { connected, t, testLog } from './support/stage';

const role = 'arn:aws:iam::111122223333:role/web-exec';
const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com';
const digest = `sha256:${'0'.repeat(64)}`;
const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCd12';

/** What is there, what of it is told of a definition with one member, and the one call that finds out. */
async function checksOf(
  members: object,
  prepare: (belongings: Belongings, ecs: FakeEcs) => void = () => undefined,
): Promise<{ readonly checks: readonly Check[]; readonly ecs: FakeEcs }> {
  const { ecs, gateway } = await connected();
  prepare(ecs.belongings, ecs);
  const inRegion = async (region: string) => {
    const there = createGateway({ ...gateway.connection, region }, testLog(), { t });
    onTestFinished(() => there.dispose());
    return there;
  };
  const { checks } = await verify({ family: 'web', ...members }, undefined, { gateway, inRegion, t });
  return { checks, ecs };
}

const container = (members: object) => ({ containerDefinitions: [{ name: 'web', ...members }] });
const image = (name: string) => container({ image: name });
const kept = (valueFrom: string) => container({ secrets: [{ name: 'PASSWORD', valueFrom }] });
const logged = (options: object) => container({ logConfiguration: { logDriver: 'awslogs', options } });
const trusts = (statement: object) => (it: Belongings) =>
  it.roles.set('web-exec', { Statement: [{ ...tasksMayAssume.Statement[0], ...statement }] });

type Row = readonly [
  name: string,
  members: object,
  prepare: (belongings: Belongings, ecs: FakeEcs) => void,
  told: readonly (readonly [Check['state'], string, string])[],
];

const nothing = (): void => undefined;
const at = '/containerDefinitions/0';
const rows: readonly Row[] = [
  [
    'a role that ECS may take on',
    { executionRoleArn: role },
    (it) => it.roles.set('web-exec', tasksMayAssume),
    [
      ['ok', '/executionRoleArn', 'exists'],
      ['ok', '/executionRoleArn', 'trusts ecs-tasks.amazonaws.com'],
    ],
  ],
  ['a role that is missing', { taskRoleArn: 'web' }, nothing, [['failed', '/taskRoleArn', 'does not exist']]],
  [
    'a role of another account',
    { executionRoleArn: role.replace('111122223333', '444455556666') },
    nothing,
    [['failed', '/executionRoleArn', 'another account']],
  ],
  [
    'a role for something else',
    { executionRoleArn: role },
    trusts({ Principal: { Service: ['ec2.amazonaws.com'] } }),
    [
      ['ok', '/executionRoleArn', 'exists'],
      ['failed', '/executionRoleArn', 'does not trust'],
    ],
  ],
  [
    'a role with a condition',
    { executionRoleArn: role },
    trusts({ Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }),
    [
      ['ok', '/executionRoleArn', 'exists'],
      ['skipped', '/executionRoleArn', 'may trust'],
    ],
  ],
  [
    'an image by its tag',
    image(`${registry}/web:1`),
    (it) => it.images.set('web', ['1']),
    [['ok', `${at}/image`, 'exists']],
  ],
  [
    'an image by its digest, which comes before the tag',
    image(`${registry}/web:2@${digest}`),
    (it) => it.images.set('web', [digest]),
    [['ok', `${at}/image`, 'exists']],
  ],
  [
    'an image without a tag is the latest',
    image(`${registry}/web`),
    (it) => it.images.set('web', ['1']),
    [['failed', `${at}/image`, 'not in ECR']],
  ],
  [
    'an image whose repository is missing',
    image(`${registry}/web:1`),
    nothing,
    [['failed', `${at}/image`, 'not in ECR']],
  ],
  [
    'an image that ECR would fetch',
    image(`${registry}/hub/library/nginx:1`),
    (it) => it.cachedPrefixes.push('hub'),
    [['skipped', `${at}/image`, 'fetches it']],
  ],
  [
    'an image that ECR may fetch, who knows',
    image(`${registry}/hub/library/nginx:1.29`),
    (_, ecs) => ecs.fail('DescribePullThroughCacheRules', { kind: 'denied' }),
    [['skipped', `${at}/image`, 'ecr:DescribePullThroughCacheRules']],
  ],
  [
    'an image of another region',
    image(`${registry.replace('us-east-1', 'eu-west-1')}/web:1`),
    (_, ecs) => ecs.in('eu-west-1').belongings.images.set('web', ['1']),
    [['ok', `${at}/image`, 'exists']],
  ],
  [
    'an image of another registry',
    image('public.ecr.aws/nginx/nginx:1'),
    nothing,
    [['skipped', `${at}/image`, 'only private']],
  ],
  [
    'an image that a template fills in',
    image(`${registry}/web:\${TAG}`),
    nothing,
    [['skipped', `${at}/image`, 'template']],
  ],
  [
    'a secret, whatever is taken of it',
    kept(`${secret}:password::`),
    (it) => it.secrets.set('shop/db-AbCd12', {}),
    [['ok', `${at}/secrets/0/valueFrom`, 'its value was not read']],
  ],
  ['a secret that is missing', kept(secret), nothing, [['failed', `${at}/secrets/0/valueFrom`, 'does not exist']]],
  [
    'a secret that will be deleted',
    kept(secret),
    (it) => it.secrets.set('shop/db-AbCd12', { deleted: true }),
    [['failed', `${at}/secrets/0/valueFrom`, 'scheduled for deletion']],
  ],
  [
    'a secret without the version',
    kept(`${secret}::BLUE:`),
    (it) => it.secrets.set('shop/db-AbCd12', {}),
    [['failed', `${at}/secrets/0/valueFrom`, 'the label BLUE']],
  ],
  [
    'the password of a registry, by the name of its secret',
    container({ repositoryCredentials: { credentialsParameter: 'shop/hub' } }),
    (it) => it.secrets.set('shop/hub-AbCd12', {}),
    [['ok', `${at}/repositoryCredentials/credentialsParameter`, 'exists']],
  ],
  [
    'a parameter by its name',
    kept('/shop/db'),
    (it) => it.parameters.add('/shop/db'),
    [['ok', `${at}/secrets/0/valueFrom`, 'its value was not read']],
  ],
  [
    'a parameter by its ARN, which does not tell whether the name begins with a slash',
    kept('arn:aws:ssm:us-east-1:111122223333:parameter/db'),
    (it) => it.parameters.add('db'),
    [['ok', `${at}/secrets/0/valueFrom`, 'exists']],
  ],
  [
    'a parameter that is missing',
    kept('/shop/db'),
    nothing,
    [['failed', `${at}/secrets/0/valueFrom`, 'does not exist']],
  ],
  [
    'a parameter of another account',
    kept('arn:aws:ssm:us-east-1:444455556666:parameter/db'),
    nothing,
    [['skipped', `${at}/secrets/0/valueFrom`, 'another account']],
  ],
  [
    'a log group',
    logged({ 'awslogs-group': '/ecs/web' }),
    (_, ecs) => ecs.addLogGroup('/ecs/web'),
    [['ok', `${at}/logConfiguration/options/awslogs-group`, 'exists']],
  ],
  [
    'a log group whose name another one begins with',
    logged({ 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1' }),
    (_, ecs) => ecs.addLogGroup('/ecs/web-2'),
    [['failed', `${at}/logConfiguration/options/awslogs-group`, 'does not exist']],
  ],
  [
    'a log group that the driver makes',
    logged({ 'awslogs-group': '/ecs/web', 'awslogs-create-group': 'true' }),
    nothing,
    [['skipped', `${at}/logConfiguration/options/awslogs-group`, 'awslogs-create-group']],
  ],
  [
    'file systems and environment files',
    {
      volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0a1b2c3d' } }],
      ...container({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::shop/web.env' }] }),
    },
    nothing,
    [
      ['skipped', '/volumes/0/efsVolumeConfiguration/fileSystemId', 'not checked'],
      ['skipped', `${at}/environmentFiles/0/value`, 'not checked'],
    ],
  ],
];

test.each(rows)('%s', async (_, members, prepare, told) => {
  const { checks } = await checksOf(members, prepare);
  expect(checks.map(({ state, path }) => [state, path])).toEqual(told.map(([state, path]) => [state, path]));
  told.forEach(([state, , words], index) => {
    expect(checks[index]?.sentence).toContain(words);
    if (state === 'failed') expect(checks[index]?.fix).toMatch(/\.$/);
  });
});

const denials: readonly (readonly [Operation, string, object])[] = [
  ['GetRole', 'iam:GetRole', { taskRoleArn: 'web' }],
  ['DescribeImages', 'ecr:DescribeImages', image(`${registry.replace('111122223333', '444455556666')}/web:1`)],
  ['DescribeSecret', 'secretsmanager:DescribeSecret', kept(secret)],
  ['DescribeParameters', 'ssm:DescribeParameters', kept('/shop/db')],
  ['DescribeLogGroups', 'logs:DescribeLogGroups', logged({ 'awslogs-group': '/ecs/web' })],
];

test.each(denials)('%s denied is no finding, and the permission is named', async (operation, permission, members) => {
  const { checks } = await checksOf(members, (_, ecs) => ecs.fail(operation, { kind: 'denied' }));
  expect(checks).toMatchObject([{ state: 'skipped', sentence: expect.stringContaining(permission) }]);
});

describe('of a whole definition', () => {
  const whole = {
    executionRoleArn: role,
    taskRoleArn: role,
    containerDefinitions: ['web', 'worker', 'cron'].map((name) => ({
      name,
      image: `${registry}/web:1`,
      environment: [{ name: 'GREETING', value: 'canary-in-a-variable' }],
      secrets: [
        { name: 'PASSWORD', valueFrom: `${secret}:password::` },
        { name: 'USER', valueFrom: `${secret}:user::` },
        { name: 'TOKEN', valueFrom: '/shop/token' },
      ],
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web' } },
    })),
  };

  test('each thing is asked about once, four at a time, and no value of a secret is read', async () => {
    const { checks, ecs } = await checksOf(whole, (it, fake) => {
      it.roles.set('web-exec', tasksMayAssume);
      it.images.set('web', ['1']);
      it.secrets.set('shop/db-AbCd12', {});
      it.parameters.add('/shop/token');
      fake.addLogGroup('/ecs/web');
      fake.fail('*', { kind: 'slow', milliseconds: 20 });
    });
    expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(['ok']));
    expect(checks).toHaveLength(4 + 3 + 9 + 3);
    expect(ecs.tally()).toEqual({
      GetCallerIdentity: 1,
      GetRole: 1,
      DescribeImages: 1,
      DescribeSecret: 1,
      DescribeParameters: 2,
      DescribeLogGroups: 1,
    });
    expect(ecs.mostAtOnce()).toBeLessThanOrEqual(4);
    expect(JSON.stringify(checks)).not.toContain('canary');
  });

  test('where nobody is known nothing is said', async () => {
    const asked = checksOf(whole, (_, ecs) => ecs.fail('*', { kind: 'expired' }));
    await expect(asked).rejects.toMatchObject({ name: 'LiveFailure', kind: 'token-expired' });
  });

  test('a service that cannot be reached costs its own checks alone', async () => {
    const { checks } = await checksOf(whole, (it, ecs) => {
      it.roles.set('web-exec', tasksMayAssume);
      ecs.fail('DescribeImages', { kind: 'html' });
    });
    expect(checks.filter(({ id }) => id === 'image').map(({ state }) => state)).toEqual(Array(3).fill('skipped'));
    expect(checks.filter(({ id }) => id === 'execution-role')).toMatchObject([{ state: 'ok' }]);
  });
});
