import { scopeOf } from '../connection/choice';
import { LiveFailure } from '../failure';
import type { Cluster, EcsGateway, Service, Signal, Task } from '../ports';
import { clusterId, pathToService, pathToServiceTask, pathToTask } from '../tree/ids';

/** A row that one can go to. */
export interface Place {
  readonly kind: 'cluster' | 'service' | 'task';
  readonly name: string;
  /** The ARN. */
  readonly arn: string;
  /** Names of what it stands in, from the outside. */
  readonly within: readonly string[];
  /** Ids from the root to its row. */
  readonly path: readonly string[];
}

/**
 * The clusters, then their services, then their running tasks, in parts as they are read. Lists in which nothing can be
 * are not asked for. What cannot be read is left out, but for the clusters: then it throws `LiveFailure`.
 */
export async function* places(gateway: EcsGateway, signal?: Signal): AsyncGenerator<readonly Place[], void, undefined> {
  const scope = scopeOf(gateway.connection);
  const { items } = await gateway.clusters(signal);
  const clusters = items.toSorted((a, b) => a.name.localeCompare(b.name));
  yield clusters.map((it) => clusterPlace(scope, it));
  const serviceArns = new Map<string, string>();
  for (const some of batches(clusters.filter(({ activeServices }) => activeServices > 0))) {
    if (signal?.aborted) return;
    const found = await Promise.all(
      some.map(async (cluster) => {
        const services = await itemsOf(gateway.services(cluster.arn, signal));
        for (const { arn, name } of services) serviceArns.set(`${cluster.arn} ${name}`, arn);
        return services.map((it) => servicePlace(scope, cluster, it));
      }),
    );
    yield found.flat();
  }
  const withTasks = clusters.filter(({ runningTasks, pendingTasks }) => runningTasks + pendingTasks > 0);
  for (const some of batches(withTasks)) {
    if (signal?.aborted) return;
    const found = await Promise.all(
      some.map(async (cluster) => {
        const tasks = await itemsOf(gateway.tasks(cluster.arn, { desiredStatus: 'RUNNING' }, signal));
        return tasks.flatMap((it) => taskPlace(scope, cluster, it, serviceArns));
      }),
    );
    yield found.flat();
  }
}

function clusterPlace(scope: string, { arn, name }: Cluster): Place {
  return { kind: 'cluster', name, arn, within: [], path: [clusterId(scope, arn)] };
}

function servicePlace(scope: string, cluster: Cluster, { arn, name }: Service): Place {
  return { kind: 'service', name, arn, within: [cluster.name], path: pathToService(scope, cluster.arn, arn) };
}

// A service that was not read has no row to go to.
function taskPlace(
  scope: string,
  cluster: Cluster,
  { arn, id, group = '' }: Task,
  serviceArns: ReadonlyMap<string, string>,
): readonly Place[] {
  const place = { kind: 'task', name: id, arn } as const;
  if (!group.startsWith(OF_SERVICE)) {
    return [{ ...place, within: [cluster.name], path: pathToTask(scope, cluster.arn, arn) }];
  }
  const service = group.slice(OF_SERVICE.length);
  const serviceArn = serviceArns.get(`${cluster.arn} ${service}`);
  if (serviceArn === undefined) return [];
  const path = pathToServiceTask(scope, cluster.arn, serviceArn, arn);
  return [{ ...place, within: [cluster.name, service], path }];
}

async function itemsOf<T>(listing: Promise<{ readonly items: readonly T[] }>): Promise<readonly T[]> {
  try {
    return (await listing).items;
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    return [];
  }
}

// As many as the gateway reads at once, so that leaving early leaves little under way.
function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += 4) yield items.slice(at, at + 4);
}

const OF_SERVICE = 'service:';
