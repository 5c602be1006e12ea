import type { TaskDefinition } from '../model/task-definition';

/** Names already in the file that can stand at a path below the task definition. */
export function namesAt(task: TaskDefinition, path: readonly (string | number)[]): readonly string[] {
  const shape = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  const own = path[0] === 'containerDefinitions' ? path[1] : undefined;
  const containers = () =>
    task.containerDefinitions.items.flatMap(({ name }, index) =>
      index === own || !name.literal ? [] : [name.literal],
    );
  switch (shape) {
    case 'containerDefinitions.*.dependsOn.*.containerName':
    case 'containerDefinitions.*.volumesFrom.*.sourceContainer':
    case 'containerDefinitions.*.links.*':
    case 'proxyConfiguration.containerName':
      return containers();
    case 'containerDefinitions.*.mountPoints.*.sourceVolume':
      return task.volumes.items.flatMap(({ name }) => name.literal || []);
    default:
      return [];
  }
}
