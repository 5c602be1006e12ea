import type { Task, Translate } from './ports';

/** Where a task is on its way, as far as a user can act on it. */
export type TaskPhase = 'starting' | 'running' | 'stopping' | 'stopped';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
export function phaseOf(task: Task): TaskPhase {
  if (task.lastStatus === 'STOPPED') return 'stopped';
  if (task.desiredStatus === 'STOPPED' || ENDING.has(task.lastStatus)) return 'stopping';
  return task.lastStatus === 'RUNNING' ? 'running' : 'starting';
}

/** A stopped task that ended by itself with nothing but zero exit codes, as a batch job does. */
export function endedWell(task: Task): boolean {
  const codes = task.containers.map(({ exitCode }) => exitCode).filter((code) => code !== undefined);
  const byItself = task.stopCode === undefined || task.stopCode === 'EssentialContainerExited';
  return byItself && codes.length > 0 && codes.every((code) => code === 0);
}

/** A status of a task or container in words. */
export function statusWord(status: string | undefined, t: Translate): string {
  const words: Readonly<Record<string, string>> = {
    PROVISIONING: t('provisioning'),
    PENDING: t('pending'),
    ACTIVATING: t('activating'),
    RUNNING: t('running'),
    DEACTIVATING: t('deactivating'),
    STOPPING: t('stopping'),
    DEPROVISIONING: t('deprovisioning'),
    STOPPED: t('stopped'),
  };
  return (status && words[status]) ?? status?.toLowerCase() ?? t('state unknown');
}

/** `3 tasks running` */
export function runningTasks(count: number, t: Translate): string {
  return count === 1 ? t('1 task running') : t('{0} tasks running', count);
}

/** Why a task stopped: AWS's reason, then every container that says more, a line each. */
export function stopReasons(task: Task, t: Translate): readonly string[] {
  const reason = task.stoppedReason ?? task.stopCode ?? t('No reason was given.');
  const containers = task.containers.flatMap(({ name, exitCode, reason: own }) => {
    // ECS gives the task the reason of the container that did not start.
    const more = own !== undefined && reason.includes(own) ? undefined : own;
    const parts = [exitCode === undefined ? undefined : t('exit code {0}', exitCode), more].filter(Boolean);
    return parts.length > 0 ? [`${name}: ${parts.join(', ')}`] : [];
  });
  return [reason, ...containers];
}

/** `family:revision` out of a task definition's ARN, or what was given when it is none. */
export function definitionName(arn: string | undefined): string | undefined {
  return arn?.slice(arn.lastIndexOf('/') + 1);
}

const ENDING: ReadonlySet<string> = new Set(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING']);
