import type { Memory } from '../live/ports';

/** Remembers for the time of one command. */
export function memoryOfProcess(): Memory {
  const kept = new Map<string, unknown>();
  return {
    // A store of any values is what Memory is.
    get: <T>(key: string) => kept.get(key) as T | undefined,
    set: async (key, value) => {
      kept.set(key, value);
    },
  };
}
