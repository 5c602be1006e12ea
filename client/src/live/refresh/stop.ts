import type { Signal } from '../ports';

/** A signal and what gives it: `AbortController` belongs to hosts. */
export interface Stop {
  readonly signal: Signal;
  now(): void;
}

/** A signal that nobody has given yet. */
export function createStop(): Stop {
  const listeners = new Set<() => void>();
  const state = { aborted: false };
  return {
    signal: {
      get aborted() {
        return state.aborted;
      },
      addEventListener: (_type, listener) => listeners.add(listener),
      removeEventListener: (_type, listener) => listeners.delete(listener),
    },
    now: () => {
      state.aborted = true;
      for (const listener of [...listeners]) listener();
    },
  };
}
