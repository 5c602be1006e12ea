import { factSheet } from '../markdown';
import type { Translate } from '../ports';
import type { ContainerInstance, Machine } from '../records';
import { definitionName, runningTasks } from '../task-state';
import { groupRow } from './group';
import { childId } from './ids';
import { listRows } from './list';
import type { TreeNode } from './node';
import { emptyRow, rowsOf } from './notes';
import type { Reading } from './reading';
import { instanceTasks } from './tasks';
import { joined, stateWords } from './words';

/** The machines of a cluster; those that take no tasks first. */
export function containerInstances(
  parentId: string,
  clusterArn: string,
  reading: Reading,
): Promise<readonly TreeNode[]> {
  const { gateway, t } = reading;
  const level = {
    parentId,
    pages: [gateway.containerInstancePages(clusterArn)],
    row: (instance: ContainerInstance) => instanceRow(parentId, clusterArn, instance, reading),
    order: byState,
    none: t('No container instances'),
  };
  return listRows(level, t);
}

function instanceRow(parentId: string, clusterArn: string, instance: ContainerInstance, reading: Reading): TreeNode {
  const { t } = reading;
  const { arn, id, instanceId, status, agentConnected, agentVersion } = instance;
  const name = instanceId ?? id;
  const rowId = childId(parentId, arn);
  const agent = agentConnected ? t('agent connected') : t('agent not connected');
  const description = joined([
    stateWords(status, t),
    agent,
    runningTasks(instance.runningTasks, t),
    free(instance.remaining.cpu, instance.registered.cpu, t('CPU units'), t),
    free(instance.remaining.memory, instance.registered.memory, 'MiB', t),
  ]);
  return {
    id: rowId,
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
    children: () => {
      const below = [profileRow(rowId, clusterArn, instance, reading)];
      return rowsOf(rowId, t, () => instanceTasks(rowId, clusterArn, arn, reading, below));
    },
    context: `instance;${agentConnected ? status.toLowerCase() : 'disconnected'}`,
    arn,
    clusterArn,
  };
}

// By what the agent of an instance may call AWS; the most frequent reason why it does not connect.
function profileRow(
  parentId: string,
  clusterArn: string,
  { instanceId, id, external }: ContainerInstance,
  { gateway, t }: Reading,
): TreeNode {
  const name = instanceId ?? id;
  return groupRow(
    parentId,
    {
      label: t('Instance profile'),
      icon: { name: 'key' },
      accessibleLabel: t('Instance profile of container instance {0}', name),
      context: 'instanceProfile',
      clusterArn,
      load: async (group) => {
        if (external || instanceId === undefined) {
          return [
            emptyRow(group, t('None: outside AWS the agent works by the role that the machine was activated with.')),
          ];
        }
        const machine = await gateway.machine(instanceId);
        if (!machine) return [emptyRow(group, t('EC2 does not know the instance any more.'))];
        return [machineRow(group, machine, t)];
      },
    },
    t,
  );
}

function machineRow(parentId: string, { profileArn, state, launchedAt }: Machine, t: Translate): TreeNode {
  if (profileArn === undefined)
    return emptyRow(parentId, t('None: the agent cannot call AWS with a role of the instance.'));
  const label = definitionName(profileArn) ?? profileArn;
  return {
    id: childId(parentId, profileArn),
    label,
    icon: { name: 'key' },
    accessibleLabel: t('Instance profile {0}', label),
    tooltip: () =>
      factSheet(label, [
        [t('State of the instance'), state && stateWords(state, t)],
        [t('Launched'), launchedAt],
        ['ARN', profileArn],
      ]),
    context: 'profile',
    arn: profileArn,
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
