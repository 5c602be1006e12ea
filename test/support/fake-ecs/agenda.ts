import type { World } from './world';

/** Something that happens by itself at its time. */
export interface Entry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly run: (at: number) => void;
}

/** Lets something happen when the clock gets there; what is due at the same time happens in the order it was asked for. */
export function later({ agenda }: World, at: number, run: (at: number) => void): void {
  const before = agenda.findLastIndex((it) => it.at <= at);
  agenda.splice(before + 1, 0, { at, run });
}

/** Lets everything happen whose time has come, oldest first; what happens may put more on the agenda. */
export function settle({ agenda, clock }: World): void {
  const now = clock.now();
  for (let next = agenda[0]; next && next.at <= now; next = agenda[0]) {
    agenda.shift();
    next.run(next.at);
  }
}
