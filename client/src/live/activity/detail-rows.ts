import { pairOf } from '../connection/choice';
import type { Task, Translate } from '../ports';
import type { LifecycleHook } from '../records';
import { endedWell, phaseOf, statusWord, stopReasons } from '../task-state';
import { eventRow } from '../tree/events';
import { groupRow } from '../tree/group';
import { childId } from '../tree/ids';
import type { TreeNode } from '../tree/node';
import { emptyRow } from '../tree/notes';
import { joined, stateWords } from '../tree/words';
import type { Entry } from './activities';
import type { DeploymentState, RevisionPart, StoppedTasks } from './events';
import { stateLine } from './line';
import { strategyWords } from './stages';

/** What commands on a task work with. */
type From = Required<Pick<TreeNode, 'clusterArn' | 'connection'>>;

/** What is known of an entry, the cause of a failure first. */
export function detailRows(parentId: string, entry: Entry, now: number, t: Translate): readonly TreeNode[] {
  const { subject, facts } = entry;
  const { deployment, tasks, stopped, events } = facts;
  const clusterArn = subject.place.cluster.arn;
  const from: From = { clusterArn, connection: pairOf(subject.place.connection) };
  const group = (context: string, label: string, icon: string, rows: (id: string) => readonly TreeNode[]): TreeNode => {
    const loaded = { label, icon: { name: icon }, accessibleLabel: label, context, clusterArn };
    return groupRow(parentId, { ...loaded, load: async (id) => rows(id) }, t);
  };
  const name = subject.kind === 'deployment' ? subject.place.service.name : '';
  const rows = [
    ...troubleRows(parentId, entry, t),
    ...causeRows(parentId, entry, t),
    ...(deployment ? deploymentRows(parentId, deployment, now, t) : []),
    ...tasks.map((task) => taskRow(parentId, task, from, t)),
    ...(stopped.length > 0
      ? [group('stoppedTasks', t('Stopped tasks'), 'error', (id) => stopped.map((it) => stoppedRow(id, it, from, t)))]
      : []),
    ...(events.length > 0
      ? [
          group('events', t('Events'), 'comment-discussion', (id) =>
            events.map((it) => eventRow(id, it, { name }, { t, now: () => now })),
          ),
        ]
      : []),
    ...(subject.calls?.length
      ? [
          group('calls', t('Calls made'), 'list-ordered', (id) =>
            (subject.calls ?? []).map((call) => fact(id, call, call, 'arrow-small-right')),
          ),
        ]
      : []),
  ];
  return rows.length > 0 ? rows : [emptyRow(parentId, t('Nothing is known yet.'))];
}

function troubleRows(parentId: string, { facts }: Entry, t: Translate): readonly TreeNode[] {
  if (!facts.trouble) return [];
  const { failure, waiting } = facts.trouble;
  const command =
    failure.action === 'sign-in'
      ? { id: 'taskdef.signIn.copy', title: t('Copy Sign-In Command'), arguments: [failure.kind] }
      : failure.action === 'pick-connection'
        ? { id: 'taskdef.connection.pick', title: t('Choose Connection') }
        : undefined;
  const row = fact(parentId, 'trouble', failure.sentence, 'warning', 'list.warningForeground');
  return [{ ...row, context: waiting ? `error;${failure.kind}` : 'trouble', ...(command ? { command } : {}) }];
}

function causeRows(parentId: string, { end }: Entry, t: Translate): readonly TreeNode[] {
  if (!end) return [];
  if (end.kind === 'blind') return [fact(parentId, 'cause', end.failure.sentence, 'warning', 'list.warningForeground')];
  if (!('cause' in end)) return [];
  const color = end.kind === 'stopped' || end.kind === 'superseded' ? undefined : 'list.errorForeground';
  const cause = fact(parentId, 'cause', end.cause, color ? 'error' : 'info', color);
  return [
    { ...cause, accessibleLabel: t('Cause: {0}', end.cause) },
    ...end.details.map((line, at) => fact(parentId, `detail ${at}`, line, 'info')),
  ];
}

function deploymentRows(parentId: string, state: DeploymentState, now: number, t: Translate): readonly TreeNode[] {
  const { strategy, counts, revisions, hooks, alarms, circuitBreaker } = state;
  const { desired, running, pending, failed } = counts;
  const tasks = joined([
    t('{0} of {1} running', running, desired),
    pending > 0 ? t('{0} pending', pending) : undefined,
    failed > 0 ? t('{0} failed', failed) : undefined,
  ]);
  return [
    named(parentId, 'stage', t('Stage'), joined([stateLine(state, now, t), strategyWords(strategy, t)]), 'milestone'),
    ...hooks.map((hook) => hookRow(parentId, hook, t)),
    named(parentId, 'counts', t('Tasks'), tasks, 'server-process'),
    ...revisions.map((it) => revisionRow(parentId, it, t)),
    ...(alarms && alarms.status !== 'DISABLED' ? [alarmsRow(parentId, alarms, t)] : []),
    ...(circuitBreaker && circuitBreaker.status !== 'DISABLED' ? [breakerRow(parentId, circuitBreaker, t)] : []),
  ];
}

