import type { Translate } from '../ports';
import type { ServiceEvent } from '../records';
import { statusWord } from '../task-state';
import { joined, stateWords } from '../tree/words';
import type { Facts } from './activities';
import type { ActivityEvent, DeploymentState } from './events';
import { stageWords } from './stages';
import { stoppedLine } from './stopped';

/** An event in a line of a progress notification or a terminal; undefined where it says nothing new. */
export function progressLine(event: ActivityEvent, now: number, t: Translate): string | undefined {
  switch (event.kind) {
    case 'deployment':
      return deploymentLine(event.state, now, t);
    case 'tasks':
      return tasksLine(event, t);
    case 'service-event':
      return eventWords(event.event);
    case 'stopped-tasks':
      return event.groups[0] && stoppedLine(event.groups[0], t);
    case 'trouble':
      return event.failure.sentence;
    case 'waiting':
      return t('Waiting until it can be seen again. {0}', event.failure.sentence);
    default:
      return undefined;
  }
}

/** An event without the name of its service, which stands above it. */
export function eventWords({ message }: ServiceEvent): string {
  return message.replace(/^\(service [^)]+\) /, '');
}

/** `moving traffic, 20 % on the new tasks · 3 of 4 running · 1 failed` */
export function deploymentLine(state: DeploymentState, now: number, t: Translate): string {
  const { desired, running, failed } = state.counts;
  return joined([
    stateLine(state, now, t),
    t('{0} of {1} running', running, desired),
    failed > 0 ? t('{0} failed', failed) : undefined,
  ]);
}

/** What it does at the moment. */
export function stateLine(state: DeploymentState, now: number, t: Translate): string {
  const { status, stage, revisions } = state;
  if (isPaused(state)) return t('paused: it waits for you');
  if (status !== 'IN_PROGRESS' || stage === undefined) return stateWords(status, t);
  if (stage === 'BAKE_TIME') return joined([stageWords(stage, t), bakeLeft(state, now, t)], ', ');
  const traffic = revisions.find(({ isNew }) => isNew)?.traffic;
  const moves = stage === 'PRODUCTION_TRAFFIC_SHIFT' && traffic !== undefined;
  return moves ? t('{0}, {1} % on the new tasks', stageWords(stage, t), traffic) : stageWords(stage, t);
}

/** Whether somebody has to let it go on. */
export function isPaused({ hooks }: DeploymentState): boolean {
  return hooks.some(({ status }) => status === 'AWAITING_ACTION');
}

/** How much of the bake time is left, at most: it began before it was seen. */
function bakeLeft({ bakeMinutes, stageSeenAt }: DeploymentState, now: number, t: Translate): string | undefined {
  if (bakeMinutes === undefined || stageSeenAt === undefined) return undefined;
  const minutes = Math.ceil(bakeMinutes - (now - stageSeenAt) / 60_000);
  return minutes <= 1 ? t('less than 1 minute left') : t('at most {0} minutes left', minutes);
}

/** `2 of 3 running · 1 pending` */
export function tasksLine({ tasks }: Pick<Facts, 'tasks'>, t: Translate): string | undefined {
  const [only, ...more] = tasks;
  if (!only) return undefined;
  if (more.length === 0) return statusWord(only.lastStatus, t);
  const counts = new Map<string, number>();
  for (const { lastStatus } of tasks) counts.set(lastStatus, (counts.get(lastStatus) ?? 0) + 1);
  return joined([...counts].map(([status, count]) => `${count} ${statusWord(status, t)}`));
}
