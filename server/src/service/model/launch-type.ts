import type { LaunchType, TaskDefinition } from './task-definition';

/** False where the launch types are known and this one is not among them. */
export function mayRunOn({ launchTypes }: TaskDefinition, name: LaunchType): boolean {
  return launchTypes.length === 0 || launchTypes.includes(name);
}
