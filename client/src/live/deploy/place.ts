import { LiveFailure } from '../failure';
import { clusterName } from '../find/resource';
import type { Cluster, Signal } from '../ports';
import type { PlanPorts } from './input';
import type { Place, Where } from './plan';
import type { Target } from './target';

/** The account of a gateway, as whom it calls. Throws `LiveFailure`. */
export async function whereOf({ gateway }: Pick<PlanPorts, 'gateway'>, signal?: Signal): Promise<Where> {
  return { identity: await gateway.identity(signal), connection: gateway.connection };
}

/** A place in a cluster that is known to be there. Throws `LiveFailure`. */
export async function placeIn(
  clusterArn: string,
  service: { readonly arn: string; readonly name: string } | undefined,
  ports: Pick<PlanPorts, 'gateway'>,
): Promise<Place> {
  const cluster = { arn: clusterArn, name: clusterName(clusterArn) };
  return { ...(await whereOf(ports)), cluster, ...(service ? { service } : {}) };
}

/** The account and cluster of a target. Throws `LiveFailure` where it is another account, or the cluster is not there. */
export async function placeOf(target: Target, ports: PlanPorts, signal?: Signal): Promise<Place> {
  const { gateway, t } = ports;
  const { connection } = gateway;
  if (target.region !== undefined && target.region !== connection.region) {
    const sentence = t('{0} is in {1}, but the connection is to {2}.', target.name, target.region, connection.region);
    throw new LiveFailure('conflict', sentence, 'pick-connection');
  }
  const where = await whereOf(ports, signal);
  const { account, arn } = where.identity;
  if (target.account !== undefined && target.account !== account) {
    const sentence = t(
      '{0} is for account {1}, but the credentials are of {2} ({3}): choose another profile.',
      target.name,
      target.account,
      account,
      arn,
    );
    throw new LiveFailure('conflict', sentence, 'pick-connection');
  }
  const { items } = await gateway.describeClusters([target.cluster], signal);
  const cluster = items.find(isActive);
  if (cluster) return { ...where, cluster: { arn: cluster.arn, name: cluster.name } };
  const sentence = t(
    'There is no cluster {0} in {1} of account {2}: check the target {3}.',
    clusterName(target.cluster),
    connection.region,
    account,
    target.name,
  );
  throw new LiveFailure('not-found', sentence, 'retry');
}

// Emulators leave the status out.
function isActive({ status }: Cluster): boolean {
  return status !== 'INACTIVE' && status !== 'FAILED';
}