function revisionRow(
  parentId: string,
  { name, isNew, running, requested, traffic, testTraffic }: RevisionPart,
  t: Translate,
): TreeNode {
  const words = joined([
    isNew ? t('new') : t('before'),
    traffic === undefined ? undefined : t('{0} % of the traffic', traffic),
    testTraffic ? t('{0} % of the test traffic', testTraffic) : undefined,
    t('{0} of {1} running', running, requested),
  ]);
  // Two may run the same task definition.
  return named(parentId, `revision ${name} ${isNew}`, name, words, isNew ? 'arrow-circle-right' : 'history');
}

function hookRow(
  parentId: string,
  { id, kind, status, targetArn, expiresAt, timeoutAction }: LifecycleHook,
  t: Translate,
): TreeNode {
  const name = targetArn ? targetArn.slice(targetArn.lastIndexOf(':') + 1) : id;
  const waits = status === 'AWAITING_ACTION';
  const then = timeoutAction === 'ROLLBACK' ? t('then it is rolled back') : t('then it goes on');
  const words: Readonly<Record<string, string>> = {
    AWAITING_ACTION: joined([t('waits for you'), expiresAt ? t('until {0}, {1}', expiresAt, then) : undefined], ' '),
    IN_PROGRESS: t('under way'),
    SUCCEEDED: t('passed'),
    FAILED: t('failed'),
    TIMED_OUT: t('not answered in time'),
  };
  const label = kind === 'PAUSE' ? t('Pause {0}', name) : t('Hook {0}', name);
  const row = named(
    parentId,
    `hook ${id}`,
    label,
    words[status] ?? stateWords(status, t),
    waits ? 'debug-pause' : 'plug',
  );
  return { ...row, context: waits ? 'hook;waiting' : 'hook' };
}

function alarmsRow(
  parentId: string,
  { names, triggered }: NonNullable<DeploymentState['alarms']>,
  t: Translate,
): TreeNode {
  return triggered.length > 0
    ? named(
        parentId,
        'alarms',
        t('Alarms'),
        t('in effect: {0}', triggered.join(', ')),
        'bell-dot',
        'list.errorForeground',
      )
    : named(parentId, 'alarms', t('Alarms'), t('none in effect of {0}', names.join(', ')), 'bell');
}

function breakerRow(
  parentId: string,
  { status, failures, threshold }: NonNullable<DeploymentState['circuitBreaker']>,
  t: Translate,
): TreeNode {
  const words = threshold === undefined ? t('{0} failures', failures) : t('{0} of {1} failures', failures, threshold);
  return status === 'TRIGGERED'
    ? named(parentId, 'breaker', t('Circuit breaker'), t('tripped: {0}', words), 'error', 'list.errorForeground')
    : named(parentId, 'breaker', t('Circuit breaker'), words, 'shield');
}

function stoppedRow(
  parentId: string,
  { reason, explanation, taskArns }: StoppedTasks,
  from: From,
  t: Translate,
): TreeNode {
  const count = taskArns.length === 1 ? t('1 task') : t('{0} tasks', taskArns.length);
  const row = named(parentId, `stopped ${reason}`, count, explanation ?? reason, 'error', 'list.errorForeground');
  const said = explanation ? [fact(row.id, 'said', t('AWS says: {0}', reason), 'quote')] : [];
  const task = (arn: string): TreeNode => {
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    return { ...fact(row.id, arn, name, 'circle-slash'), context: 'activityTask;stopped', arn, ...from };
  };
  return { ...row, children: async () => [...said, ...taskArns.map(task)] };
}

function taskRow(parentId: string, task: Task, from: From, t: Translate): TreeNode {
  const phase = phaseOf(task);
  const isBad = phase === 'stopped' && !endedWell(task);
  const words = joined([statusWord(task.lastStatus, t), ...(phase === 'stopped' ? stopReasons(task, t) : [])]);
  const icons = { starting: 'clock', running: 'vm-running', stopping: 'clock', stopped: 'circle-slash' } as const;
  const row = named(
    parentId,
    task.arn,
    t('Task {0}', task.id.slice(0, 8)),
    words,
    isBad ? 'error' : icons[phase],
    isBad ? 'list.errorForeground' : undefined,
  );
  return { ...row, context: `activityTask;${phase}`, arn: task.arn, ...from };
}

function named(parentId: string, key: string, label: string, words: string, icon: string, color?: string): TreeNode {
  return { ...fact(parentId, key, label, icon, color), description: words, accessibleLabel: `${label}, ${words}` };
}

function fact(parentId: string, key: string, label: string, icon: string, color?: string): TreeNode {
  return {
    id: childId(parentId, key),
    label,
    icon: { name: icon, ...(color ? { color } : {}) },
    accessibleLabel: label,
    context: 'fact',
  };
}
