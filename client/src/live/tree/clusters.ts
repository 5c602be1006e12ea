import { factSheet } from '../markdown';
import type { Cluster, EcsGateway, Translate } from '../ports';
import { runningTasks } from '../task-state';
import { clusterId, standaloneTasksId } from './ids';
import type { TreeNode } from './node';
import { emptyRow, missingRow, rowsOf } from './notes';
import { byUrgency, serviceRow } from './services';
import { standaloneTasks } from './tasks';

/**
 * The clusters of a connection, by name; nothing below them is fetched before their `children` are asked for. Empty when
 * the account has none. What the user can mend, a connection that cannot be made included, is a row.
 */
export function clusterRows(connect: () => Promise<EcsGateway>, t: Translate): Promise<readonly TreeNode[]> {
  return rowsOf('clusters', t, async () => {
    const gateway = await connect();
    const { items, failures } = await gateway.clusters();
    const clusters = items.toSorted((a, b) => a.name.localeCompare(b.name));
    return [
      ...clusters.map((cluster) => clusterRow(cluster, gateway, t)),
      ...failures.map((failure) => missingRow('clusters', failure, t)),
    ];
  });
}

function clusterRow(cluster: Cluster, gateway: EcsGateway, t: Translate): TreeNode {
  const { region } = gateway.connection;
  const id = clusterId(region, cluster.arn);
  const description = summary(cluster, t);
  return {
    id,
    label: cluster.name,
    description,
    icon: { name: 'server-environment' },
    accessibleLabel: t('Cluster {0}, {1}', cluster.name, description),
    tooltip: () =>
      factSheet(cluster.name, [
        [t('Status'), cluster.status],
        [t('Services'), String(cluster.activeServices)],
        [t('Tasks'), t('{0} running, {1} pending', cluster.runningTasks, cluster.pendingTasks)],
        [t('Container instances'), String(cluster.containerInstances)],
        [t('Region'), region],
        ['ARN', cluster.arn],
      ]),
    context: 'cluster',
    arn: cluster.arn,
    children: () =>
      rowsOf(id, t, async () => {
        const { items, failures } = await gateway.services(cluster.arn);
        const services = items.toSorted(byUrgency).map((service) => serviceRow(service, gateway, t));
        return [
          ...(services.length > 0 ? services : [emptyRow(id, t('No services'))]),
          ...failures.map((failure) => missingRow(id, failure, t)),
          standaloneRow(cluster, gateway, t),
        ];
      }),
  };
}

function standaloneRow(cluster: Cluster, gateway: EcsGateway, t: Translate): TreeNode {
  const id = standaloneTasksId(gateway.connection.region, cluster.arn);
  return {
    id,
    label: t('Tasks'),
    description: t('not of a service'),
    icon: { name: 'tasklist' },
    accessibleLabel: t('Standalone tasks of cluster {0}', cluster.name),
    context: 'tasks',
    clusterArn: cluster.arn,
    children: () => rowsOf(id, t, () => standaloneTasks(id, cluster.arn, gateway, t)),
  };
}

function summary({ status, activeServices, runningTasks: running, pendingTasks }: Cluster, t: Translate): string {
  return [
    ...(status === 'ACTIVE' ? [] : [status.toLowerCase()]),
    activeServices === 1 ? t('1 service') : t('{0} services', activeServices),
    runningTasks(running, t),
    ...(pendingTasks > 0 ? [t('{0} pending', pendingTasks)] : []),
  ].join(', ');
}
