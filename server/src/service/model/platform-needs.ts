import { fargateLargeCpu } from '../data/fargate-limits';
import type { Container } from './container';
import type { Place } from './field';
import { asksFor } from './known';
import { secretsIn } from './secrets';
import type { TaskDefinition } from './task-definition';

/** A part of a task definition that not every Linux platform version of Fargate has. */
export interface PlatformNeed {
  /** What it is, for a message. */
  readonly what: string;
  /** The first platform version that has it. */
  readonly since: '1.3.0' | '1.4.0';
  readonly place: Place;
}

/**
 * What a definition needs of the platform.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function platformNeeds(task: TaskDefinition): readonly PlatformNeed[] {
  const containers = task.containerDefinitions.items;
  const current: readonly (readonly [string, readonly Place[]])[] = [
    ['EFS volumes', task.volumes.items.map(({ efsVolumeConfiguration }) => efsVolumeConfiguration.at)],
    ['more ephemeral storage', [task.ephemeralStorage.at]],
    ['the PID mode task', task.pidMode.literal === 'task' ? [task.pidMode] : []],
    ['tasks of 8 vCPU and more', (task.cpuUnits ?? 0) >= fargateLargeCpu ? [task.cpu] : []],
    ['environment files', containers.map(({ environmentFiles }) => environmentFiles)],
    [
      'single keys and versions of secrets',
      secretsIn(task).flatMap(({ valueFrom }) => (isPart(valueFrom.literal) ? [valueFrom] : [])),
    ],
    ['system controls', containers.map(({ systemControls }) => systemControls)],
    ['added capabilities', containers.map(({ linuxParameters }) => linuxParameters.capabilities.add)],
    ['tmpfs', containers.map(({ linuxParameters }) => linuxParameters.tmpfs)],
  ];
  const earlier: readonly (readonly [string, (container: Container) => Place])[] = [
    ['dependencies between containers', ({ dependsOn }) => dependsOn],
    ['start timeouts', ({ startTimeout }) => startTimeout],
    ['stop timeouts', ({ stopTimeout }) => stopTimeout],
  ];
  return [
    ...current.flatMap(([what, places]) => needOf(what, '1.4.0', places)),
    ...earlier.flatMap(([what, read]) => needOf(what, '1.3.0', containers.map(read))),
  ];
}

/** One need, at the first place that shows it. */
function needOf(what: string, since: PlatformNeed['since'], places: readonly Place[]): readonly PlatformNeed[] {
  const place = places.find(asksFor);
  return place ? [{ what, since, place }] : [];
}

/** The ARN of a secret of Secrets Manager with a JSON key, a version stage or a version ID at its end. */
function isPart(valueFrom: string | undefined): boolean {
  const parts = valueFrom?.split(':') ?? [];
  return parts[2] === 'secretsmanager' && parts.slice(7).some((part) => part !== '');
}
