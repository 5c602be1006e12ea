import { performance } from 'node:perf_hooks';
import type { Io } from './io';

/** A line on the terminal that says how far the work is; it is gone whenever something else is written. */
export interface Progress {
  /** The same writing, without the line. */
  readonly io: Io;
  /** Says what is done now; the line is renewed a few times a second. */
  show(what: string): void;
  clear(): void;
}

const interval = 100;
const erase = '\r\u001b[K';

export function createProgress(io: Io): Progress {
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  const clear = (): void => {
    if (isShown) io.err(erase);
    isShown = false;
  };
  const cleared = (write: (text: string) => void) => (text: string) => {
    if (text === '') return;
    clear();
    write(text);
  };
  return {
    io: { ...io, out: cleared(io.out), err: cleared(io.err) },
    show(what) {
      const now = performance.now();
      if (!io.isTerminal.err || now - shownAt < interval) return;
      shownAt = now;
      isShown = true;
      // One line of a narrow terminal: a longer one would not be erased.
      io.err(`${erase}${what.length > 78 ? `${what.slice(0, 77)}…` : what}`);
    },
    clear,
  };
}
