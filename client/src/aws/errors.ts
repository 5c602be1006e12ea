import { type FailureAction, type FailureKind, LiveFailure } from '../live/failure';
import type { Translate } from '../live/ports';
import type { ServiceName } from './endpoint';
import { broken, kindByName, neverSent, tlsError } from './error-kinds';

/** The call that failed. */
export interface Call {
  /** With the operation the action in IAM: `ecs`, `ListClusters`. */
  readonly service: ServiceName;
  readonly operation: string;
  /** Where it went. */
  readonly host: string;
  readonly region: string;
  readonly profile?: string;
  /** It changes something in AWS. */
  readonly changes?: boolean;
}

/** What the user is told of an error that a call of the SDK threw. An error that no endpoint, network or credential explains is thrown again: it is a bug. */
export function toFailure(error: unknown, call: Call, t: Translate): LiveFailure {
  if (error instanceof LiveFailure) return error;
  const seen = read(error);
  const kind = kindOf(seen);
  if (!kind) throw error;
  const maybeApplied = call.changes === true && mayHaveArrived(kind, seen);
  const { sentence, action } = tell(kind, seen, call, t);
  return new LiveFailure(kind, sentence, action, {
    operation: call.operation,
    cause: error,
    ...(call.profile ? { profile: call.profile } : {}),
    ...(seen.requestId ? { requestId: seen.requestId } : {}),
    ...(maybeApplied ? { maybeApplied } : {}),
  });
}

/** A change that is refused before it is sent. */
export function refusal(call: Call, t: Translate): LiveFailure {
  const { sentence, action } = tell('read-only', read(undefined), call, t);
  return new LiveFailure('read-only', sentence, action, { operation: call.operation });
}

interface Seen {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly html: boolean;
}

// The SDK's errors are of a dozen classes; what matters is on all of them under the same names.
function read(error: unknown): Seen {
  const { name, message, code, $metadata, $response } = (error ?? {}) as {
    readonly [key in 'name' | 'message' | 'code']?: unknown;
  } & {
    readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
    readonly $response?: { readonly headers?: Readonly<Record<string, string | undefined>> };
  };
  const text = String(message ?? '');
  const page = /html/i.test($response?.headers?.['content-type'] ?? '');
  return {
    name: String(name ?? ''),
    message: text,
    code: typeof code === 'string' ? code : '',
    status: $metadata?.httpStatusCode,
    requestId: $metadata?.requestId,
    html: page || text.includes('Deserialization error'),
  };
}

