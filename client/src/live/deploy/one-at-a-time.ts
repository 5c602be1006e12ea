/** What is under way in a window, by what only one operation at a time may work on. */
export interface OneAtATime {
  /** Does `work`, or `busy` where something with the same key is under way. */
  run<T>(key: string, work: () => Promise<T>, busy: () => Promise<T>): Promise<T>;
}

export function oneAtATime(): OneAtATime {
  const underWay = new Set<string>();
  return {
    run: async (key, work, busy) => {
      if (underWay.has(key)) return busy();
      underWay.add(key);
      return work().finally(() => underWay.delete(key));
    },
  };
}
