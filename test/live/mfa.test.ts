import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createGateway, resolveConnection } from '../../client/src/aws/index';
import { startFakeEcs } from '../support/fake-ecs/index';
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

/** STS as roles with MFA need it: takes the code 123456 once. */
async function startSts() {
  const codes: string[] = [];
  const session = { minutes: 60 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const code = new URLSearchParams(Buffer.concat(chunks).toString()).get('TokenCode') ?? '';
    const valid = code === '123456' && !codes.includes(code);
    codes.push(code);
    response.writeHead(valid ? 200 : 403, { 'content-type': 'text/xml' });
    response.end(valid ? assumed(new Date(Date.now() + session.minutes * 60_000)) : refused);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { codes, session, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const assumed = (expiration: Date): string => `<AssumeRoleResponse><AssumeRoleResult><Credentials>
  <AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
  <SessionToken>token</SessionToken><Expiration>${expiration.toISOString()}</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`;

const refused = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
  <Message>MultiFactorAuthentication failed with invalid MFA one time pass code. </Message>
</Error><RequestId>1</RequestId></ErrorResponse>`;

async function asAdmin(...answers: readonly (string | undefined)[]) {
  const [ecs, sts] = [await startFakeEcs(), await startSts()];
  onTestFinished(ecs.close);
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
  sts.session.minutes = -1;
  await expect(gateway.clusters()).rejects.toMatchObject({ kind: 'no-mfa-code' });
  expect(asked).toHaveLength(1);
});
