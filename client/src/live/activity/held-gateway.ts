import type { Place } from '../deploy/plan';
import { LiveFailure } from '../failure';
import type { EcsGateway, Translate } from '../ports';

/**
 * The gateway to a place, the same account and endpoint as when it was left. `open` may answer another gateway each time;
 * each is asked once who it is. Throws `LiveFailure`.
 */
export function heldGateway(
  { identity, connection }: Place,
  open: (fresh: boolean) => Promise<EcsGateway>,
  t: Translate,
): (fresh: boolean) => Promise<EcsGateway> {
  const known = new WeakSet<EcsGateway>();
  return async (fresh) => {
    const gateway = await open(fresh);
    if (known.has(gateway)) return gateway;
    const { region, endpoint } = gateway.connection;
    if (region !== connection.region || endpoint !== connection.endpoint) {
      throw elsewhere(t('The connection leads elsewhere now, to {0}.', endpoint ?? region));
    }
    const { account } = await gateway.identity();
    if (account !== identity.account) {
      throw elsewhere(t('The credentials are of account {0} now, not of {1}.', account, identity.account));
    }
    known.add(gateway);
    return gateway;
  };
}

function elsewhere(sentence: string): LiveFailure {
  return new LiveFailure('conflict', sentence, 'pick-connection');
}
