import { LiveFailure } from '../failure';
import { factSheet } from '../markdown';
import type { Cluster, Translate } from '../ports';
import type { Daemon, DaemonDeployment, DaemonShare } from '../records';
import { definitionName } from '../task-state';
import { deploymentIcon } from './deployments';
import { groupRow } from './group';
import { childId } from './ids';
import { listRows } from './list';
import type { TreeNode } from './node';
import { emptyRow, rowsOf } from './notes';
import type { Reading } from './reading';
import { ago, joined, stateWords } from './words';

/**
 * The row that holds the daemons of a cluster, where it has any. They run on managed instances only, so that other clusters
 * cost no call: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateDaemon.html
 */
export async function daemonsRow(
  parentId: string,
  { arn: clusterArn, name, capacityProviders = [] }: Cluster,
  reading: Reading,
): Promise<readonly TreeNode[]> {
  const { gateway, t } = reading;
  if (capacityProviders.every((it) => FARGATE.has(it))) return [];
  const any = await gateway.hasDaemons(clusterArn).catch(maybe);
  if (!any) return [];
  const row = groupRow(
    parentId,
    {
      label: t('Daemons'),
      icon: { name: 'server-process' },
      accessibleLabel: t('Daemons of cluster {0}', name),
      context: 'daemons',
      clusterArn,
      load: (id) => daemons(id, clusterArn, reading),
    },
    t,
  );
  return [row];
}

// Why they cannot be read is said when the row is opened.
function maybe(error: unknown): true {
  if (error instanceof LiveFailure) return true;
  throw error;
}

const FARGATE: ReadonlySet<string> = new Set(['FARGATE', 'FARGATE_SPOT']);

function daemons(parentId: string, clusterArn: string, reading: Reading): Promise<readonly TreeNode[]> {
  const { gateway, t } = reading;
  const level = {
    parentId,
    pages: [gateway.daemonPages(clusterArn)],
    row: (daemon: Daemon) => daemonRow(parentId, clusterArn, daemon, reading),
    order: (a: Daemon, b: Daemon) => a.name.localeCompare(b.name),
    none: t('No daemons'),
  };
  return listRows(level, t);
}

function daemonRow(parentId: string, clusterArn: string, daemon: Daemon, reading: Reading): TreeNode {
  const { t } = reading;
  const { arn, name, status, providers, revisionArns, deploymentArn, createdAt, updatedAt } = daemon;
  const id = childId(parentId, arn);
  const sum = (of: 'running' | 'without'): number => providers.reduce((all, it) => all + it[of], 0);
  const replaced = revisionArns.length > 1 ? t('being replaced') : undefined;
  const description = joined([stateWords(status, t), replaced, counts(sum('running'), sum('without'), t)]);
  return {
    id,
    label: name,
    description,
    icon: status === 'ACTIVE' ? { name: 'server-process', color: 'charts.green' } : GOING,
    accessibleLabel: t('Daemon {0}, {1}', name, description),
    tooltip: () =>
      factSheet(name, [
        [t('Status'), stateWords(status, t)],
        [t('Instances'), counts(sum('running'), sum('without'), t)],
        [t('Capacity providers'), providers.map(({ provider }) => provider).join(', ')],
        [t('Revisions'), revisionArns.map((it) => definitionName(it)).join(', ')],
        [t('Created'), createdAt],
        [t('Updated'), updatedAt],
        ['ARN', arn],
      ]),
    context: status === 'ACTIVE' ? 'daemon' : 'daemon;deleting',
    arn,
    clusterArn,
    children: async () => [
      ...(deploymentArn === undefined ? [] : await rowsOf(id, t, () => deploymentRows(id, deploymentArn, reading))),
      ...providers.map((it) => shareRow(id, it, t)),
    ],
  };
}

const GOING = { name: 'circle-slash', color: 'disabledForeground' };

async function deploymentRows(
  parentId: string,
  arn: string,
  { gateway, t, now }: Reading,
): Promise<readonly TreeNode[]> {
  const found = await gateway.daemonDeployment(arn);
  return [found ? deploymentRow(parentId, found, now(), t) : emptyRow(parentId, t('No deployment'))];
}

function deploymentRow(parentId: string, deployment: DaemonDeployment, now: number, t: Translate): TreeNode {
  const { arn, status, reason, running, without, draining, createdAt, finishedAt, rollbackReason } = deployment;
  const instances = joined([counts(running, without, t), draining > 0 ? t('{0} draining', draining) : undefined]);
  const begun = createdAt && ago(createdAt, now, t);
  const why = status === 'SUCCESSFUL' ? undefined : (rollbackReason ?? reason);
  const description = joined([stateWords(status, t), instances, why, begun]);
  return {
    id: childId(parentId, arn),
    label: t('Deployment'),
    description,
    icon: deploymentIcon(status),
    accessibleLabel: t('Deployment of the daemon, {0}', description),
    tooltip: () =>
      factSheet(stateWords(status, t), [
        [t('Reason'), reason],
        [t('Rolled back'), rollbackReason],
        [t('Instances'), instances],
        [t('Created'), createdAt],
        [t('Finished'), finishedAt],
        ['ARN', arn],
      ]),
    context: 'daemonDeployment',
    arn,
  };
}

function shareRow(parentId: string, { provider, running, without }: DaemonShare, t: Translate): TreeNode {
  const description = counts(running, without, t);
  return {
    id: childId(parentId, `provider ${provider}`),
    label: provider,
    description,
    icon: { name: 'layers' },
    accessibleLabel: t('Capacity provider {0}, {1}', provider, description),
    context: 'daemonProvider',
  };
}

function counts(running: number, without: number, t: Translate): string {
  const on = running === 1 ? t('on 1 instance') : t('on {0} instances', running);
  return joined([on, without > 0 ? t('{0} without it', without) : undefined]);
}
