/** The fake's time. It stands still unless advanced, or runs at `rate` times real time when one is given. */
export interface VirtualClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves time forward by `milliseconds`. */
  advance(milliseconds: number): void;
}

/** Starts at 2026-01-15T09:00:00Z, so that tests can name times. `rate` 0 stands still, 1 is real time. */
export function virtualClock(rate = 0): VirtualClock {
  const started = performance.now();
  const state = { time: Date.UTC(2026, 0, 15, 9) };
  return {
    now: () => Math.round(state.time + (performance.now() - started) * rate),
    advance: (milliseconds) => {
      state.time += milliseconds;
    },
  };
}
