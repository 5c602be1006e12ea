import { expect, onTestFinished, test, vi } from 'vitest';
import { createGateway, resolveConnection } from '../../client/src/aws/index';
import { startFakeEcs } from '../support/fake-ecs/index';
import { startFakeSts } from '../support/fake-sts';
import { awsFiles } from './support/aws-files';
import { t, testLog } from './support/stage';

const serial = 'arn:aws:iam::111122223333:mfa/ada';

const config = `
[profile keys]
[profile admin]
region = us-east-1
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = keys
mfa_serial = ${serial}
`;

async function asAdmin(...answers: readonly (string | undefined)[]) {
  const [ecs, sts] = [await startFakeEcs(), await startFakeSts('123456')];
  onTestFinished(async () => {
    await ecs.close();
    await sts.close();
  });
  awsFiles(config, '[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n');
  vi.stubEnv('AWS_ENDPOINT_URL', ecs.url);
  vi.stubEnv('AWS_ENDPOINT_URL_STS', sts.url);
  const asked: string[] = [];
  const log = testLog();
  const mfaCode = async (device: string, profile: string): Promise<string | undefined> => {
    asked.push(`${device} of ${profile}`);
    return answers[asked.length - 1];
  };
  const gateway = createGateway(await resolveConnection({ profile: 'admin' }), log, { t, mfaCode });
  onTestFinished(gateway.dispose);
  return { ecs, sts, gateway, asked, log };
}

test('calls that begin together ask for one code, whatever their service', async () => {
  const { ecs, gateway, asked, sts, log } = await asAdmin('123456');
  ecs.addCluster('shop');
  const [clusters] = await Promise.all([
    gateway.clusters(),
    gateway.families('ACTIVE'),
    gateway.subnets(),
    gateway.clusters(),
  ]);
  expect(clusters.items).toHaveLength(1);
  await gateway.families('INACTIVE');
  expect(asked).toEqual([`${serial} of admin`]);
  expect(sts.codes).toEqual(['123456']);
  expect(log.lines).toEqual([]);
});

test.each([
  ['none', undefined, 0],
  ['a wrong one', '654321', 1],
])('a code that is not given or not taken is told, and nobody is asked again: %s', async (_, code, sent) => {
  const { ecs, gateway, asked, sts, log } = await asAdmin(code, '123456');
  const outcomes = await Promise.allSettled([gateway.clusters(), gateway.families('ACTIVE')]);
  outcomes.push(...(await Promise.allSettled([gateway.clusters()])));
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { kind: 'no-mfa-code', action: 'retry', sentence: expect.stringContaining('Profile admin needs') },
    });
  }
  expect([asked.length, sts.codes.length, ecs.requests.length]).toEqual([1, sent, 0]);
  expect(log.lines.join('\n')).not.toMatch(/654321|111122223333/);
});

test('a session that ends interrupts nobody: the next call says so', async () => {
  const { sts, gateway, asked } = await asAdmin('123456', '123456');
  sts.endSessions();
  await expect(gateway.clusters()).rejects.toMatchObject({ kind: 'no-mfa-code' });
  expect(asked).toHaveLength(1);
});
