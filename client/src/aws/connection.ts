import { env } from 'node:process';
import { plain } from '../live/plain';
import type { Connection, Translate } from '../live/ports';
import { configuredEndpoint } from './endpoint';
import { sharedConfig } from './shared-config';

/**
 * The connection in effect: a profile and region that are not given come from AWS_PROFILE, AWS_REGION and
 * AWS_DEFAULT_REGION, then from the profile in the shared config. `endpoint` is set when ECS calls do not go to AWS's own.
 * Throws `LiveFailure` when the shared config contradicts itself.
 */
export async function resolveConnection(
  given: { readonly profile?: string; readonly region?: string },
  t: Translate = plain,
): Promise<Partial<Connection>> {
  const config = await sharedConfig();
  const profile = given.profile || env.AWS_PROFILE || undefined;
  const name = profile ?? 'default';
  const region = given.region || env.AWS_REGION || env.AWS_DEFAULT_REGION || config.profiles[name]?.region;
  const endpoint = configuredEndpoint('ecs', name, config, env, t);
  return { ...(profile ? { profile } : {}), ...(region ? { region } : {}), ...(endpoint ? { endpoint } : {}) };
}
