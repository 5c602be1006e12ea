import { clusterName } from '../find/resource';
import type { Protection } from './input';

/**
 * Protects the places that a pattern names: an account's number, a cluster or `cluster/service`, `*` standing for any
 * characters. What is typed there is the service, or else the cluster, as `cluster/service` or `cluster`.
 */
export function protection(patterns: () => readonly string[]): Protection {
  return ({ identity, cluster, service }) => {
    const inCluster = clusterName(cluster.name);
    const name = service ? `${inCluster}/${service.name}` : inCluster;
    const names = [identity.account, inCluster, name];
    return patterns().some((pattern) => names.some((it) => matches(pattern, it))) ? name : undefined;
  };
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern.trim().split('*').map(literal);
  return parts.join('') !== '' || pattern.includes('*') ? new RegExp(`^${parts.join('.*')}$`).test(name) : false;
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.+?()[\]{}|/-]/g, '\\$&');
}
