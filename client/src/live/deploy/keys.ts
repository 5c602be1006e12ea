import { clusterName } from '../find/resource';
import type { Connection } from '../ports';
import type { DeployInput } from './input';

/** What only one operation at a time may work on: a service, or the runs of a file's family. */
export function operationKey(input: DeployInput, connection: Connection): string {
  const { kind, cluster } = input.target;
  const service = serviceOf(input);
  if (kind === 'service' && service !== undefined) return serviceKey(cluster, service, connection);
  return `run ${input.source}#${input.family}`;
}

/** The service that is meant, by name or ARN: where the target names none, the one that its service file makes. */
export function serviceOf({ target, serviceFile }: DeployInput): string | undefined {
  const { serviceName } = serviceFile ?? {};
  return target.service ?? (typeof serviceName === 'string' ? serviceName : undefined);
}

/** Names or ARNs. */
export function serviceKey(cluster: string, service: string, { profile = '', region }: Connection): string {
  return `service ${profile}@${region}/${clusterName(cluster)}/${clusterName(service)}`;
}

/** One intent: a run by one target. */
export function runKey({ source, family, target }: DeployInput): string {
  return `run ${source}#${family} ${target.name}`;
}
