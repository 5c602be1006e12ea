import type { Container } from './container';
import type { List } from './field';

/** The first region that a container logs to; undefined when none says so. */
export function logRegionOf({ items }: List<Container>): string | undefined {
  for (const { logConfiguration } of items) {
    const region = logConfiguration.options.get('awslogs-region').literal;
    if (region) return region;
  }
  return undefined;
}
