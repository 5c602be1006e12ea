import { factSheet } from '../markdown';
import type { Translate } from '../ports';
import type { LoadBalancer, Target, TargetGroup } from '../records';
import { definitionName } from '../task-state';
import { childId } from './ids';
import type { TreeNode } from './node';
import { emptyRow, rowsOf } from './notes';
import type { Reading } from './reading';
import { readTraffic, roleOf, type Traffic, trafficRows } from './traffic';
import { joined, stateWords } from './words';

/** The target groups that a service registers its tasks with, and how its targets are; of one that cannot be read, why. */
export async function loadBalancers(
  parentId: string,
  attached: readonly LoadBalancer[],
  reading: Reading,
): Promise<readonly TreeNode[]> {
  const rows = await Promise.all(attached.map((it) => rowsOfOne(parentId, it, reading)));
  return rows.flat();
}

async function rowsOfOne(parentId: string, given: LoadBalancer, reading: Reading): Promise<readonly TreeNode[]> {
  const { targetGroupArn: arn, alternateTargetGroupArn: alternate } = given;
  if (arn === undefined) return [classic(parentId, given, reading)];
  const traffic = readTraffic(given, reading);
  const groups = [arn, ...(alternate === undefined ? [] : [alternate])];
  const rows = await Promise.all(groups.map((it) => targetGroupRow(parentId, it, given, traffic, reading)));
  return [...rows, ...trafficRows(parentId, given, await traffic, reading)];
}

async function targetGroupRow(
  parentId: string,
  arn: string,
  given: LoadBalancer,
  traffic: Promise<Traffic>,
  reading: Reading,
): Promise<TreeNode> {
  const { gateway, t } = reading;
  const id = childId(parentId, joined([arn, portOf(given)], ' '));
  const state: { group?: TargetGroup } = {};
  const failed = await rowsOf(id, t, async () => {
    const group = await gateway.targetGroup(arn);
    if (group) state.group = group;
    return [];
  });
  const { group } = state;
  const name = group?.name ?? definitionName(arn.slice(0, arn.lastIndexOf('/'))) ?? arn;
  const [failure] = failed;
  const health = group ? healthOf(group.targets, t) : (failure?.label ?? t('not there any more'));
  const role = roleOf(arn, given, await traffic, t);
  const description = joined([portOf(given), role, health]);
  const bad = group?.targets.some(({ state: it }) => it.startsWith('unhealthy'));
  return {
    id,
    label: name,
    description,
    icon: bad || !group ? { name: 'warning', color: 'list.warningForeground' } : { name: 'globe' },
    accessibleLabel: t('Target group {0}, {1}', name, description),
    tooltip: () =>
      factSheet(name, [
        [t('Container'), portOf(given)],
        [t('Traffic'), role],
        [t('Targets'), health],
        [t('Target type'), group?.targetType],
        [group?.internal ? t('Address within the network') : t('Address'), group?.urls.join(', ')],
        [t('Address unknown'), group?.urlsFailure?.sentence],
        ['ARN', arn],
      ]),
    context: group?.urls.length ? 'targetGroup;url' : 'targetGroup',
    arn,
    ...(group?.urls[0] === undefined ? {} : { url: group.urls[0] }),
    again: () => targetGroupRow(parentId, arn, given, readTraffic(given, reading), reading),
    // Targets came with the group: nothing is fetched for them.
    children: async () => {
      if (!group) return failed.length > 0 ? failed : [emptyRow(id, t('The target group is not there any more.'))];
      if (group.targets.length === 0) return [emptyRow(id, t('No targets'))];
      return group.targets.toSorted(badFirst).map((target) => targetRow(id, target, t));
    },
  };
}

function classic(parentId: string, given: LoadBalancer, { t }: Reading): TreeNode {
  const { loadBalancerName: name = '' } = given;
  const description = joined([t('Classic Load Balancer'), portOf(given)]);
  return {
    id: childId(parentId, name),
    label: name,
    description,
    icon: { name: 'globe' },
    accessibleLabel: t('Load balancer {0}, {1}', name, description),
    context: 'loadBalancer',
  };
}

function targetRow(parentId: string, target: Target, t: Translate): TreeNode {
  const label = joined([target.id, target.port?.toString()], ':');
  const description = joined([stateWords(target.state, t), target.detail ?? target.reason]);
  return {
    id: childId(parentId, label),
    label,
    description,
    icon: ICONS[target.state] ?? { name: 'circle-slash', color: 'disabledForeground' },
    accessibleLabel: t('Target {0}, {1}', label, description),
    tooltip: () =>
      factSheet(label, [
        [t('Status'), stateWords(target.state, t)],
        [t('Reason'), joined([target.reason, target.detail], ': ')],
        [t('Availability zone'), target.zone],
      ]),
    context: `target;${target.state}`,
  };
}

const ICONS: Readonly<Record<string, TreeNode['icon']>> = {
  healthy: { name: 'pass', color: 'charts.green' },
  unhealthy: { name: 'error', color: 'list.errorForeground' },
  'unhealthy.draining': { name: 'error', color: 'list.errorForeground' },
  initial: { name: 'clock', color: 'charts.yellow' },
};

function badFirst(a: Target, b: Target): number {
  const rank = ({ state }: Target): number => (state === 'healthy' ? 2 : Number(!state.startsWith('unhealthy')));
  return rank(a) - rank(b) || a.id.localeCompare(b.id);
}

function portOf({ containerName, containerPort }: LoadBalancer): string | undefined {
  return joined([containerName, containerPort?.toString()], ':') || undefined;
}

function healthOf(targets: readonly Target[], t: Translate): string {
  if (targets.length === 0) return t('no targets');
  const states = [...new Set(targets.toSorted(badFirst).map(({ state }) => state))];
  return states
    .map((state) => `${targets.filter((it) => it.state === state).length} ${stateWords(state, t)}`)
    .join(', ');
}
