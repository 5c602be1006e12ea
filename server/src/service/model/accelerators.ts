import type { Container } from './container';
import type { TaskDefinition } from './task-definition';

/** What one container asks for. */
export interface Requirement {
  readonly container: Container;
  readonly requirement: Container['resourceRequirements']['items'][number];
}

/** Everything of a type that the containers ask for, in document order. */
export function requirementsOf({ containerDefinitions }: TaskDefinition, type: string): readonly Requirement[] {
  return containerDefinitions.items.flatMap((container) =>
    container.resourceRequirements.items
      .filter((requirement) => requirement.type.literal === type)
      .map((requirement) => ({ container, requirement })),
  );
}

/** True where there are GPUs to ask for: not on Fargate and not on Windows, whose rules tell so. */
export function mayHaveGpus({ isWindows, launchType }: TaskDefinition): boolean {
  return !isWindows && !launchType('FARGATE');
}
