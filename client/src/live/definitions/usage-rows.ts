import { pairOf, scopeOf } from '../connection/choice';
import { factSheet } from '../markdown';
import type { Connection, Service, Translate } from '../ports';
import { definitionName } from '../task-state';
import { childId, pathToService } from '../tree/ids';
import type { TreeNode } from '../tree/node';
import { emptyRow, failureRows, missingRow } from '../tree/notes';
import { joined } from '../tree/words';
import { shortName } from './revision-name';
import { definitionsOf, type Looked, type Usage } from './usage';

/** What usage rows are made with. */
export interface UsageReading {
  readonly usage: Usage;
  readonly connection: Connection;
  readonly t: Translate;
}

/** The services that use a revision, what was looked through for them, and a row for the rest; throws `LiveFailure`. */
export async function usageRows(
  parentId: string,
  revisionArn: string,
  reading: UsageReading,
  index = 0,
): Promise<readonly TreeNode[]> {
  const { usage, connection, t } = reading;
  const looked = await usage.part(index);
  const uses = looked.found.filter((it) => definitionsOf(it).includes(revisionArn));
  return [
    ...uses.map((it) => useRow(parentId, revisionArn, it, connection, t)).toSorted(byName),
    ...looked.failures.map((it) => missingRow(parentId, it, t)),
    ...(looked.failure ? failureRows(parentId, looked.failure, t) : []),
    lookedRow(parentId, looked, uses.length + index > 0, t),
    ...(looked.more ? [restRow(parentId, looked, () => usageRows(parentId, revisionArn, reading, index + 1), t)] : []),
  ];
}

function useRow(
  parentId: string,
  revisionArn: string,
  service: Service,
  connection: Connection,
  t: Translate,
): TreeNode {
  const { arn, name, clusterArn, taskDefinition, running, desired, deploying } = service;
  const cluster = definitionName(clusterArn) ?? clusterArn;
  const now = shortName(taskDefinition ?? '');
  const replaced =
    taskDefinition === undefined || taskDefinition === revisionArn ? undefined : t('changes to {0}', now);
  const state = replaced ?? (deploying ? t('deploying') : undefined);
  const tasks = t('{0} of {1} running', running, desired);
  const description = joined([cluster, state, tasks]);
  const place = { path: pathToService(scopeOf(connection), clusterArn, arn), connection: pairOf(connection) };
  return {
    id: childId(parentId, arn),
    label: name,
    description,
    icon: replaced || deploying ? { name: 'sync', color: 'charts.yellow' } : { name: 'server' },
    accessibleLabel: t('In use by service {0} of cluster {1}, {2}', name, cluster, joined([state, tasks], ', ')),
    tooltip: () =>
      factSheet(name, [
        [t('Cluster'), cluster],
        [t('Task definitions'), definitionsOf(service).map(shortName).join(', ')],
        [t('Tasks'), tasks],
        ['ARN', arn],
      ]),
    context: 'usedBy',
    arn,
    clusterArn,
    command: { id: 'taskdef.service.show', title: t('Show in Clusters'), arguments: [place] },
  };
}

function byName(a: TreeNode, b: TreeNode): number {
  return a.label.localeCompare(b.label) || a.id.localeCompare(b.id);
}

function lookedRow(parentId: string, looked: Looked, found: boolean, t: Translate): TreeNode {
  const through = throughWords(looked, t);
  const all = found ? t('{0} looked through', through) : t('Not in use by a service; {0} looked through', through);
  return { ...emptyRow(parentId, all), context: 'looked' };
}

function restRow(
  parentId: string,
  looked: Looked,
  children: () => Promise<readonly TreeNode[]>,
  t: Translate,
): TreeNode {
  const through = throughWords(looked, t);
  const label = t('Look Through More');
  return {
    id: childId(parentId, `rest ${looked.services} ${looked.clusters}`),
    label,
    icon: { name: 'search' },
    accessibleLabel: t('{0}, {1} looked through', label, through),
    context: 'older',
    children,
  };
}

function throughWords({ services, clusters }: Looked, t: Translate): string {
  const [some, all] = [services, clusters].map((it) => it.toLocaleString());
  return t(
    '{0} in {1}',
    services === 1 ? t('1 service') : t('{0} services', some ?? ''),
    clusters === 1 ? t('1 cluster') : t('{0} clusters', all ?? ''),
  );
}
