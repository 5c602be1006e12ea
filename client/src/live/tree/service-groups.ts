import type { Service } from '../ports';
import type { ServiceDetails } from '../records';
import { definitionName } from '../task-state';
import { deployments } from './deployments';
import { events } from './events';
import { groupRow } from './group';
import { loadBalancers } from './load-balancers';
import { metricsRow } from './metrics';
import type { TreeNode } from './node';
import { emptyRow, rowsOf } from './notes';
import type { Reading } from './reading';
import { scaling } from './scaling';
import { serviceTasks } from './tasks';
import { stateWords } from './words';

/** What belongs to a service, a row each, for one DescribeServices; when that fails, its tasks and its scaling are still to be had. */
export async function serviceGroups(id: string, service: Service, reading: Reading): Promise<readonly TreeNode[]> {
  const { gateway, t } = reading;
  const rows = groupsOf(id, service, reading);
  const shown: { gone: boolean; details?: ServiceDetails } = { gone: false };
  const failed = await rowsOf(id, t, async () => {
    const details = await gateway.serviceDetails(service.clusterArn, service.arn);
    if (details) shown.details = details;
    else shown.gone = true;
    return [];
  });
  if (shown.gone) return [emptyRow(id, t('The service is not there any more.'))];
  const { details } = shown;
  return [
    ...failed,
    ...(details ? [rows.deployments(details)] : []),
    rows.tasks(),
    ...(details ? [rows.events(details)] : []),
    ...(details && details.loadBalancers.length > 0 ? [rows.loadBalancers(details)] : []),
    rows.metrics(),
    // ECS alone decides how many tasks a daemon has.
    ...(details?.schedulingStrategy === 'DAEMON' ? [] : [rows.scaling()]),
  ];
}

function groupsOf(id: string, service: Service, reading: Reading) {
  const { t } = reading;
  const { clusterArn, name } = service;
  return {
    deployments: (details: ServiceDetails): TreeNode => {
      const [newest] = details.deployments;
      return groupRow(
        id,
        {
          label: t('Deployments'),
          description: newest?.rolloutState && stateWords(newest.rolloutState, t),
          icon: { name: 'rocket' },
          accessibleLabel: t('Deployments of service {0}', name),
          context: 'deployments',
          clusterArn,
          load: (group) => deployments(group, service, reading),
        },
        t,
      );
    },
    tasks: (): TreeNode =>
      groupRow(
        id,
        {
          label: t('Tasks'),
          icon: { name: 'tasklist' },
          accessibleLabel: t('Tasks of service {0}', name),
          context: 'tasks',
          clusterArn,
          load: (group) => serviceTasks(group, service, reading),
        },
        t,
      ),
    events: ({ events: known }: ServiceDetails): TreeNode =>
      groupRow(
        id,
        {
          label: t('Events'),
          description: String(known.length),
          icon: { name: 'history' },
          accessibleLabel: t('Events of service {0}: {1}', name, known.length),
          context: 'events',
          clusterArn,
          load: (group) => events(group, service, reading),
        },
        t,
      ),
    loadBalancers: (details: ServiceDetails): TreeNode =>
      groupRow(
        id,
        {
          label: t('Load balancers'),
          description: String(details.loadBalancers.length),
          icon: { name: 'globe' },
          accessibleLabel: t('Load balancers of service {0}: {1}', name, details.loadBalancers.length),
          context: 'loadBalancers',
          clusterArn,
          load: (group) => loadBalancers(group, details.loadBalancers, reading),
        },
        t,
      ),
    metrics: (): TreeNode =>
      metricsRow(id, { clusterArn, clusterName: definitionName(clusterArn) ?? clusterArn, serviceName: name }, reading),
    scaling: (): TreeNode =>
      groupRow(
        id,
        {
          label: t('Auto scaling'),
          icon: { name: 'graph-line' },
          accessibleLabel: t('Auto scaling of service {0}', name),
          context: 'scaling',
          clusterArn,
          load: (group) => scaling(group, definitionName(clusterArn) ?? clusterArn, name, reading),
        },
        t,
      ),
  };
}
