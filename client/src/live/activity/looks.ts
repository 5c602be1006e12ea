import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Signal } from '../ports';
import type { ActivityEvent } from './events';

/** What watching needs. */
export interface WatchPorts {
  /** The gateway to look with; `fresh`: the credentials were refused, so that they are read again. Throws `LiveFailure`. */
  gateway(fresh: boolean): Promise<EcsGateway>;
  readonly clock: Clock;
}

/** How long to watch, in milliseconds. */
export interface WatchLimits {
  readonly firstWait: number;
  readonly longestWait: number;
  readonly total: number;
}

/** Half an hour; looks after 2 s, then each one and a half times as late, up to 15 s. */
export const usualLimits: WatchLimits = { firstWait: 2_000, longestWait: 15_000, total: 30 * 60_000 };

/** One look, or why there was none. After `unwatched` and `timeout` nothing comes. */
export type Look<T> =
  | { readonly kind: 'seen'; readonly sight: T }
  /** Told once while it lasts. */
  | { readonly kind: 'trouble' | 'waiting'; readonly failure: LiveFailure }
  | { readonly kind: 'seeing' }
  | { readonly kind: 'unwatched' | 'timeout' };

/**
 * Looks again and again until the caller has seen enough, the signal is aborted or the time is over. What passes by itself
 * is told and gone over; credentials that have expired are waited for. Throws `LiveFailure` for the rest.
 */
export async function* looks<T>(
  look: (gateway: EcsGateway) => Promise<T>,
  { gateway, clock }: WatchPorts,
  signal: Signal,
  { firstWait, longestWait, total }: WatchLimits,
): AsyncGenerator<Look<T>> {
  const deadline = clock.now() + total;
  let wait = firstWait;
  let failed: LiveFailure | undefined;
  for (;;) {
    if (signal.aborted) return yield { kind: 'unwatched' };
    const seen = await attempt(async () => look(await gateway(failed !== undefined && isCredentials(failed))));
    if (signal.aborted) return yield { kind: 'unwatched' };
    if (seen.failure) {
      const told = failed?.sentence === seen.failure.sentence;
      failed = seen.failure;
      if (!told) yield { kind: isCredentials(failed) ? 'waiting' : 'trouble', failure: failed };
    } else {
      if (failed) yield { kind: 'seeing' };
      failed = undefined;
      yield { kind: 'seen', sight: seen.sight };
    }
    const left = deadline - clock.now();
    if (left <= 0) return yield { kind: 'timeout' };
    // Whoever was told to slow down, or waits for a person, has no reason to be quick.
    await clock.sleep(Math.min(failed && failed.kind !== 'offline' ? longestWait : wait, left), signal);
    wait = Math.min(wait * 1.5, longestWait);
  }
}

/** What looks have told, up to an end, which is one of theirs or nobody's. */
export async function* told(
  seen: AsyncIterable<Look<readonly ActivityEvent[]>>,
  { total }: WatchLimits,
): AsyncGenerator<ActivityEvent> {
  for await (const look of seen) {
    switch (look.kind) {
      case 'unwatched':
        return yield { kind: 'end', end: { kind: 'unwatched' } };
      case 'timeout':
        return yield { kind: 'end', end: { kind: 'timeout', minutes: Math.round(total / 60_000) } };
      case 'seen':
        yield* look.sight;
        if (look.sight.some(({ kind }) => kind === 'end')) return;
        break;
      default:
        yield look;
    }
  }
}

async function attempt<T>(
  look: () => Promise<T>,
): Promise<{ readonly sight: T; readonly failure?: never } | { readonly failure: LiveFailure }> {
  try {
    return { sight: await look() };
  } catch (error) {
    if (error instanceof LiveFailure && (passing.has(error.kind) || isCredentials(error))) return { failure: error };
    throw error;
  }
}

/** Whether the user has to renew something before a call can succeed; nothing that asks for an MFA code, which would ask again and again. */
function isCredentials({ kind }: LiveFailure): boolean {
  return renewable.has(kind);
}

const passing: ReadonlySet<LiveFailure['kind']> = new Set(['throttled', 'offline', 'timeout', 'server', 'cancelled']);

const renewable: ReadonlySet<LiveFailure['kind']> = new Set([
  'sso-expired',
  'login-expired',
  'token-expired',
  'no-credentials',
  'bad-credentials',
]);
