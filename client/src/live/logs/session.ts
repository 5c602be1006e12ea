import { LiveFailure } from '../failure';
import type { LiveTailEvent, LiveTailUpdate } from '../log-records';
import type { Signal } from '../ports';
import { createStop } from '../refresh/stop';

/** A session of Live Tail, whose lines wait until they are taken. */
export interface LiveSession {
  /** The streams that it brings. */
  readonly streams: ReadonlySet<string>;
  /** Lines that arrive while it is open are in it. */
  readonly state: 'starting' | 'open' | 'ended';
  /** Why it has ended; absent: its time was over, or the connection closed. */
  readonly failure: LiveFailure | undefined;
  /** Lines that have come since they were last taken, and whether they are a sample. */
  take(): LiveTailUpdate;
  /** Closes the connection. */
  end(): void;
}

/** Begins at once. A session whose lines nobody takes ends by itself once more than `most` wait. */
export function beginSession(
  streams: readonly string[],
  open: (tell: (update: LiveTailUpdate) => void, signal: Signal) => Promise<void>,
  most: number,
): LiveSession {
  const stop = createStop();
  const state = {
    now: 'starting' as LiveSession['state'],
    events: [] as LiveTailEvent[],
    sampled: false,
    failure: undefined as LiveFailure | undefined,
  };
  const end = (): void => {
    state.now = 'ended';
    stop.now();
  };
  const tell = ({ events, sampled }: LiveTailUpdate): void => {
    if (state.now === 'ended') return;
    state.now = 'open';
    state.sampled ||= sampled;
    state.events.push(...events);
    if (state.events.length > most) end();
  };
  open(tell, stop.signal)
    .catch((error: unknown) => {
      if (state.now === 'ended') return;
      // The stream breaks in more ways than there are names for.
      state.failure = error instanceof LiveFailure ? error : undefined;
    })
    .finally(end);
  return {
    streams: new Set(streams),
    get state() {
      return state.now;
    },
    get failure() {
      return state.failure;
    },
    take: () => {
      const { events, sampled } = state;
      state.events = [];
      state.sampled = false;
      return { events, sampled };
    },
    end,
  };
}
