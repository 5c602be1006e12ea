import { fargateCapabilities } from '../data/fargate-limits';
import { type LaunchType, memberSupport, type Support, unsupported, valueSupport } from '../data/launch-type-matrix';
import { fargateLogDrivers } from '../data/log-drivers';
import { neverOnWindows, supportOn } from '../model/support';
import type { TaskDefinition } from '../model/task-definition';

const titles = {
  FARGATE: 'Fargate',
  EC2: 'EC2',
  EXTERNAL: 'External',
  MANAGED_INSTANCES: 'Managed Instances',
} as const satisfies Readonly<Record<LaunchType, string>>;

const launchTypes = Object.keys(titles) as readonly LaunchType[];

/** What people call a launch type. */
export function titleOf(launchType: string): string {
  return Object.hasOwn(titles, launchType) ? titles[launchType as LaunchType] : launchType;
}

/** Why a member has no place in a task, as `not on Fargate`; undefined when it has. */
export function refusedMember(shape: string, task: TaskDefinition): string | undefined {
  return refusal(memberSupport.get(shape), task);
}

/** Why a value of the member has no place in a task; undefined when it has. */
export function refusedValue(shape: string, value: string, task: TaskDefinition): string | undefined {
  const name = shape.split('.').at(-1);
  const known = refusal(valueSupport.get(`${name}=${value}`), task);
  if (known !== undefined || !task.launchType('FARGATE')) return known;
  const refused =
    (name === 'logDriver' && !fargateLogDrivers.includes(value)) ||
    (shape.endsWith('capabilities.add') && !fargateCapabilities.includes(value));
  return refused ? 'not on Fargate' : undefined;
}

function refusal(support: Support | undefined, task: TaskDefinition): string | undefined {
  if (!support) return undefined;
  const refused = launchTypes.filter(
    (id) => task.launchType(id) && supportOn(support, id, task.isWindows) === unsupported,
  );
  if (refused.length > 0) {
    const onLinux = refused.some((id) => support.linux[id] === unsupported);
    return `not on ${refused.map((id) => titles[id]).join(', ')}${onLinux ? '' : ' with Windows'}`;
  }
  return task.isWindows && neverOnWindows(support) ? 'not on Windows' : undefined;
}
