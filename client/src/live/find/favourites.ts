import type { Memory } from '../ports';

/** The clusters and services that come first, by the ids of their rows. */
export interface Favourites {
  all(): ReadonlySet<string>;
  add(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Favourites that outlive the session. */
export function favouritesIn(memory: Memory): Favourites {
  const all = (): ReadonlySet<string> => new Set(memory.get<readonly string[]>(KEY) ?? []);
  return {
    all,
    add: (id) => memory.set(KEY, [...all(), id]),
    remove: (id) =>
      memory.set(
        KEY,
        [...all()].filter((it) => it !== id),
      ),
  };
}

const KEY = 'favourites';
