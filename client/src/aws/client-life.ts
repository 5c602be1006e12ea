import type { Clients } from './clients';

/** The clients of one gateway through its life. */
export interface ClientLife {
  /** For a call that begins; they are made for the first one. */
  forCall(): Promise<Clients>;
  /** The next call gets new ones: the credentials of these are of no use any more. */
  renew(): void;
  /** To be told when no call is under way. */
  idle(): void;
  /** Closes their sockets once no call is under way. */
  leave(): void;
}

/** No clients yet; `make` makes them. */
export function clientLife(make: () => Promise<Clients>): ClientLife {
  const state = { left: false, busy: false };
  const made: { current?: Promise<Clients> | undefined; old: Promise<Clients>[] } = { old: [] };
  const close = (clients: Promise<Clients> | undefined): void => {
    clients?.then((it) => it.destroy()).catch(() => undefined);
  };
  // Closing under a call would look like a lost answer, and lost answers of changes have to be found out about.
  const closeWhatIsLeft = (): void => {
    if (state.busy) return;
    for (const clients of made.old) close(clients);
    made.old = [];
    if (state.left) close(made.current);
  };
  return {
    forCall: () => {
      state.busy = true;
      made.current ??= make();
      return made.current;
    },
    renew: () => {
      if (made.current) made.old.push(made.current);
      made.current = undefined;
    },
    idle: () => {
      state.busy = false;
      closeWhatIsLeft();
    },
    leave: () => {
      state.left = true;
      closeWhatIsLeft();
    },
  };
}
