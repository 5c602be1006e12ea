import { expect, onTestFinished, test, vi } from 'vitest';
import { createGateway, listProfiles, regions, resolveConnection } from '../../client/src/aws/index';
import { startFakeEcs } from '../support/fake-ecs/index';
import { awsFiles } from './support/aws-files';
import { t, testLog } from './support/stage';

const config = `
[default]
region = eu-west-1
[profile work]
region = eu-central-1
services = local
endpoint_url = http://127.0.0.1:4000
[profile plain]
endpoint_url = http://127.0.0.1:4000
[profile bare]
ignore_configured_endpoint_urls = true
endpoint_url = http://127.0.0.1:4000
[profile broken]
services = nowhere
[profile my.team]
region = us-east-2
[services local]
ecs =
  endpoint_url = http://127.0.0.1:5000
[sso-session corp]
sso_region = us-east-1
`;

test('profiles of both files, without other sections and without secrets', async () => {
  awsFiles(config, '[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n');
  expect(await listProfiles()).toEqual([
    { name: 'bare' },
    { name: 'broken' },
    { name: 'default', region: 'eu-west-1' },
    { name: 'keys' },
    { name: 'my.team', region: 'us-east-2' },
    { name: 'plain' },
    { name: 'work', region: 'eu-central-1' },
  ]);
});

test('no files: no profiles, no region', async () => {
  awsFiles('');
  vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent/config');
  expect(await listProfiles()).toEqual([]);
  expect(await resolveConnection({})).toEqual({});
});

test('profile and region: what is given, then the environment, then the profile', async () => {
  awsFiles(config);
  expect(await resolveConnection({})).toEqual({ region: 'eu-west-1' });
  expect(await resolveConnection({ profile: 'my.team' })).toEqual({ profile: 'my.team', region: 'us-east-2' });
  vi.stubEnv('AWS_PROFILE', 'my.team');
  expect(await resolveConnection({})).toEqual({ profile: 'my.team', region: 'us-east-2' });
  vi.stubEnv('AWS_DEFAULT_REGION', 'sa-east-1');
  expect(await resolveConnection({})).toMatchObject({ region: 'sa-east-1' });
  vi.stubEnv('AWS_REGION', 'ca-west-1');
  expect(await resolveConnection({})).toMatchObject({ region: 'ca-west-1' });
  expect(await resolveConnection({ profile: 'default', region: 'us-west-2' })).toEqual({
    profile: 'default',
    region: 'us-west-2',
  });
});

test('the endpoint: the four ways in their order, and the switch that turns them off', async () => {
  awsFiles(config);
  const of = async (profile: string): Promise<string | undefined> => (await resolveConnection({ profile })).endpoint;
  expect(await of('default')).toBeUndefined();
  expect(await of('plain')).toBe('http://127.0.0.1:4000');
  expect(await of('work')).toBe('http://127.0.0.1:5000');
  expect(await of('bare')).toBeUndefined();
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:6000');
  expect(await of('work')).toBe('http://127.0.0.1:6000');
  vi.stubEnv('AWS_ENDPOINT_URL_ECS', 'http://127.0.0.1:7000');
  expect(await of('work')).toBe('http://127.0.0.1:7000');
  vi.stubEnv('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'true');
  expect(await of('work')).toBeUndefined();
});

test('a services section that is not there is told', async () => {
  awsFiles(config);
  await expect(resolveConnection({ profile: 'broken' })).rejects.toMatchObject({
    kind: 'invalid',
    sentence: expect.stringContaining('services section nowhere'),
    action: 'pick-connection',
  });
});

test.each(['localhost:4566', 'ecs', 'http://', 'ftp://127.0.0.1'])(
  'the endpoint %j is no web address: told before anything is sent',
  async (endpoint) => {
    awsFiles(config);
    vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
    await expect(resolveConnection({})).rejects.toMatchObject({
      kind: 'invalid',
      sentence: expect.stringContaining(`The endpoint ${endpoint}, `),
      action: 'pick-connection',
    });
  },
);

test('calls go to the endpoint of the chosen profile, not of AWS_PROFILE', async () => {
  const [chosen, other] = [await startFakeEcs(), await startFakeEcs()];
  onTestFinished(async () => {
    await chosen.close();
    await other.close();
  });
  const keys = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n';
  awsFiles(
    `[profile chosen]\nregion = us-east-1\nendpoint_url = ${chosen.url}\n[profile other]\nregion = us-east-1\nendpoint_url = ${other.url}\n`,
    `[chosen]\n${keys}[other]\n${keys}`,
  );
  vi.stubEnv('AWS_PROFILE', 'other');
  chosen.addCluster('mine');
  const gateway = createGateway(await resolveConnection({ profile: 'chosen' }), testLog(), { t });
  onTestFinished(() => gateway.dispose());
  expect((await gateway.clusters()).items.map(({ name }) => name)).toEqual(['mine']);
  expect(await gateway.identity()).toMatchObject({ account: '111122223333' });
  expect(await gateway.subnets()).toHaveLength(3);
  expect(other.requests).toEqual([]);
});

test('a profile without credentials says so by its name', async () => {
  awsFiles(config);
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
  const gateway = createGateway({ profile: 'my.team', region: 'us-east-2' }, testLog(), { t });
  await expect(gateway.clusters()).rejects.toMatchObject({
    kind: 'no-credentials',
    sentence: expect.stringContaining('profile my.team'),
    action: 'pick-connection',
  });
});

test('regions have ids and names, each once', () => {
  expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length);
  for (const { id, name } of regions) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+-\d$/);
    expect(name).toMatch(/^\p{Lu}/u);
  }
});
