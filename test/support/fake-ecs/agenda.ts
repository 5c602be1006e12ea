import type { World } from './world';

/** Something that happens by itself at its time. */
export interface Entry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly run: (at: number) => void;
}

/** Lets something happen when the clock gets there. */
export function later(world: World, at: number, run: (at: number) => void): void {
  world.agenda.push({ at, run });
}

/** Lets everything happen whose time has come, oldest first; what happens may put more on the agenda. */
export function settle(world: World): void {
  for (;;) {
    const now = world.clock.now();
    const next = world.agenda.reduce<Entry | undefined>(
      (first, it) => (first && first.at <= it.at ? first : it),
      undefined,
    );
    if (!next || next.at > now) return;
    world.agenda.splice(world.agenda.indexOf(next), 1);
    next.run(next.at);
  }
}
