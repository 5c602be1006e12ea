import { type LaunchType, memberSupport, type Support, unsupported, valueSupport } from '../data/launch-type-matrix';
import type { TaskDefinition } from './task-definition';

/** What a definition can be for: a launch type, or Windows whatever the launch type. */
export type Platform = LaunchType | 'WINDOWS';

/** What the table says of a launch type, on Windows where the definition is for Windows. */
export function supportOn({ linux, windows }: Support, id: LaunchType, isWindows: boolean | undefined): string {
  return (isWindows && id !== 'MANAGED_INSTANCES' ? windows?.[id] : undefined) ?? linux[id];
}

/** True where the definition is for a platform that does not have the member, whose path has no indices. */
export function refusesMember(platform: Platform, path: string, task: TaskDefinition): boolean {
  return isRefused(memberSupport.get(path), platform, task);
}

/** True where the definition is for a platform on which the member, a bare name, cannot have this value. */
export function refusesValue(platform: Platform, name: string, value: string | undefined, task: TaskDefinition) {
  return isRefused(valueSupport.get(`${name}=${value}`), platform, task);
}

function isRefused(support: Support | undefined, platform: Platform, task: TaskDefinition): boolean {
  if (!support) return false;
  if (platform === 'WINDOWS') return task.isWindows === true && neverOnWindows(support);
  return task.launchType(platform) !== undefined && supportOn(support, platform, task.isWindows) === unsupported;
}

/** True for what Windows has on no launch type. */
export function neverOnWindows({ windows }: Support): boolean {
  return windows?.EC2 === unsupported && windows.FARGATE === unsupported;
}
