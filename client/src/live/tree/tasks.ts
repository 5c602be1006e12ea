import { explanationRows } from '../explain-stop';
import { factSheet } from '../markdown';
import type { Service, Task, TaskFilter, Translate } from '../ports';
import { definitionName, endedWell, phaseOf, statusWord, stopReasons } from '../task-state';
import { containerRow } from './containers';
import { childId } from './ids';
import { listRows } from './list';
import type { TreeNode } from './node';
import { emptyRow } from './notes';
import type { Reading } from './reading';

/** The tasks of a service, stopped ones included as long as ECS remembers them. */
export function serviceTasks(
  parentId: string,
  { name, clusterArn }: Service,
  reading: Reading,
): Promise<readonly TreeNode[]> {
  // Not every endpoint heeds the filter.
  const keep = ({ group }: Task): boolean => group === undefined || group === `service:${name}`;
  return bothStates(parentId, clusterArn, { serviceName: name }, keep, reading);
}

/** The tasks of a container instance, whoever started them. */
export function instanceTasks(
  parentId: string,
  clusterArn: string,
  containerInstance: string,
  reading: Reading,
  below: readonly TreeNode[],
): Promise<readonly TreeNode[]> {
  // Not every endpoint heeds the filter.
  const keep = ({ containerInstanceArn: own }: Task): boolean => own === undefined || own === containerInstance;
  return bothStates(parentId, clusterArn, { containerInstance }, keep, reading, below);
}

/** The tasks of a cluster that no service started. */
export function standaloneTasks(parentId: string, clusterArn: string, reading: Reading): Promise<readonly TreeNode[]> {
  return bothStates(parentId, clusterArn, {}, ({ group }) => !group?.startsWith('service:'), reading);
}

// ListTasks answers the tasks of one desired status only; a task on its way may be in both answers.
function bothStates(
  parentId: string,
  clusterArn: string,
  filter: TaskFilter,
  keep: (task: Task) => boolean,
  reading: Reading,
  below: readonly TreeNode[] = [],
): Promise<readonly TreeNode[]> {
  const { gateway, t } = reading;
  const pages = (['RUNNING', 'STOPPED'] as const).map((desiredStatus) =>
    gateway.taskPages(clusterArn, { ...filter, desiredStatus }),
  );
  const row = (task: Task): TreeNode => taskRow(parentId, task, reading);
  return listRows({ parentId, pages, row, order: livingAndNewestFirst, keep, none: t('No tasks'), below }, t);
}

function livingAndNewestFirst(a: Task, b: Task): number {
  const stopped = Number(phaseOf(a) === 'stopped') - Number(phaseOf(b) === 'stopped');
  return stopped || (b.createdAt ?? '').localeCompare(a.createdAt ?? '') || a.id.localeCompare(b.id);
}

function taskRow(parentId: string, task: Task, reading: Reading): TreeNode {
  const { gateway, t } = reading;
  const id = childId(parentId, task.arn);
  const phase = phaseOf(task);
  const definition = definitionName(task.taskDefinitionArn);
  const reason = phase === 'stopped' || phase === 'stopping' ? task.stoppedReason : undefined;
  const state = [statusWord(task.lastStatus, t), reason].filter(Boolean).join(' · ');
  return {
    id,
    // What runs comes first: of an id nobody reads more than the beginning, and a side bar is narrow.
    label: definition ?? task.id,
    description: [statusWord(task.lastStatus, t), reason, definition && task.id.slice(0, 8)]
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
    again: async () => {
      const [found] = (await gateway.describeTasks(task.clusterArn, [task.arn])).items;
      return found && taskRow(parentId, found, reading);
    },
    // Containers came with the task: nothing is fetched for them.
    children: async () =>
      task.containers.length > 0
        ? task.containers.map((container) => containerRow(id, container, task, t))
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
    [t('Capacity provider'), task.capacityProvider],
    [t('Container instance'), definitionName(task.containerInstanceArn)],
    [t('Availability zone'), task.availabilityZone],
    [t('Platform version'), task.platformVersion],
    [t('CPU units'), task.cpu],
    [t('Memory in MiB'), task.memory],
    ['ECS Exec', task.executeCommand ? t('on') : undefined],
    [t('Group'), task.group],
    [t('Started by'), task.startedBy],
    [t('Created'), task.createdAt],
    [t('Started'), task.startedAt],
    [t('Stopped'), task.stoppedAt],
    [t('Stop reason'), phaseOf(task) === 'stopped' ? stopReasons(task, t).join('; ') : undefined],
    ...(phaseOf(task) === 'stopped' ? explanationRows(task, t) : []),
    ['ARN', task.arn],
  ]);
}
