import { isEnding } from './lifecycle';
import { startTask } from './run-task';
import { tell } from './tell';
import {
  type ClusterRecord,
  type DeploymentRecord,
  lastPart,
  primaryOf,
  type ServiceRecord,
  type TaskRecord,
  type World,
} from './world';

/** Starts or stops tasks, until the service's own deployment has as many as are desired. */
export function keepDesired(world: World, cluster: ClusterRecord, service: ServiceRecord, at: number): void {
  const primary = primaryOf(service);
  if (primary.status !== 'SUCCESSFUL' && !primary.scaledUp) return;
  const kept = aliveTasks(cluster, primary, at);
  const missing = service.desiredCount - kept.length;
  if (missing > 0) startFor(world, cluster, service, primary, missing, at);
  else if (missing < 0) stopFor(world, service, primary, kept.slice(missing), at);
}

/** The tasks of a deployment that are not on their way to their end. */
export function aliveTasks(cluster: ClusterRecord, { id }: DeploymentRecord, at: number): readonly TaskRecord[] {
  return [...cluster.tasks.values()].filter((it) => it.startedBy === id && !isEnding(it, at));
}

/** Starts tasks of a deployment and tells of it. */
export function startFor(
  world: World,
  cluster: ClusterRecord,
  service: ServiceRecord,
  deployment: DeploymentRecord,
  count: number,
  at: number,
): void {
  const started = Array.from({ length: count }, () => {
    const { arn } = startTask(world, cluster, deployment.definition, {
      launchType: service.launchType,
      group: `service:${service.name}`,
      startedBy: deployment.id,
      enableExecuteCommand: service.executeCommand,
      createdAt: at,
    });
    return `(task ${lastPart(arn)})`;
  });
  if (count > 0) tell(world, service, at, `has started ${count} tasks: ${started.join(', ')}.`);
}

/** Stops tasks in a deployment's name and tells of it. */
export function stopFor(
  world: World,
  service: ServiceRecord,
  deployment: DeploymentRecord,
  tasks: readonly TaskRecord[],
  at: number,
): void {
  const reason = `Scaling activity initiated by (deployment ${deployment.id})`;
  for (const task of tasks) task.stopped = { at, reason, code: 'ServiceSchedulerInitiated' };
  if (tasks.length === 0) return;
  const names = tasks.map(({ arn }) => `(task ${lastPart(arn)})`);
  tell(world, service, at, `has stopped ${tasks.length} running tasks: ${names.join(', ')}.`);
}
