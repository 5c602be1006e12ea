/** Runs what it is given, at most `most` at a time, in the order it came; `onIdle` is told whenever nothing is left. */
export function limiter(most: number, onIdle: () => void = () => undefined): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((start) => waiting.push(start));
    else running++;
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is free.
      const next = waiting.shift();
      if (next) next();
      else if (--running === 0) onIdle();
    }
  };
}
