import { pairOf } from '../connection/choice';
import { factSheet } from '../markdown';
import type { Translate } from '../ports';
import { definitionName } from '../task-state';
import type { TreeNode } from '../tree/node';
import { rowsOf } from '../tree/notes';
import { joined } from '../tree/words';
import type { Entry } from './activities';
import { detailRows } from './detail-rows';
import { endWord } from './end-words';
import { deploymentLine, isPaused, tasksLine } from './line';

/** What rows are made with. */
export interface RowPorts {
  readonly t: Translate;
  /** Milliseconds since the epoch. */
  now(): number;
  entry(id: string): Entry | undefined;
}

const prefix = 'activity/';

/** The id of an entry's row. */
export function activityRowId(id: string): string {
  return `${prefix}${id}`;
}

/** The entry that a row of the view, or the row above it, is about. */
export function entryIdOf({ id }: Pick<TreeNode, 'id'>): string | undefined {
  const [own = ''] = id.split(/[>#]/);
  return own.startsWith(prefix) ? own.slice(prefix.length) : undefined;
}

/** An entry: what it is about, how it stands and for how long; below it what is known. It reads nothing from AWS. */
export function activityRow(given: Entry, ports: RowPorts): TreeNode {
  const { t, now } = ports;
  const { subject, endedAt, facts } = given;
  const id = activityRowId(given.id);
  const { icon, state, words } = standOf(given, now(), t);
  const took = elapsed((endedAt ?? now()) - subject.startedAt, t);
  // How it stands comes first: the rest may be cut off.
  const description = joined([words, definitionName(subject.taskDefinitionArn), took]);
  const kind = subject.kind === 'deployment' ? t('Deployment') : t('Run');
  return {
    id,
    label: subject.title,
    description,
    icon,
    accessibleLabel: t('{0} {1}, {2}', kind, subject.title, description),
    tooltip: () => tooltip(given, words, t),
    context: `activity;${subject.kind};${state}`,
    ...arnsOf(given),
    connection: pairOf(subject.place.connection),
    again: async () => {
      const found = ports.entry(given.id);
      return found && activityRow(found, ports);
    },
    children: () => rowsOf(id, t, async () => detailRows(id, { ...given, facts }, now(), t)),
  };
}

/** How long something took, in words. */
export function elapsed(milliseconds: number, t: Translate): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  if (seconds < 60) return t('{0} s', seconds);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? t('{0} min', minutes) : t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}

type State = 'running' | 'paused' | 'rollingBack' | 'ended' | 'unseen';

function standOf(
  { end, facts }: Entry,
  now: number,
  t: Translate,
): { readonly icon: TreeNode['icon']; readonly state: State; readonly words: string } {
  const { deployment, trouble } = facts;
  if (end) {
    const unseen = end.kind === 'unwatched' || end.kind === 'timeout' || end.kind === 'blind';
    return { icon: endIcons[end.kind], state: unseen ? 'unseen' : 'ended', words: endWord(end, t) };
  }
  const state = deployment && /^ROLLBACK_/.test(deployment.status) ? 'rollingBack' : 'running';
  if (trouble) {
    const words = trouble.waiting ? t('waiting for credentials') : t('cannot be seen at the moment');
    return { icon: { name: 'warning', color: 'list.warningForeground' }, state, words };
  }
  const words = (deployment ? deploymentLine(deployment, now, t) : tasksLine(facts, t)) ?? t('under way');
  if (deployment && isPaused(deployment)) {
    return { icon: { name: 'debug-pause', color: 'charts.blue' }, state: 'paused', words };
  }
  if (state === 'rollingBack') return { icon: { name: 'discard', color: 'list.errorForeground' }, state, words };
  return { icon: { name: 'sync', color: 'charts.yellow' }, state, words };
}

const grey = 'disabledForeground';
const red = 'list.errorForeground';
const endIcons: Readonly<Record<NonNullable<Entry['end']>['kind'], TreeNode['icon']>> = {
  succeeded: { name: 'pass', color: 'charts.green' },
  failed: { name: 'error', color: red },
  'rolled-back': { name: 'discard', color: red },
  stopped: { name: 'circle-slash', color: grey },
  superseded: { name: 'circle-slash', color: grey },
  running: { name: 'vm-running', color: 'charts.green' },
  finished: { name: 'pass', color: 'charts.green' },
  'tasks-failed': { name: 'error', color: red },
  unwatched: { name: 'eye-closed', color: grey },
  timeout: { name: 'watch', color: 'list.warningForeground' },
  blind: { name: 'eye-closed', color: 'list.warningForeground' },
};

// Commands on a row work on the service deployment, on the only task, or else on what the row is named after.
function arnsOf({ subject, facts }: Entry): { readonly arn: string; readonly clusterArn: string } {
  const clusterArn = subject.place.cluster.arn;
  if (subject.kind === 'tasks') return { arn: subject.taskArns[0] ?? clusterArn, clusterArn };
  return { arn: facts.deployment?.arn ?? subject.deploymentArn ?? subject.place.service.arn, clusterArn };
}

function isOver(end: Entry['end']): boolean {
  return end !== undefined && !['running', 'unwatched', 'timeout', 'blind'].includes(end.kind);
}

function tooltip({ subject, end, endedAt }: Entry, words: string, t: Translate): string {
  const { place, family, taskDefinitionArn, startedAt } = subject;
  const { identity, connection, cluster, service } = place;
  return factSheet(subject.title, [
    [t('Status'), words],
    [t('Cause'), end && 'cause' in end ? end.cause : undefined],
    [t('Account'), identity.account],
    [t('Identity'), identity.arn],
    [t('Profile'), connection.profile],
    [t('Region'), connection.region],
    [t('Endpoint'), connection.endpoint],
    [t('Cluster'), cluster.name],
    [t('Service'), service?.name],
    [t('Task definition'), definitionName(taskDefinitionArn) ?? family],
    [t('Started'), new Date(startedAt).toISOString()],
    // What runs, or is out of sight, has not ended in AWS.
    [
      isOver(end) ? t('Ended') : t('Watched until'),
      endedAt === undefined ? undefined : new Date(endedAt).toISOString(),
    ],
  ]);
}
