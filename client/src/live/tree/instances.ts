import { factSheet } from '../markdown';
import type { Translate } from '../ports';
import type { ContainerInstance } from '../records';
import { runningTasks } from '../task-state';
import { childId } from './ids';
import { listRows } from './list';
import type { TreeNode } from './node';
import type { Reading } from './reading';
import { joined, stateWords } from './words';

/** The machines of a cluster; those that take no tasks first. */
export function containerInstances(
  parentId: string,
  clusterArn: string,
  { gateway, t }: Reading,
): Promise<readonly TreeNode[]> {
  const level = {
    parentId,
    pages: [gateway.containerInstancePages(clusterArn)],
    row: (instance: ContainerInstance) => instanceRow(parentId, clusterArn, instance, t),
    order: byState,
    none: t('No container instances'),
  };
  return listRows(level, t);
}

function instanceRow(parentId: string, clusterArn: string, instance: ContainerInstance, t: Translate): TreeNode {
  const { arn, id, instanceId, status, agentConnected, agentVersion } = instance;
  const name = instanceId ?? id;
  const agent = agentConnected ? t('agent connected') : t('agent not connected');
  const description = joined([
    stateWords(status, t),
    agent,
    runningTasks(instance.runningTasks, t),
    free(instance.remaining.cpu, instance.registered.cpu, t('CPU units'), t),
    free(instance.remaining.memory, instance.registered.memory, 'MiB', t),
  ]);
  return {
    id: childId(parentId, arn),
    label: name,
    description,
    icon: icon(instance),
    accessibleLabel: t('Container instance {0}, {1}', name, description),
    tooltip: () =>
      factSheet(name, [
        [t('Status'), joined([stateWords(status, t), instance.statusReason], ': ')],
        [t('Agent'), joined([agent, agentVersion && t('version {0}', agentVersion)], ', ')],
        [t('Tasks'), t('{0} running, {1} pending', instance.runningTasks, instance.pendingTasks)],
        [t('CPU'), free(instance.remaining.cpu, instance.registered.cpu, t('CPU units'), t)],
        [t('Memory'), free(instance.remaining.memory, instance.registered.memory, 'MiB', t)],
        [t('Capacity provider'), instance.capacityProvider],
        [t('Instance type'), instance.instanceType],
        [t('Availability zone'), instance.availabilityZone],
        [t('Registered'), instance.registeredAt],
        ['ARN', arn],
      ]),
    context: `instance;${agentConnected ? status.toLowerCase() : 'disconnected'}`,
    arn,
    clusterArn,
  };
}

function byState(a: ContainerInstance, b: ContainerInstance): number {
  const rank = (it: ContainerInstance): number => (it.agentConnected ? Number(it.status === 'ACTIVE') + 1 : 0);
  return rank(a) - rank(b) || (a.instanceId ?? a.id).localeCompare(b.instanceId ?? b.id);
}

function icon({ agentConnected, status }: ContainerInstance): TreeNode['icon'] {
  if (!agentConnected) return { name: 'warning', color: 'list.warningForeground' };
  if (status === 'ACTIVE') return { name: 'server', color: 'charts.green' };
  return { name: 'circle-slash', color: 'disabledForeground' };
}

function free(left: number | undefined, all: number | undefined, unit: string, t: Translate): string | undefined {
  return left === undefined || all === undefined ? undefined : t('{0} of {1} {2} free', left, all, unit);
}
