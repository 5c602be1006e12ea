import type { Container } from './container';
import type { List } from './field';

/** Who hands logs to whom through FireLens. */
export interface LogRouting {
  /** The log routers; one at most is right. */
  readonly routers: readonly Container[];
  /** The containers that log with `awsfirelens`. */
  readonly routed: readonly Container[];
}

/** Reads who routes logs in a list of containers. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html */
export function logRouting({ items }: List<Container>): LogRouting {
  return {
    routers: items.filter(({ firelensConfiguration }) => firelensConfiguration.at.node?.type === 'object'),
    routed: items.filter(({ logConfiguration }) => logConfiguration.logDriver.literal === 'awsfirelens'),
  };
}
