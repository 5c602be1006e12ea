import { LiveFailure } from '../failure';
import type { EcsGateway, Identity, Translate } from '../ports';

/**
 * Asks again who the calls are made as, right before something is changed. Throws `LiveFailure` when it is not who the
 * user confirmed.
 */
export async function stillThe(confirmed: Identity, gateway: EcsGateway, t: Translate): Promise<void> {
  const now = await gateway.identity();
  if (sameIdentity(confirmed, now)) return;
  const sentence = t(
    'The credentials have changed since you confirmed, from {0} to {1}: nothing was sent with the new ones. Start again to see the new plan.',
    confirmed.arn,
    now.arn,
  );
  throw new LiveFailure('conflict', sentence, 'retry');
}

/**
 * Whether two answers of GetCallerIdentity are of one caller. The session name of an assumed role does not count: the
 * SDK makes a new one whenever it renews the credentials.
 */
function sameIdentity(a: Identity, b: Identity): boolean {
  return a.account === b.account && withoutSession(a.arn) === withoutSession(b.arn);
}

function withoutSession(arn: string): string {
  return arn.replace(/(:assumed-role\/[^/]+)\/.*$/, '$1');
}
