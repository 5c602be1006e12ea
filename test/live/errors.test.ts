import { describe, expect, test } from 'vitest';
import { toFailure } from '../../client/src/aws/errors';
import { LiveFailure } from '../../client/src/live/failure';
import type { Fault } from '../support/fake-ecs/index';
import { connected, t } from './support/stage';

const call = {
  service: 'ecs',
  operation: 'ListClusters',
  host: 'ecs.eu-west-1.amazonaws.com',
  region: 'eu-west-1',
  profile: 'work',
} as const;

// Each through the real SDK from a real answer: kind, the one action, and what the sentence must say.
const answered: readonly (readonly [Fault, string, string, RegExp])[] = [
  [{ kind: 'throttled' }, 'throttled', 'retry', /limits the rate of calls to ListClusters/],
  [{ kind: 'denied' }, 'access-denied', 'pick-connection', /^ecs:ListClusters is not allowed for the identity in use/],
  [{ kind: 'expired' }, 'token-expired', 'retry', /credentials of profile default have expired/],
  [
    { kind: 'unrecognized' },
    'bad-credentials',
    'pick-connection',
    /does not accept the credentials of profile default/,
  ],
  [{ kind: 'server' }, 'server', 'retry', /failed inside AWS \(HTTP 500\)/],
  [
    { kind: 'html' },
    'not-ecs',
    'pick-connection',
    /127\.0\.0\.1:\d+ did not answer ListClusters as AWS does \(HTTP 200\)/,
  ],
  [{ kind: 'html', status: 502 }, 'not-ecs', 'pick-connection', /HTTP 502/],
  [{ kind: 'reset' }, 'offline', 'retry', /127\.0\.0\.1:\d+ cannot be reached \(ECONNRESET\)/],
  [
    { kind: 'error', name: 'InvalidParameterException', message: 'Tokens are of\n another list' },
    'invalid',
    'show-log',
    /was refused: Tokens are of another list\.$/,
  ],
  [
    { kind: 'error', name: 'ClusterNotFoundException', message: 'Cluster not found.' },
    'not-found',
    'retry',
    /did not find .*: Cluster not found\.$/,
  ],
  [{ kind: 'error', name: 'ConflictException', message: 'Busy' }, 'conflict', 'retry', /collides .*: Busy\. Try again/],
  [
    { kind: 'error', name: 'OptInRequired', message: 'Not subscribed', status: 403 },
    'region-disabled',
    'pick-connection',
    /region us-east-1 is not enabled/,
  ],
  [{ kind: 'error', name: 'NewKindOfException', message: 'What is new' }, 'invalid', 'show-log', /What is new/],
];

describe('an answer that is an error', () => {
  test.each(answered)(
    '%o',
    async (fault, kind, action, words) => {
      const { ecs, gateway, log } = await connected();
      ecs.fail('ListClusters', fault);
      const failure: unknown = await gateway.clusters().catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: 'LiveFailure', kind, action, details: { operation: 'ListClusters' } });
      const { sentence } = failure as LiveFailure;
      expect(sentence).toMatch(words);
      expect(sentence).not.toMatch(/<|AKIA|wJalr|\n/);
      // A log names the call and AWS's reference for it, not what AWS said about whom.
      expect(log.lines).toHaveLength(1);
      expect(log.lines[0]).toMatch(new RegExp(`^ListClusters, ${kind}, (request [0-9a-f-]{36}|no request id)$`));
    },
    20_000,
  );
});

test('errors of EC2 and STS, which speak XML, are told alike', async () => {
  const { ecs, gateway } = await connected();
  ecs.fail('DescribeSubnets', { kind: 'error', name: 'UnauthorizedOperation', message: 'No.', status: 403 });
  ecs.fail('GetCallerIdentity', { kind: 'error', name: 'InvalidClientTokenId', message: 'Invalid.', status: 403 });
  await expect(gateway.subnets()).rejects.toMatchObject({
    kind: 'access-denied',
    sentence: expect.stringContaining('ec2:DescribeSubnets'),
  });
  await expect(gateway.identity()).rejects.toMatchObject({ kind: 'bad-credentials' });
});

