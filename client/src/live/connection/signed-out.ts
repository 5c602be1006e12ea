import type { FailureKind, LiveFailure } from '../failure';

/** True when the user has to sign in again, or renew what they sign in with, before any call can work. */
export function isSignedOut({ kind }: LiveFailure): boolean {
  return SIGNED_OUT.has(kind);
}

const SIGNED_OUT: ReadonlySet<FailureKind> = new Set([
  'no-credentials',
  'sso-expired',
  'login-expired',
  'token-expired',
  'no-mfa-code',
  'bad-credentials',
]);
