/** Every failure of a live call that a user can do something about. */
export type FailureKind =
  | 'no-credentials'
  /** AWS does not accept the credentials it was shown. */
  | 'bad-credentials'
  | 'sso-expired'
  /** As `sso-expired`, but of `aws login`. */
  | 'login-expired'
  | 'token-expired'
  /** The profile's role wants an MFA code; none was given, or AWS did not take it. */
  | 'no-mfa-code'
  | 'access-denied'
  | 'no-region'
  | 'region-disabled'
  | 'throttled'
  | 'offline'
  | 'timeout'
  | 'not-ecs'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'server'
  /** A change was asked for while changes are switched off; nothing was sent. */
  | 'read-only'
  | 'cancelled';

/** What the user can do about a failure; the host maps each to a command or a button. */
export type FailureAction = 'pick-connection' | 'sign-in' | 'retry' | 'show-log' | 'open-settings';

/**
 * An expected failure of a live call: one sentence that says what happened and what to do, and one action.
 * Anything else that is thrown is a bug.
 */
export class LiveFailure extends Error {
  override readonly name = 'LiveFailure';
  /** By name: the extension and the SDK's bundle each hold this class, and a failure crosses from one to the other. */
  static override [Symbol.hasInstance](value: unknown): value is LiveFailure {
    return value instanceof Error && value.name === 'LiveFailure';
  }
  constructor(
    readonly kind: FailureKind,
    /** One sentence for the user, with AWS's own words where they say more; holds no credential. Not for a log: those words may name an account. */
    readonly sentence: string,
    readonly action: FailureAction,
    readonly details: {
      /** ECS operation, e.g. `ListClusters`. */
      readonly operation?: string;
      readonly requestId?: string;
      readonly cause?: unknown;
      /** Whose credentials the call was made with; absent: those of the default chain. */
      readonly profile?: string;
      /** True when the call may have taken effect although no answer came. */
      readonly maybeApplied?: boolean;
    } = {},
  ) {
    super(sentence, { cause: details.cause });
  }
}
