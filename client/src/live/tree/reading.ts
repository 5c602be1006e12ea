import type { EcsGateway, Translate } from '../ports';

/** What rows are made with. */
export interface Reading {
  readonly gateway: EcsGateway;
  readonly t: Translate;
  /** Milliseconds since the epoch, for times in words. */
  now(): number;
}
