import { LiveFailure } from '../failure';
import type { Signal, Translate } from '../ports';
import type { ActivityEvent } from './events';
import { looks, told, usualLimits, type WatchLimits, type WatchPorts } from './looks';
import { createScout } from './scout';
import type { DeploymentSubject } from './subject';

/**
 * Watches a deployment to its true end, touching nothing: two calls a look, two more at most every half minute while its
 * tasks stop. Ends with `end`, also when the signal is aborted or looking fails for good.
 */
export async function* watchDeployment(
  subject: DeploymentSubject,
  ports: WatchPorts & { readonly t: Translate },
  signal: Signal,
  limits: WatchLimits = usualLimits,
): AsyncGenerator<ActivityEvent> {
  const look = createScout(subject, ports, signal);
  try {
    yield* told(looks(look, ports, signal, limits), limits);
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    yield { kind: 'end', end: { kind: 'blind', failure: error } };
  }
}
