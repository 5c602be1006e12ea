import { factSheet } from '../markdown';
import type { Service, Translate } from '../ports';
import type { Deployment, ServiceDeployment } from '../records';
import { definitionName } from '../task-state';
import { groupRow } from './group';
import { childId } from './ids';
import { listRows } from './list';
import type { TreeNode } from './node';
import { emptyRow } from './notes';
import type { Reading } from './reading';
import { ago, joined, stateWords } from './words';

/** The deployments of a service that have tasks, newest first, then the row of its earlier ones. */
export async function deployments(parentId: string, service: Service, reading: Reading): Promise<readonly TreeNode[]> {
  const { gateway, t } = reading;
  const { clusterArn, arn, name } = service;
  const details = await gateway.serviceDetails(clusterArn, arn);
  if (!details) return [emptyRow(parentId, t('The service is not there any more.'))];
  if (details.controller !== 'ECS' && details.deployments.length === 0) {
    return [emptyRow(parentId, t('Not deployed by ECS, but by {0}', details.controller))];
  }
  const history = groupRow(
    parentId,
    {
      label: t('History'),
      description: t('of the last 90 days'),
      icon: { name: 'history' },
      accessibleLabel: t('Earlier deployments of service {0}', name),
      context: 'deploymentHistory',
      clusterArn,
      load: (id) => historyRows(id, service, reading),
    },
    t,
  );
  return [...details.deployments.map((it) => deploymentRow(parentId, it, reading)), history];
}

function deploymentRow(parentId: string, deployment: Deployment, { t, now }: Reading): TreeNode {
  const { id, status, rolloutState, rolloutReason, desired, running, pending, failed, updatedAt, createdAt } =
    deployment;
  const label = definitionName(deployment.taskDefinitionArn) ?? id;
  // Of two deployments the one that goes away has completed once.
  const state = status === 'PRIMARY' || rolloutState === 'FAILED' ? (rolloutState ?? status) : 'REPLACED';
  const description = joined([
    state === 'REPLACED' ? t('being replaced') : stateWords(state, t),
    t('{0} of {1} running', running, desired),
    pending > 0 ? t('{0} pending', pending) : undefined,
    failed > 0 ? t('{0} failed', failed) : undefined,
    rolloutState === 'FAILED' ? rolloutReason : undefined,
    updatedAt && ago(updatedAt, now(), t),
  ]);
  return {
    id: childId(parentId, id),
    label,
    description,
    icon: deploymentIcon(state),
    accessibleLabel: t('Deployment of {0}, {1}', label, description),
    tooltip: () =>
      factSheet(label, [
        [t('Status'), joined([stateWords(status, t), rolloutState && stateWords(rolloutState, t)], ', ')],
        [t('Reason'), rolloutReason],
        [t('Tasks'), t('{0} wanted, {1} running, {2} pending, {3} failed', desired, running, pending, failed)],
        [t('Created'), createdAt],
        [t('Updated'), updatedAt],
        ['ID', id],
      ]),
    context: `deployment;${outcomeOf(state)}`,
  };
}

function historyRows(parentId: string, service: Service, { gateway, t, now }: Reading): Promise<readonly TreeNode[]> {
  const level = {
    parentId,
    pages: [gateway.serviceDeploymentPages(service.clusterArn, service.arn)],
    row: (it: ServiceDeployment) => historyRow(parentId, it, now(), t),
    order: (a: ServiceDeployment, b: ServiceDeployment) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''),
    none: t('No deployments'),
    // As many as one call describes.
    atOnce: 20,
  };
  return listRows(level, t);
}

function historyRow(parentId: string, deployment: ServiceDeployment, now: number, t: Translate): TreeNode {
  const { arn, status, reason, createdAt, finishedAt, strategy, stage } = deployment;
  const label = createdAt ? ago(createdAt, now, t) : (definitionName(arn) ?? arn);
  const traffic = outcomeOf(status) === 'deploying' ? shareWords(deployment, t) : undefined;
  const description = joined([stateWords(status, t), traffic, status === 'SUCCESSFUL' ? undefined : reason]);
  return {
    id: childId(parentId, arn),
    label,
    description,
    icon: deploymentIcon(status),
    accessibleLabel: t('Deployment, {0}, {1}', label, description),
    tooltip: () =>
      factSheet(stateWords(status, t), [
        [t('Reason'), reason],
        [t('Strategy'), strategy && stateWords(strategy, t)],
        [t('Stage'), stage && stateWords(stage, t)],
        [t('Traffic'), shareWords(deployment, t)],
        [t('Created'), createdAt],
        [t('Finished'), finishedAt],
        [t('Service revision'), definitionName(deployment.targetRevisionArn)],
        ['ARN', arn],
      ]),
    context: `serviceDeployment;${outcomeOf(status)}`,
    arn,
  };
}

// Rolling deployments do not say it.
function shareWords({ target }: ServiceDeployment, t: Translate): string | undefined {
  const { traffic, testTraffic } = target ?? {};
  if (traffic === undefined) return undefined;
  const test = testTraffic ? t('{0}% of the test traffic', Math.round(testTraffic)) : undefined;
  return joined([t('{0}% of the traffic', Math.round(traffic)), test], ', ');
}

type Outcome = 'failed' | 'deploying' | 'stopped' | 'completed';

function outcomeOf(status: string): Outcome {
  if (/FAILED|ROLLBACK_SUCCESSFUL/.test(status)) return 'failed';
  if (/^(IN_PROGRESS|PENDING|STOP_REQUESTED|ROLLBACK_REQUESTED|ROLLBACK_IN_PROGRESS)$/.test(status)) return 'deploying';
  return /^(STOPPED|INACTIVE|REPLACED)$/.test(status) ? 'stopped' : 'completed';
}

/** What a state of a deployment looks like. */
export function deploymentIcon(status: string): TreeNode['icon'] {
  const icons: Readonly<Record<Outcome, TreeNode['icon']>> = {
    failed: { name: 'error', color: 'list.errorForeground' },
    deploying: { name: 'sync', color: 'charts.yellow' },
    stopped: { name: 'circle-slash', color: 'disabledForeground' },
    completed: { name: 'pass', color: 'charts.green' },
  };
  return icons[outcomeOf(status)];
}
