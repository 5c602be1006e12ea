import type { FailureKind } from '../live/failure';
import { noAnswer } from './answered';
import { noMfaCode } from './mfa';

/**
 * What the names of service errors mean to a user.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export const kindByName: ReadonlyMap<string, FailureKind> = new Map(
  Object.entries({
    'no-credentials': ['CredentialsProviderError', 'TokenProviderError'],
    'bad-credentials': [
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'AuthFailure',
    ],
    'token-expired': ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired', 'TokenRefreshRequired'],
    'no-mfa-code': [noMfaCode],
    'access-denied': ['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation', 'NotAuthorized'],
    'region-disabled': ['OptInRequired', 'RegionDisabledException'],
    throttled: [
      'ThrottlingException',
      'Throttling',
      'ThrottledException',
      'RequestLimitExceeded',
      'RequestThrottled',
      'RequestThrottledException',
      'SlowDown',
      'TooManyRequestsException',
    ],
    'not-ecs': [noAnswer],
    timeout: ['RequestTimeout', 'RequestTimeoutException'],
    'not-found': [
      'ClusterNotFoundException',
      'ServiceNotFoundException',
      'TargetNotFoundException',
      'ResourceNotFoundException',
      'TargetGroupNotFoundException',
      'LoadBalancerNotFoundException',
      'ListenerNotFoundException',
      'RuleNotFoundException',
      'ObjectNotFoundException',
      'NoSuchEntity',
      'NoSuchEntityException',
      'RepositoryNotFoundException',
      'ImageNotFoundException',
    ],
    invalid: [
      'ClientException',
      'InvalidParameterException',
      'ValidationException',
      'LimitExceededException',
      'UnsupportedFeatureException',
      'PlatformUnknownException',
      'PlatformTaskDefinitionIncompatibilityException',
      'BlockedException',
      'InvalidNextTokenException',
    ],
    conflict: ['ConflictException', 'ResourceInUseException', 'UpdateInProgressException', 'ConcurrentUpdateException'],
    server: [
      'ServerException',
      'InternalFailure',
      'InternalError',
      'InternalServiceException',
      'ServiceUnavailable',
      'ServiceUnavailableException',
      'SessionStreamingException',
    ],
  } satisfies Partial<Record<FailureKind, readonly string[]>>).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as FailureKind] as const),
  ),
);

/** The request cannot have arrived. */
export const neverSent: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
]);

/** The connection broke; the request may have arrived. */
export const broken: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/** What Node and OpenSSL call a certificate or TLS version they do not take. */
export const tlsError = /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|ERR_TLS_|ERR_SSL_|EPROTO)/;
