import type { Task, Translate } from '../ports';
import { stopReasons } from '../task-state';
import type { Sources } from './sources';
import { type LogTarget, shortId } from './target';

/** The sentences between the lines. */
export interface Notes {
  /** What has changed from one look at the tasks to the next. */
  changes(before: Sources | undefined, now: Sources): readonly string[];
  /** Each of these that was not told before. */
  once(...sentences: readonly string[]): readonly string[];
  end(sources: Sources, lines: number): string;
}

export function createNotes(target: LogTarget, t: Translate): Notes {
  const told = new Set<string>();
  const once: Notes['once'] = (...sentences) =>
    sentences.filter((sentence) => {
      if (told.has(sentence)) return false;
      told.add(sentence);
      return true;
    });
  return {
    once,
    changes: (before, now) => [
      ...once(...now.elsewhere),
      ...(now.tasks.length === 0 ? once(noTasks(target, t)) : []),
      // A task alone tells of its stop at the end.
      ...(before && 'serviceName' in target ? moves(before.tasks, now.tasks, t) : []),
    ],
    end: ({ tasks, streams }, lines) => {
      const [task] = tasks;
      const stopped = task ? t('Task {0} has stopped: {1}.', shortId(task.id), reasonOf(task, t)) : '';
      if (streams.length === 0) return t('There is nothing to read here.');
      return lines === 0 ? t('{0} It left no lines.', stopped) : t('{0} There are no more lines.', stopped);
    },
  };
}

function noTasks(target: LogTarget, t: Translate): string {
  return 'serviceName' in target
    ? t('The service {0} has no tasks now.', target.serviceName)
    : t('ECS does not know the task yet.');
}

function moves(before: readonly Task[], now: readonly Task[], t: Translate): readonly string[] {
  const known = new Map(before.map((task) => [task.arn, task]));
  return now.flatMap((task) => {
    const old = known.get(task.arn);
    const stopped = task.lastStatus === 'STOPPED' && old?.lastStatus !== 'STOPPED';
    if (stopped) return [t('Task {0} has stopped: {1}.', shortId(task.id), reasonOf(task, t))];
    return old ? [] : [t('Task {0} is new.', shortId(task.id))];
  });
}

function reasonOf(task: Task, t: Translate): string {
  return stopReasons(task, t).join('; ').replace(/\.$/, '');
}
