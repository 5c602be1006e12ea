import type { Cluster } from '../ports';
import { capacityProviders } from './capacity-providers';
import { daemonsRow } from './daemons';
import { groupRow } from './group';
import { containerInstances } from './instances';
import { metricsRow } from './metrics';
import type { TreeNode } from './node';
import type { Reading } from './reading';
import { standaloneTasks } from './tasks';

/** What stands below the services of a cluster: its other tasks, and what it has of its own to run them on. */
export async function clusterGroups(
  parentId: string,
  cluster: Cluster,
  reading: Reading,
): Promise<readonly TreeNode[]> {
  const { t } = reading;
  const { arn: clusterArn, name } = cluster;
  const providers = cluster.capacityProviders ?? [];
  const tasks = groupRow(
    parentId,
    {
      label: t('Tasks'),
      description: t('not of a service'),
      icon: { name: 'tasklist' },
      accessibleLabel: t('Standalone tasks of cluster {0}', name),
      context: 'tasks',
      clusterArn,
      load: (id) => standaloneTasks(id, clusterArn, reading),
    },
    t,
  );
  const instances = groupRow(
    parentId,
    {
      label: t('Container instances'),
      description: String(cluster.containerInstances),
      icon: { name: 'server' },
      accessibleLabel: t('Container instances of cluster {0}: {1}', name, cluster.containerInstances),
      context: 'instances',
      clusterArn,
      load: (id) => containerInstances(id, clusterArn, reading),
    },
    t,
  );
  const capacity = groupRow(
    parentId,
    {
      label: t('Capacity providers'),
      description: providers.join(', '),
      icon: { name: 'layers' },
      accessibleLabel: t('Capacity providers of cluster {0}: {1}', name, providers.join(', ')),
      context: 'capacityProviders',
      clusterArn,
      load: (id) => capacityProviders(id, clusterArn, reading),
    },
    t,
  );
  // Clusters without instances have no metrics of their own.
  const metrics = metricsRow(parentId, { clusterArn, clusterName: name }, reading);
  return [
    tasks,
    ...(cluster.containerInstances > 0 ? [instances] : []),
    ...(providers.length > 0 ? [capacity] : []),
    ...(await daemonsRow(parentId, cluster, reading)),
    ...(cluster.containerInstances > 0 ? [metrics] : []),
  ];
}
