import { factSheet } from '../markdown';
import type { EcsGateway, Listing, Service, Task, Translate } from '../ports';
import { definitionName, endedWell, phaseOf, statusWord, stopReasons } from '../task-state';
import { containerRow } from './containers';
import { childId } from './ids';
import type { TreeNode } from './node';
import { emptyRow, missingRow } from './notes';

/** The tasks of a service, stopped ones included as long as ECS remembers them. */
export async function serviceTasks(
  parentId: string,
  { name, clusterArn }: Service,
  gateway: EcsGateway,
  t: Translate,
): Promise<readonly TreeNode[]> {
  const listing = await bothStates(gateway, clusterArn, name);
  // Not every endpoint heeds the filter.
  const own = listing.items.filter(({ group }) => group === undefined || group === `service:${name}`);
  return rows(parentId, { ...listing, items: own }, t);
}

/** The tasks of a cluster that no service started. */
export async function standaloneTasks(
  parentId: string,
  clusterArn: string,
  gateway: EcsGateway,
  t: Translate,
): Promise<readonly TreeNode[]> {
  const listing = await bothStates(gateway, clusterArn);
  const own = listing.items.filter(({ group }) => !group?.startsWith('service:'));
  return rows(parentId, { ...listing, items: own }, t);
}

// ListTasks answers the tasks of one desired status only; a task on its way may be in both answers.
async function bothStates(gateway: EcsGateway, clusterArn: string, serviceName?: string): Promise<Listing<Task>> {
  const of = (desiredStatus: 'RUNNING' | 'STOPPED'): Promise<Listing<Task>> =>
    gateway.tasks(clusterArn, serviceName === undefined ? { desiredStatus } : { serviceName, desiredStatus });
  const [running, stopped] = await Promise.all([of('RUNNING'), of('STOPPED')]);
  const byArn = new Map([...running.items, ...stopped.items].map((task) => [task.arn, task]));
  return { items: [...byArn.values()], failures: [...running.failures, ...stopped.failures] };
}

function rows(parentId: string, { items, failures }: Listing<Task>, t: Translate): readonly TreeNode[] {
  if (items.length + failures.length === 0) return [emptyRow(parentId, t('No tasks'))];
  return [
    ...items.toSorted(livingAndNewestFirst).map((task) => taskRow(parentId, task, t)),
    ...failures.map((failure) => missingRow(parentId, failure, t)),
  ];
}

function livingAndNewestFirst(a: Task, b: Task): number {
  const stopped = Number(phaseOf(a) === 'stopped') - Number(phaseOf(b) === 'stopped');
  return stopped || (b.createdAt ?? '').localeCompare(a.createdAt ?? '') || a.id.localeCompare(b.id);
}

function taskRow(parentId: string, task: Task, t: Translate): TreeNode {
  const id = childId(parentId, task.arn);
  const phase = phaseOf(task);
  const definition = definitionName(task.taskDefinitionArn);
  const reason = phase === 'stopped' || phase === 'stopping' ? task.stoppedReason : undefined;
  const state = [statusWord(task.lastStatus, t), reason].filter(Boolean).join(' · ');
  return {
    id,
    // What runs comes first: of an id nobody reads more than the beginning, and a side bar is narrow.
    label: definition ?? task.id,
    description: [statusWord(task.lastStatus, t), definition && task.id.slice(0, 8), reason]
      .filter(Boolean)
      .join(' · '),
    icon: icon(task),
    accessibleLabel: definition
      ? t('Task {0} of {1}, {2}', task.id, definition, state)
      : t('Task {0}, {1}', task.id, state),
    tooltip: () => tooltip(task, t),
    context: `task;${phase}`,
    arn: task.arn,
    clusterArn: task.clusterArn,
    // Containers came with the task: nothing is fetched for them.
    children: async () =>
      task.containers.length > 0
        ? task.containers.map((container) => containerRow(id, container, t))
        : [emptyRow(id, t('No containers'))],
  };
}

function icon(task: Task): TreeNode['icon'] {
  switch (phaseOf(task)) {
    case 'starting':
      return { name: 'clock', color: 'charts.yellow' };
    case 'running':
      return { name: 'vm-running', color: 'charts.green' };
    case 'stopping':
      return { name: 'clock', color: 'disabledForeground' };
    case 'stopped':
      return endedWell(task) || task.stopCode === 'UserInitiated'
        ? { name: 'circle-slash', color: 'disabledForeground' }
        : { name: 'error', color: 'list.errorForeground' };
  }
}

function tooltip(task: Task, t: Translate): string {
  return factSheet(task.id, [
    [t('Status'), statusWord(task.lastStatus, t)],
    [t('Health'), task.health === 'UNKNOWN' ? undefined : task.health?.toLowerCase()],
    [t('Task definition'), definitionName(task.taskDefinitionArn)],
    [t('Launch type'), task.launchType],
    [t('Group'), task.group],
    [t('Started by'), task.startedBy],
    [t('Created'), task.createdAt],
    [t('Started'), task.startedAt],
    [t('Stopped'), task.stoppedAt],
    [t('Stop reason'), phaseOf(task) === 'stopped' ? stopReasons(task, t).join('; ') : undefined],
    ['ARN', task.arn],
  ]);
}
