import { describe, expect, it } from 'vitest';
import { service } from '../support/service';

const open = (definition: object) => service.open('file:///w/task-definition.json', JSON.stringify(definition));

async function found(definition: object, ...rules: readonly string[]) {
  const problems = await service.diagnose(open(definition));
  return problems.filter(({ rule }) => rules.length === 0 || rules.includes(rule));
}

const withMembers = (members: object, more: object = {}) => ({
  family: 'web',
  containerDefinitions: [{ name: 'app', image: 'public.ecr.aws/nginx/nginx:1.27', memory: 128, ...members }],
  ...more,
});

/** Made up, and written in pieces, so that nobody takes this file for a leak. */
const credentials = [
  ['a key of AWS', `AKIA${'1234'.repeat(4)}`],
  ['a temporary key of AWS', `ASIA${'ABCD'.repeat(4)}`],
  ['an address', ['redis://:', 'hunter2', '@cache.example.com'].join('')],
  ['a private key', `-----BEGIN ${'RSA'} PRIVATE KEY-----\nMII`],
  ['a private key of no algorithm', `-----BEGIN ${''}PRIVATE KEY-----`],
  ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`],
  ['a fine-grained token of GitHub', `github_pat_${'a1B2'.repeat(6)}`],
  ['a bot of Slack', `xoxb-${'1234567890'}-abc`],
  ['a key of Stripe', `sk_live_${'4eC39HqLyjWD'}`],
  ['a token', ['eyJhbGciOiJIUzI1NiJ9', 'eyJpc3MiOiJqb2UifQ', 'dBjftJeZ4CVP-mB92K27'].join('.')],
] as const;

describe.each(credentials)('%s', (_, credential) => {
  const text = `--with=${credential}`;
  it.each([
    [
      'a value',
      withMembers({ environment: [{ name: 'A', value: text }] }),
      /^\/containerDefinitions\/0\/environment\/0/,
    ],
    ['a command', withMembers({ command: ['run', text] }), '/containerDefinitions/0/command/1'],
    ['an entry point', withMembers({ entryPoint: [text] }), '/containerDefinitions/0/entryPoint/0'],
    ['a label', withMembers({ dockerLabels: { a: text } }), '/containerDefinitions/0/dockerLabels/a'],
    [
      'an option of a driver',
      withMembers(
        {},
        { volumes: [{ name: 'v', dockerVolumeConfiguration: { driver: 'local', driverOpts: { o: text } } }] },
      ),
      '/volumes/0/dockerVolumeConfiguration/driverOpts/o',
    ],
  ])('is found once in %s, and told to nobody', async (_place, definition, pointer) => {
    const problems = await found(definition, 'secret-in-value', 'aws-credentials-in-environment', 'plaintext-secret');
    expect(problems.map((problem) => problem.pointer)).toEqual([expect.stringMatching(pointer)]);
    expect(JSON.stringify(problems.map(({ message, related, fix }) => [message, related, fix?.title]))).not.toContain(
      credential.split('\n', 1)[0],
    );
  });
});

it.each([
  'AKIAIOSFODNN7EXAMPLE',
  'MAKIA123412341234123',
  `ghp_${'x'.repeat(36)}`,
  'xoxb-your-token-here',
  'postgres://user:***@db/app',
  'https://example.com:8443/a?b=c@d',
  'ssh://git@example.com/app.git',
  'mysql://app@db:3306/app',
  'http://[::1]:8080/@me',
  'eyJhbGciOiJIUzI1NiJ9',
  '-----BEGIN CERTIFICATE-----',
  'sk_test_4eC39HqLyjWD',
])('takes %s for no credential', async (value) => {
  expect(
    await found(
      withMembers({ environment: [{ name: 'A', value }] }),
      'secret-in-value',
      'aws-credentials-in-environment',
    ),
  ).toEqual([]);
});

it('reads a long value in time in proportion', async () => {
  const parts = ['eyJ', '-eyJ', '.eyJaaaaaaaaaa', '://', '://a:b', '-----BEGIN ', 'AKIA', 'xoxb-', 'ghp_'];
  const environment = parts.map((part, index) => ({ name: `A${index}`, value: part.repeat(100_000 / part.length) }));
  const start = performance.now();
  await service.diagnose(open(withMembers({ environment })));
  expect(performance.now() - start).toBeLessThan(2_000);
});

it.each([
  ['root', 'warning'],
  ['0', 'warning'],
  ['root:root', 'warning'],
  ['0:1000', 'warning'],
  ['', 'hint'],
  ['1000', undefined],
  ['1000:0', undefined],
  ['rooty', undefined],
  ['00:', undefined],
])("says of the user '%s': %s", async (user, severity) => {
  const problems = await found(withMembers({ user }), 'container-runs-as-root');
  expect(problems.map((problem) => problem.severity)).toEqual(severity ? [severity] : []);
});

it('does not call a log router that runs as root a fault', async () => {
  const router = { user: '0', firelensConfiguration: { type: 'fluentbit' } };
  expect(await found(withMembers(router), 'container-runs-as-root')).toMatchObject([{ severity: 'hint' }]);
});

describe('a null', () => {
  const members = ['cpu', 'memoryReservation', 'essential', 'command', 'environment', 'user', 'healthCheck', 'secrets'];
  it.each(members)('for %s of a container is told once', async (member) => {
    const problems = await found(withMembers({ [member]: null }));
    const here = problems.filter(({ pointer }) => pointer === `/containerDefinitions/0/${member}`);
    expect(here.map(({ rule }) => rule)).toEqual(['null-member']);
  });

  it.each(['cpu', 'memory', 'networkMode', 'volumes', 'runtimePlatform', 'tags', 'requiresCompatibilities'])(
    'for %s of the task is told once',
    async (member) => {
      const problems = await found(withMembers({}, { [member]: null }));
      const here = problems.filter(({ pointer }) => pointer === `/${member}`);
      expect(here.map(({ rule }) => rule)).toEqual(['null-member']);
    },
  );

  it('for what must be there is no member to remove', async () => {
    const problems = await found(withMembers({ environmentFiles: [{ type: 's3', value: null }] }));
    expect(problems.map(({ rule }) => rule)).not.toContain('null-member');
  });

  it('among the items of a list has the wrong type', async () => {
    const problems = await found(withMembers({ command: ['run', null] }));
    expect(problems.map(({ rule }) => rule)).toContain('invalid-type');
  });
});

describe('registries', () => {
  const untrusted = async (image: string, ...trustedRegistries: readonly string[]) => {
    const problems = await service.diagnose(open(withMembers({ image })), undefined, {
      configs: [{ trustedRegistries }],
    });
    return problems.filter(({ rule }) => rule === 'untrusted-registry').length;
  };

  it('are all trusted where none is named', async () => {
    expect(await untrusted('ghcr.io/example/app:1')).toBe(0);
  });

  it.each([
    ['nginx:1.27', 'docker.io', 0],
    ['nginx:1.27', 'public.ecr.aws', 1],
    ['GHCR.io/example/app:1', 'ghcr.io', 0],
    ['localhost:5000/app:1', 'localhost:5000', 0],
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1', '*.dkr.ecr.eu-west-1.amazonaws.com', 0],
    ['111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1', '*.dkr.ecr.eu-west-1.amazonaws.com', 1],
    ['evilecr.aws/app:1', '*.ecr.aws', 1],
  ])('%s, where %s is trusted: %i', async (image, registry, count) => {
    expect(await untrusted(image, registry)).toBe(count);
  });
});
