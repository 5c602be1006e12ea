import type { RunTaskInput } from '../change';
import { clusterName } from '../find/resource';
import { digest } from './digest';
import type { DeployInput, PlanPorts } from './input';
import { intents } from './intents';
import { runKey } from './keys';

/**
 * The client token of a run: that of an earlier run of the same that had no answer, so that ECS answers with its tasks
 * instead of starting more, else a new one.
 */
export function runToken(
  input: DeployInput,
  { clientToken: _, ...rest }: RunTaskInput,
  { memory, clock, newId, t }: PlanPorts,
): { readonly clientToken: string; readonly warnings: readonly string[] } {
  const key = runKey(input);
  const earlier = intents(memory).find((it) => it.key === key);
  if (earlier?.operation !== 'RunTask') return { clientToken: newId(), warnings: [] };
  const at = new Date(earlier.at).toISOString();
  if (earlier.token !== undefined && earlier.digest === digest(rest) && clock.now() - earlier.at < tokenLife) {
    const known = t('The run of {0} had no answer: it is asked for again, and starts no second one if it arrived.', at);
    return { clientToken: earlier.token, warnings: [known] };
  }
  const lost = t(
    'The run of {0} had no answer and may have started: look for its tasks in {1} first.',
    at,
    clusterName(rest.cluster),
  );
  return { clientToken: newId(), warnings: [lost] };
}

/**
 * ECS forgets a token after 24 hours, but not sooner than an hour after its tasks have ended.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */
export const tokenLife = 55 * 60_000;
