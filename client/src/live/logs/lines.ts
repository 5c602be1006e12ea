import type { LiveTailEvent } from '../log-records';

/** Which lines have been told, where they come by several ways, of which some give no ids. */
export interface Lines {
  /** False: it was told already. Each way brings each line once; lines that are equal are counted. */
  add(way: object, line: LiveTailEvent): boolean;
  /** Lines before this time (milliseconds since the epoch) come no more. */
  forget(before: number): void;
}

/**
 * A line that has come as often as n times by one way is there n times: what comes by another way is new from the next
 * one on.
 */
export function createLines(): Lines {
  const known = new Map<string, { readonly at: number; told: number; readonly came: Map<object, number> }>();
  return {
    add: (way, { stream, at, message }) => {
      const key = JSON.stringify([stream, at, message]);
      const line = known.get(key) ?? { at, told: 0, came: new Map<object, number>() };
      known.set(key, line);
      const came = (line.came.get(way) ?? 0) + 1;
      line.came.set(way, came);
      if (came <= line.told) return false;
      line.told = came;
      return true;
    },
    forget: (before) => {
      for (const [key, { at }] of known) if (at < before) known.delete(key);
    },
  };
}
