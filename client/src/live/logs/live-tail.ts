import type { LiveFailure } from '../failure';
import type { LiveTailEvent } from '../log-records';
import type { Signal, Translate } from '../ports';
import type { LiveSession } from './session';
import type { Look, SessionTail, Tail, WantedStream } from './tail';

/** Times in milliseconds. */
export interface LiveTailLimits {
  /** Streams of one session. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html */
  readonly streams: number;
  /** Lines that wait to be taken, before the session is given up and they are looked for. */
  readonly waiting: number;
  /** When it is looked for what came before a session was open, from its opening on: such lines may be found late. */
  readonly looks: readonly number[];
  /** Sessions that fail or end young, one after the other, until no more are begun. */
  readonly tries: number;
  /** A session that lived so long has not failed. */
  readonly young: number;
  /** The wait after the first of them; it doubles. */
  readonly again: number;
}

export const liveTailLimits: LiveTailLimits = {
  streams: 100,
  waiting: 50_000,
  looks: [0, 5_000, 30_000],
  tries: 5,
  young: 60_000,
  again: 1_000,
};

/**
 * Looks until all is read that was there, begins a session, and looks once more for what came before it was open: from
 * then on its lines are told. Whenever it ends, or a stream comes that it does not bring, the same begins anew; where
 * there are no sessions it goes on with looks. `close` ends the session.
 */
export function createLiveTail(
  tail: SessionTail,
  begin: (streams: readonly string[]) => LiveSession,
  t: Translate,
  limits: LiveTailLimits = liveTailLimits,
): Tail & { close(): void } {
  const state = {
    current: undefined as Current | undefined,
    /** The session that was open when the look under way began. */
    lookedFrom: undefined as Current | undefined,
    midway: false,
    tries: 0,
    notBefore: Number.NEGATIVE_INFINITY,
    off: false,
  };

  /** Lets go of a session that has ended; answers what is to be told of it. */
  const settle = (now: number): readonly string[] => {
    const { current } = state;
    if (current?.session.state !== 'ended') return [];
    const { failure } = current.session;
    state.current = undefined;
    state.tries = now - current.began >= limits.young ? 0 : state.tries + 1;
    state.notBefore = state.tries === 0 ? now : now + limits.again * 2 ** (state.tries - 1);
    state.off = state.tries >= limits.tries || (failure !== undefined && LASTING.has(failure.kind));
    return state.off ? [withoutLiveTail(failure, t)] : [];
  };

  const open = (now: number): Current | undefined => {
    const { current } = state;
    if (current?.session.state !== 'open') return undefined;
    current.opened ??= now;
    return current;
  };

  const lookDue = ({ opened = 0, looks }: Current, now: number): boolean =>
    now >= opened + (limits.looks[looks] ?? Number.POSITIVE_INFINITY);

  const taken = ({ session }: Current, now: number): Taken => {
    const { events, sampled } = session.take();
    const notes = sampled ? [t('CloudWatch shows a sample: there are more than 500 lines a second.')] : [];
    return { events: tail.take(session, events, now), notes };
  };

  /** A look, and what waits once it has come to its end with the session that was open when it began. */
  const look = async (
    wanted: readonly WantedStream[],
    now: number,
    signal: Signal,
    thorough: boolean,
  ): Promise<Look & Taken> => {
    const begins = !state.midway;
    if (begins) state.lookedFrom = open(now);
    const from = state.lookedFrom;
    const due = from !== undefined && lookDue(from, now);
    if (begins && due) tail.expect(wanted.map(({ name }) => name));
    const found = { notes: [], ...(await tail.look(wanted, now, signal, thorough || due)) };
    state.midway = found.more || found.failure !== undefined;
    if (state.midway || found.groupMissing || from === undefined || from !== state.current) return found;
    if (due) from.looks += 1;
    const { events, notes } = taken(from, now);
    return { ...found, notes, events: [...found.events, ...events].toSorted((a, b) => a.at - b.at) };
  };

  return {
    look: async (wanted, now, signal, thorough = false) => {
      const ended = settle(now);
      const names = wanted.map(({ name }) => name);
      const { current } = state;
      const covered = current !== undefined && names.every((name) => current.session.streams.has(name));
      const joined = covered && open(now) === current && current.looks > 0 ? current : undefined;
      if (joined && !lookDue(joined, now) && !thorough && !state.midway) {
        return { ...taken(joined, now), more: false, groupMissing: false, exhausted: [], live: true };
      }
      const found = await look(wanted, now, signal, thorough);
      const there = !state.midway && !found.groupMissing;
      const may = !state.off && now >= state.notBefore && names.length > 0 && names.length <= limits.streams;
      if (there && may && !covered) {
        current?.session.end();
        state.current = { session: begin(names), began: now, opened: undefined, looks: 0 };
      }
      return { ...found, notes: [...ended, ...found.notes], live: there && covered && current.looks > 0 };
    },
    close: () => state.current?.session.end(),
  };
}

interface Current {
  readonly session: LiveSession;
  readonly began: number;
  opened: number | undefined;
  /** How many of the looks for what came before it was open were made. */
  looks: number;
}

interface Taken {
  readonly events: readonly LiveTailEvent[];
  readonly notes: readonly string[];
}

/** Failures that the next session would meet as well. */
const LASTING: ReadonlySet<LiveFailure['kind']> = new Set(['access-denied', 'invalid', 'not-ecs', 'region-disabled']);

function withoutLiveTail(failure: LiveFailure | undefined, t: Translate): string {
  return failure
    ? t('{0} Without Live Tail lines come some seconds later.', failure.sentence)
    : t('Sessions of Live Tail end at once. Without them lines come some seconds later.');
}