test('a page of a proxy in the place of STS is no identity', async () => {
  const { ecs, gateway } = await connected();
  ecs.fail('GetCallerIdentity', { kind: 'html' });
  await expect(gateway.identity()).rejects.toMatchObject({ kind: 'not-ecs', action: 'pick-connection' });
});

// Recorded from the SDK where no server can bring them about.
const recorded: readonly (readonly [string, object, string, RegExp])[] = [
  [
    'SSO session expired',
    {
      name: 'CredentialsProviderError',
      message:
        'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
    },
    'sso-expired',
    /run "aws sso login --profile work"/,
  ],
  [
    'SSO token expired',
    {
      name: 'TokenProviderError',
      message: "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    },
    'sso-expired',
    /profile work has expired/,
  ],
  [
    'sign-in of aws login expired',
    {
      name: 'CredentialsProviderError',
      message: 'Failed to load a token for session arn:x, please re-authenticate using aws login',
    },
    'login-expired',
    /run "aws login --profile work"/,
  ],
  [
    'no credentials',
    { name: 'CredentialsProviderError', message: 'Could not load credentials from any providers' },
    'no-credentials',
    /no usable AWS credentials for profile work/,
  ],
  [
    'denied to assume the role',
    {
      name: 'AccessDenied',
      message: 'User: arn:aws:iam::111122223333:user/dev is not authorized to perform: sts:AssumeRole on resource: x',
      $metadata: { httpStatusCode: 403 },
    },
    'access-denied',
    /sts:AssumeRole/,
  ],
  ['no region', { name: 'Error', message: 'Region is missing' }, 'no-region', /choose one/],
  ['no DNS', { name: 'Error', message: 'getaddrinfo ENOTFOUND x', code: 'ENOTFOUND' }, 'offline', /\(ENOTFOUND\)/],
  [
    'a certificate of the proxy',
    { name: 'Error', message: 'self-signed certificate', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    'offline',
    /NODE_EXTRA_CA_CERTS/,
  ],
  [
    'a time-out',
    { name: 'TimeoutError', message: 'no', code: 'ETIMEDOUT' },
    'timeout',
    /did not answer ListClusters in time/,
  ],
  [
    'an error without a name',
    { name: 'Unknown', message: 'UnknownError', $metadata: { httpStatusCode: 404 } },
    'not-ecs',
    /HTTP 404/,
  ],
  [
    'a rate limit by status alone',
    { name: 'Odd', message: 'slow', $metadata: { httpStatusCode: 429 } },
    'throttled',
    /rate of calls/,
  ],
  [
    'a subnet that is gone',
    { name: 'InvalidSubnetID.NotFound', message: 'x', $metadata: { httpStatusCode: 400 } },
    'not-found',
    /x\.$/,
  ],
];

test.each(recorded)('%s', (_, error, kind, words) => {
  const failure = toFailure(Object.assign(new Error(), error), call, t);
  expect(failure.kind).toBe(kind);
  expect(failure.sentence).toMatch(words);
});

test('AWS’s words are cut where they go on and on', () => {
  const error = Object.assign(new Error('x'.repeat(5000)), { name: 'ClientException' });
  expect(toFailure(error, call, t).sentence.length).toBeLessThan(350);
});

test('what no endpoint explains is a bug and stays what it is', () => {
  const bug = new TypeError('x is undefined');
  expect(() => toFailure(bug, call, t)).toThrow(bug);
  expect(() => toFailure(undefined, call, t)).toThrow();
});

test('a failure is known by name, whichever bundle made it', () => {
  const foreign = Object.assign(new Error('x'), { name: 'LiveFailure' });
  expect(foreign instanceof LiveFailure).toBe(true);
  expect(new Error('x') instanceof LiveFailure).toBe(false);
});
