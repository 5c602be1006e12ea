import type { TaskDefinition } from './task-definition';

/** The region that a container of the task logs to already; undefined when none says so. */
export function logRegionOf({ containerDefinitions }: TaskDefinition): string | undefined {
  for (const { logConfiguration } of containerDefinitions.items) {
    const region = logConfiguration.options.get('awslogs-region').literal;
    if (region) return region;
  }
  return undefined;
}
