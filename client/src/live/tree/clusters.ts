import { pairOf, scopeOf } from '../connection/choice';
import { factSheet } from '../markdown';
import type { Cluster, EcsGateway, Translate } from '../ports';
import { runningTasks } from '../task-state';
import { clusterGroups } from './cluster-groups';
import { clusterId } from './ids';
import { listRows } from './list';
import type { TreeNode } from './node';
import { rowsOf } from './notes';
import type { Reading } from './reading';
import { byUrgency, serviceRow } from './services';
import { joined, stateWords } from './words';

/**
 * The clusters of a connection, by name; nothing below them is fetched before their `children` are asked for. Empty when
 * the account has none, unless `place` says it. What the user can mend, a connection that cannot be made included, is a row.
 */
export function clusterRows(
  connect: () => Promise<EcsGateway>,
  t: Translate,
  now: () => number,
  place: { readonly parentId: string; readonly none?: string } = { parentId: 'clusters' },
): Promise<readonly TreeNode[]> {
  return rowsOf(place.parentId, t, async () => {
    const gateway = await connect();
    const reading = { gateway, t, now };
    const level = {
      ...place,
      pages: [gateway.clusterPages()],
      row: (cluster: Cluster) => clusterRow(cluster, reading),
      order: (a: Cluster, b: Cluster) => a.name.localeCompare(b.name),
    };
    return listRows(level, t);
  });
}

function clusterRow(cluster: Cluster, reading: Reading): TreeNode {
  const { gateway, t } = reading;
  const { region } = gateway.connection;
  const id = clusterId(scopeOf(gateway.connection), cluster.arn);
  const description = summary(cluster, t);
  return {
    id,
    label: cluster.name,
    description,
    icon: { name: 'server-environment' },
    accessibleLabel: t('Cluster {0}, {1}', cluster.name, description),
    tooltip: () =>
      factSheet(cluster.name, [
        [t('Status'), stateWords(cluster.status, t)],
        [t('Services'), String(cluster.activeServices)],
        [t('Tasks'), t('{0} running, {1} pending', cluster.runningTasks, cluster.pendingTasks)],
        [t('Container instances'), String(cluster.containerInstances)],
        [t('Capacity providers'), cluster.capacityProviders?.join(', ')],
        [t('Region'), region],
        ['ARN', cluster.arn],
      ]),
    context: isEmpty(cluster) ? 'cluster;empty' : 'cluster',
    arn: cluster.arn,
    connection: pairOf(gateway.connection),
    again: async () => {
      const [found] = (await gateway.describeClusters([cluster.arn])).items;
      return found && clusterRow(found, reading);
    },
    children: () =>
      rowsOf(id, t, () => {
        const level = {
          parentId: id,
          pages: [gateway.servicePages(cluster.arn)],
          row: (service: Parameters<typeof serviceRow>[0]) => serviceRow(service, reading),
          order: byUrgency,
          none: t('No services'),
          below: clusterGroups(id, cluster, reading),
        };
        return listRows(level, t);
      }),
  };
}

function summary(cluster: Cluster, t: Translate): string {
  const { status, activeServices, runningTasks: running, pendingTasks, containerInstances } = cluster;
  return joined(
    [
      status === 'ACTIVE' ? undefined : stateWords(status, t),
      activeServices === 1 ? t('1 service') : t('{0} services', activeServices),
      runningTasks(running, t),
      pendingTasks > 0 ? t('{0} pending', pendingTasks) : undefined,
      containerInstances > 0 ? instances(containerInstances, t) : undefined,
    ],
    ', ',
  );
}

function isEmpty({ activeServices, runningTasks: running, pendingTasks }: Cluster): boolean {
  return activeServices + running + pendingTasks === 0;
}

function instances(count: number, t: Translate): string {
  return count === 1 ? t('1 instance') : t('{0} instances', count);
}
