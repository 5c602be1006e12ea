import type { Translate } from '../ports';
import { definitionName } from '../task-state';
import type { End } from './end';
import type { Subject } from './subject';

/** How it ended, in a word or two. */
export function endWord({ kind }: Pick<End, 'kind'>, t: Translate): string {
  const words: Readonly<Record<End['kind'], string>> = {
    succeeded: t('deployed'),
    failed: t('failed'),
    'rolled-back': t('rolled back'),
    stopped: t('stopped'),
    superseded: t('replaced by a newer one'),
    running: t('running'),
    finished: t('finished'),
    'tasks-failed': t('failed'),
    unwatched: t('no longer watched'),
    timeout: t('no longer watched'),
    blind: t('cannot be watched'),
  };
  return words[kind];
}

/** The end as a message, its cause first where it went wrong. */
export function endMessage(
  { kind: what, title, taskDefinitionArn }: Subject,
  end: End,
  t: Translate,
): { readonly level: 'info' | 'warning' | 'error'; readonly text: string } {
  const name = definitionName(taskDefinitionArn) ?? taskDefinitionArn;
  switch (end.kind) {
    case 'succeeded':
      return { level: 'info', text: t('{0}: {1} is deployed.', title, name) };
    case 'failed':
      return { level: 'error', text: t('{0}: the deployment of {1} has failed. {2}', title, name, end.cause) };
    case 'rolled-back':
      return {
        level: 'error',
        text: t('{0}: the deployment of {1} has failed and was rolled back. {2}', title, name, end.cause),
      };
    case 'stopped':
      return { level: 'warning', text: t('{0}: the deployment of {1} was stopped. {2}', title, name, end.cause) };
    case 'superseded':
      return { level: 'warning', text: t('{0}: the deployment of {1} did not finish. {2}', title, name, end.cause) };
    case 'running':
      return { level: 'info', text: t('{0}: {1} is running.', title, name) };
    case 'finished':
      return { level: 'info', text: t('{0}: {1} has finished.', title, name) };
    case 'tasks-failed':
      return { level: 'error', text: t('{0}: {1} has stopped. {2}', title, name, end.cause) };
    case 'unwatched':
      return { level: 'info', text: t('{0}: {1} is no longer watched; it goes on in AWS.', title, name) };
    case 'timeout':
      return {
        level: 'warning',
        text: t('{0}: {1} was watched for {2} minutes and goes on in AWS, unwatched.', title, name, end.minutes),
      };
    case 'blind':
      return {
        level: 'warning',
        text:
          what === 'deployment'
            ? t('{0}: the deployment of {1} goes on, but cannot be watched. {2}', title, name, end.failure.sentence)
            : t('{0}: {1} was started, but cannot be watched. {2}', title, name, end.failure.sentence),
      };
  }
}
