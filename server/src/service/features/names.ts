import type { TaskDefinition } from '../model/task-definition';

/** What a name in a task definition stands for. */
export type NameKind = 'container' | 'volume' | 'port';

/** A member that holds a name; `*` is any item of a list. */
export interface NamePlace {
  readonly path: string;
  readonly kind: NameKind;
  readonly role: 'definition' | 'use';
}

/**
 * Where a task definition names its own parts. A `links` item is a name or `name:alias`.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const namePlaces: readonly NamePlace[] = [
  { path: 'containerDefinitions.*.name', kind: 'container', role: 'definition' },
  { path: 'containerDefinitions.*.dependsOn.*.containerName', kind: 'container', role: 'use' },
  { path: 'containerDefinitions.*.links.*', kind: 'container', role: 'use' },
  { path: 'containerDefinitions.*.volumesFrom.*.sourceContainer', kind: 'container', role: 'use' },
  { path: 'proxyConfiguration.containerName', kind: 'container', role: 'use' },
  { path: 'volumes.*.name', kind: 'volume', role: 'definition' },
  { path: 'containerDefinitions.*.mountPoints.*.sourceVolume', kind: 'volume', role: 'use' },
  { path: 'containerDefinitions.*.portMappings.*.name', kind: 'port', role: 'definition' },
];

/**
 * Where inputs of CreateService, UpdateService and RunTask and an AppSpec file use names of a task definition.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 */
export const outsidePlaces: readonly NamePlace[] = (
  [
    ['loadBalancers.*.containerName', 'container'],
    ['serviceRegistries.*.containerName', 'container'],
    ['overrides.containerOverrides.*.name', 'container'],
    ['containerOverrides.*.name', 'container'],
    ['resources.*.targetService.properties.loadBalancerInfo.containerName', 'container'],
    ['serviceConnectConfiguration.services.*.portName', 'port'],
    ['vpcLatticeConfigurations.*.portName', 'port'],
    ['volumeConfigurations.*.name', 'volume'],
  ] as const
).map(([path, kind]) => ({ path, kind, role: 'use' }));

/** Names already in the file that can stand at a path below the task definition. */
export function namesAt(task: TaskDefinition, path: readonly (string | number)[]): readonly string[] {
  const shape = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  const place = namePlaces.find(({ path, role }) => role === 'use' && path === shape);
  const own = path[0] === 'containerDefinitions' ? path[1] : undefined;
  switch (place?.kind) {
    case 'container':
      return task.containerDefinitions.items.flatMap(({ name }, index) => (index === own ? [] : name.literal || []));
    case 'volume':
      return task.volumes.items.flatMap(({ name }) => name.literal || []);
    default:
      return [];
  }
}
