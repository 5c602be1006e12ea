import { explainStop, type StopExplanation, type StopFacts } from '../../../server/src/service/features/stops/explain';
import type { Task, Translate } from './ports';

export type { StopExplanation, StopFacts };

/** Why a task stopped, in words that need no document; undefined when ECS tells nothing of it. */
export function explainTask(task: Task): StopExplanation | undefined {
  return explainStop(stopFacts(task));
}

/** What ECS tells of a stopped task, for `taskdef/whyStopped`. */
export function stopFacts({ stopCode, stoppedReason, group, containers }: Task): StopFacts {
  return {
    ...(stopCode !== undefined && { stopCode }),
    ...(stoppedReason !== undefined && { stoppedReason }),
    service: group?.startsWith('service:') ?? false,
    containers: containers.map(({ name, exitCode, reason, health }) => ({
      name,
      ...(exitCode !== undefined && { exitCode }),
      ...(reason !== undefined && { reason }),
      ...(health !== undefined && { health }),
    })),
  };
}

/** What happened, what to do, and AWS's own words, which are all there is where the cause is unknown. */
export function stopMessage(
  { cause, sentence, fix, said }: Pick<StopExplanation, 'cause' | 'sentence' | 'fix' | 'said'>,
  t: Translate,
): string {
  if (cause === 'unknown') return t('The task has stopped: {0}', sentence);
  const advice = [sentence, fix].filter(Boolean).join(' ');
  return said === undefined ? advice : `${advice}\n${t('AWS says: {0}', said)}`;
}

/** The rows of a fact sheet that explain why a task stopped; none where nothing is wrong, or where only AWS's words are known. */
export function explanationRows(
  task: Task,
  t: Translate,
): readonly (readonly [name: string, value: string | undefined])[] {
  const found = explainTask(task);
  if (!found || found.cause === 'unknown' || found.severity === 'information') return [];
  return [
    [t('Why'), found.sentence],
    [t('What to do'), found.fix],
  ];
}

/** What a finding is shown for. */
export interface StopMark {
  readonly cause: string;
  /** RFC 6901 pointer to the value. */
  readonly pointer: string;
  /** The value's text without spaces. */
  readonly value: string;
}

/**
 * True while the value that a finding is shown at is the same, wherever it stands now. Another value, or none, is an answer to the
 * finding: whether it is the right one the next run tells.
 */
export function isCurrent(shown: StopMark, now: StopMark | undefined): boolean {
  return now !== undefined && now.cause === shown.cause && now.value === shown.value && last(now) === last(shown);
}

function last({ pointer }: StopMark): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
