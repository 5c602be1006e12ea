import { LiveFailure } from '../failure';
import { definitionName, endedWell, statusWord, stopReasons } from '../task-state';
import type { RunOutcome, RunPorts } from './input';
import type { Result } from './perform';
import { stopTask } from './stop-task';

/** Tells how a run ended and does what the user then asks for. */
export async function tell(result: Result, ports: RunPorts): Promise<RunOutcome> {
  const { ui, shell, t } = ports;
  if (result.kind === 'cancelled') return { kind: 'cancelled' };
  if (result.kind === 'registered') {
    await ui.inform('info', t('{0} is registered; no task was started.', result.revision));
    return { kind: 'cancelled' };
  }
  const { task } = result;
  const { level, text } = message(result, ports);
  const buttons = { stop: t('Stop Task'), show: t('Show in Clusters'), copy: t('Copy ARN') };
  // The first button is the highlighted one: not the one that ends the task.
  const offered = [buttons.show, ...(result.kind === 'stopped' ? [] : [buttons.stop]), buttons.copy];
  const answer = await ui.inform(level, text, ...offered);
  try {
    if (answer === buttons.stop) await stopTask(task.clusterArn, task.arn, ports);
    else if (answer === buttons.show) await shell.showTask(task.clusterArn, task.arn);
    else if (answer === buttons.copy) await ui.copy(task.arn);
  } catch (error) {
    // Said here: whoever catches it further out would offer to run the whole thing again.
    if (!(error instanceof LiveFailure)) throw error;
    await ui.inform('error', error.sentence);
  }
  return {
    kind: result.kind === 'running' || result.kind === 'stopped' ? result.kind : 'unwatched',
    clusterArn: task.clusterArn,
    taskArn: task.arn,
    taskDefinitionArn: task.taskDefinitionArn ?? '',
  };
}

function message(
  result: Exclude<Result, { readonly kind: 'cancelled' | 'registered' }>,
  { t }: RunPorts,
): { readonly level: 'info' | 'warning' | 'error'; readonly text: string } {
  const { task, plan } = result;
  const definition = definitionName(task.taskDefinitionArn) ?? plan.family;
  const cluster = plan.cluster.name;
  switch (result.kind) {
    case 'running':
      return { level: 'info', text: t('Task {0} of {1} is running in {2}.', task.id, definition, cluster) };
    case 'stopped': {
      const why = stopReasons(task, t).join('; ');
      return endedWell(task)
        ? { level: 'info', text: t('Task {0} of {1} has finished: {2}', task.id, definition, why) }
        : { level: 'error', text: t('Task {0} of {1} has stopped: {2}', task.id, definition, why) };
    }
    case 'unwatched':
      return {
        level: 'info',
        text: t('Task {0} of {1} is no longer watched; it goes on in {2}.', task.id, definition, cluster),
      };
    case 'timeout':
      return {
        level: 'warning',
        text: t(
          'Task {0} of {1} is still {2} after 15 minutes; it is no longer watched and goes on in {3}.',
          task.id,
          definition,
          statusWord(task.lastStatus, t),
          cluster,
        ),
      };
    case 'blind':
      return {
        level: 'warning',
        text: t(
          'Task {0} of {1} was started in {2}, but cannot be watched. {3}',
          task.id,
          definition,
          cluster,
          result.failure.sentence,
        ),
      };
  }
}