function kindOf({ name, message, code, status, html }: Seen): FailureKind | undefined {
  if (name === 'AbortError') return 'cancelled';
  if (html) return 'not-ecs';
  if (message.startsWith('Region is missing')) return 'no-region';
  if (message.startsWith('MultiFactorAuthentication failed')) return 'no-mfa-code';
  if (/\baws login\b/i.test(message)) return 'login-expired';
  if (/expired|refresh|aws sso login/i.test(message) && /\bsso\b/i.test(message)) return 'sso-expired';
  if (neverSent.has(code) || broken.has(code) || tlsError.test(code)) return 'offline';
  if (name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout';
  const named = kindByName.get(name);
  if (named) return named;
  if (/^Invalid.*\.NotFound$/.test(name)) return 'not-found';
  if (status === undefined) return undefined;
  // An answer without a name the API has: something else speaks there.
  if (name === 'Unknown' && status < 500) return 'not-ecs';
  return status >= 500 ? 'server' : status === 429 ? 'throttled' : 'invalid';
}

function mayHaveArrived(kind: FailureKind, { code, status }: Seen): boolean {
  if (kind === 'timeout' || kind === 'server') return true;
  if (kind === 'not-ecs') return status !== undefined && (status < 300 || status >= 500);
  return broken.has(code);
}

function tell(
  kind: FailureKind,
  seen: Seen,
  call: Call,
  t: Translate,
): { readonly sentence: string; readonly action: FailureAction } {
  const { operation, host, region } = call;
  const profile = call.profile ?? 'default';
  const words = quoted(seen.message);
  switch (kind) {
    case 'no-credentials':
      return {
        sentence: t(
          'There are no usable AWS credentials for profile {0}: choose another profile or sign in with the AWS CLI.',
          profile,
        ),
        action: 'pick-connection',
      };
    case 'bad-credentials':
      return {
        sentence: t(
          'AWS does not accept the credentials of profile {0} in {1}: check the keys, the clock and whether the region is enabled, or choose another profile.',
          profile,
          region,
        ),
        action: 'pick-connection',
      };
    case 'login-expired':
      return {
        sentence: t(
          'The sign-in of profile {0} has expired: run "aws login --profile {0}" in a terminal, then try again.',
          profile,
        ),
        action: 'sign-in',
      };
    case 'sso-expired':
      return {
        sentence: t(
          'The sign-in of profile {0} has expired: run "aws sso login --profile {0}" in a terminal, then try again.',
          profile,
        ),
        action: 'sign-in',
      };
    case 'token-expired':
      return {
        // How they are renewed only their owner knows: a script, a broker, a role assumed by hand.
        sentence: t('The credentials of profile {0} have expired: renew them, then try again.', profile),
        action: 'retry',
      };
    case 'no-mfa-code':
      return {
        sentence: t('Profile {0} needs a valid MFA code: try again to be asked for one.', profile),
        action: 'retry',
      };
    case 'access-denied':
      return {
        sentence: t(
          '{0} is not allowed for the identity in use: ask for this permission or choose another profile.',
          deniedAction(seen.message) ?? `${call.service}:${operation}`,
        ),
        action: 'pick-connection',
      };
    case 'no-region':
      return { sentence: t('No AWS region is set: choose one.'), action: 'pick-connection' };
    case 'region-disabled':
      return {
        sentence: t('The region {0} is not enabled for this account: choose another region.', region),
        action: 'pick-connection',
      };
    case 'throttled':
      return {
        sentence: t('AWS limits the rate of calls to {0} just now: wait a moment, then try again.', operation),
        action: 'retry',
      };
    case 'offline':
      return {
        sentence: tlsError.test(seen.code)
          ? t(
              'No secure connection to {0} ({1}): check the proxy, and NODE_EXTRA_CA_CERTS if it has a certificate of its own.',
              host,
              seen.code,
            )
          : t(
              '{0} cannot be reached ({1}): check the network, the proxy and the endpoint, then try again.',
              host,
              seen.code,
            ),
        action: 'retry',
      };
    case 'timeout':
      return {
        sentence: t('{0} did not answer {1} in time: check the network, then try again.', host, operation),
        action: 'retry',
      };
    case 'not-ecs':
      return {
        sentence: t(
          '{0} did not answer {1} as AWS does (HTTP {2}): check the endpoint, or whether a proxy answers in its place.',
          host,
          operation,
          seen.status ?? '?',
        ),
        action: 'pick-connection',
      };
    case 'not-found':
      return { sentence: t('{0} did not find what it was asked for: {1}', operation, words), action: 'retry' };
    case 'invalid':
      return { sentence: t('{0} was refused: {1}', operation, words), action: 'show-log' };
    case 'conflict':
      return {
        sentence: t('{0} collides with another change: {1} Try again in a moment.', operation, words),
        action: 'retry',
      };
    case 'server':
      return {
        sentence: t('{0} failed inside AWS (HTTP {1}): try again in a moment.', operation, seen.status ?? '?'),
        action: 'retry',
      };
    case 'read-only':
      return {
        sentence: t('{0} was not sent, because changes in AWS are switched off: the settings allow them.', operation),
        action: 'open-settings',
      };
    case 'cancelled':
      return { sentence: t('{0} was cancelled.', operation), action: 'retry' };
  }
}

function deniedAction(message: string): string | undefined {
  return /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1];
}

// AWS's own words in one line and of bounded length, ending as a sentence does.
function quoted(message: string): string {
  const line = message.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const cut = line.length > 300 ? `${line.slice(0, 299)}…` : line;
  return /[.…!?]$/.test(cut) ? cut : `${cut}.`;
}
