import { isKnown } from './known';
import type { LaunchType, TaskDefinition } from './task-definition';

/** False where the launch types are known and this one is not among them. */
export function mayRunOn({ launchTypes }: TaskDefinition, name: LaunchType): boolean {
  return launchTypes.length === 0 || launchTypes.includes(name);
}

/** True where nothing unknown is among the launch types: no template engine fills them in. */
export function areLaunchTypesKnown({
  requiresCompatibilities,
}: Pick<TaskDefinition, 'requiresCompatibilities'>): boolean {
  return (
    isKnown(requiresCompatibilities) && requiresCompatibilities.items.every(({ literal }) => literal !== undefined)
  );
}
