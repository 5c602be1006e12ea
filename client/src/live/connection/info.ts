import type { LiveFailure } from '../failure';
import type { Connection } from '../ports';
import { type ConnectionChoice, scopeOf } from './choice';

/** A connection that the user works with. */
export interface ConnectionInfo {
  readonly choice: ConnectionChoice;
  /** What the choice means now, as far as that can be said. */
  readonly connection: Partial<Connection>;
  readonly active: boolean;
  /** Why it does not work. */
  readonly failure?: LiveFailure;
}

/** Each profile and region once: two choices may mean the same. The active one stands for the others. */
export function distinct(infos: readonly ConnectionInfo[]): readonly ConnectionInfo[] {
  const byScope = new Map<string, ConnectionInfo>();
  for (const info of infos) {
    const scope = scopeOf(info.connection);
    if (info.active || !byScope.has(scope)) byScope.set(scope, info);
  }
  return [...byScope.values()];
}
