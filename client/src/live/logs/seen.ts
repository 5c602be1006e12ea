import type { LogEvent } from '../log-records';

/** Which events have been told, as far back as they may be answered again. */
export interface Seen {
  /** False: it was told before. */
  add(event: LogEvent): boolean;
  /** Told after a look has ended: nothing before `time` will be asked for again. */
  settle(time: number): void;
  /** Nothing before this time may be asked for again: it was forgotten. */
  floor(): number;
}

/**
 * Remembers about `most` events of past looks, and as many of the present one, in which no event comes twice but those
 * that came in looks before.
 */
export function createSeen(most: number): Seen {
  const state = { past: new Map<string, number>(), present: new Map<string, number>(), floor: 0 };
  return {
    add: ({ id, at }) => {
      if (state.past.has(id) || state.present.has(id)) return false;
      state.present.set(id, at);
      if (state.present.size > most) state.floor = Math.max(state.floor, thin(state.present));
      return true;
    },
    settle: (time) => {
      const floor = Math.max(time, state.floor);
      const kept = [...state.past, ...state.present].filter(([, at]) => at >= floor);
      state.past = new Map(kept);
      state.present = new Map();
      state.floor = floor;
      if (state.past.size > most) state.floor = Math.max(floor, thin(state.past));
    },
    floor: () => state.floor,
  };
}

/** Drops the older half, and all of the same millisecond; answers the first millisecond that is whole. */
function thin(ids: Map<string, number>): number {
  const times = [...ids.values()].sort((a, b) => a - b);
  const floor = (times[Math.floor(times.length / 2)] ?? 0) + 1;
  for (const [id, at] of ids) if (at < floor) ids.delete(id);
  return floor;
}
