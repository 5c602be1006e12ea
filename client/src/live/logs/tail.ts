import { LiveFailure } from '../failure';
import type { LiveTailEvent, LogEvent, LogPage, LogQuery } from '../log-records';
import type { Signal } from '../ports';
import type { Lines } from './lines';
import { createSeen } from './seen';

/** A stream to read; times in milliseconds since the epoch. */
export interface WantedStream {
  readonly name: string;
  readonly from: number;
}

/** What one look brought: events that no look brought before, in the order of their times. */
export interface Look<Event = LiveTailEvent> {
  readonly events: readonly Event[];
  /** There is more to read at once: the look goes on with the next one. */
  readonly more: boolean;
  /** The log group is not there, or not yet. */
  readonly groupMissing: boolean;
  /** Streams of which all was read that may still have come late; none while there is more. */
  readonly exhausted: readonly string[];
  /** Why the look ended early; the next one goes on there, and what it had read is in `events`. */
  readonly failure?: LiveFailure;
  /** What is to be told besides. */
  readonly notes?: readonly string[];
  /** What comes next waits already: a look costs nothing. */
  readonly live?: boolean;
}

/** Reads what is new in streams of one log group. */
export interface Tail {
  look(wanted: readonly WantedStream[], now: number, signal: Signal, thorough?: boolean): Promise<Look>;
}

/** A tail beside which a session of Live Tail brings lines of the same streams. */
export interface SessionTail extends Tail {
  look(...as: Parameters<Tail['look']>): Promise<Look<LogEvent>>;
  /** The next look asks for all of these that no look has found yet. */
  expect(streams: readonly string[]): void;
  /** Those of a session's lines that were not told, in the order of their times. The next look begins behind them. */
  take(session: object, events: readonly LiveTailEvent[], now: number): readonly LiveTailEvent[];
}

/** Times in milliseconds. */
export interface TailLimits {
  /** How far each look goes back behind the newest event: what arrives late is still told. */
  readonly overlap: number;
  /** The same of a thorough look, which is made every so often and when it is asked for. */
  readonly thorough: { readonly overlap: number; readonly every: number };
  /** Calls of one look. */
  readonly calls: number;
  /** Names of streams in one call. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
  readonly names: number;
  /** Streams that were not there before which one look asks for. */
  readonly missing: number;
  /** Events in one answer. */
  readonly page: number;
  /** Events to remember. */
  readonly remembered: number;
}

export const tailLimits: TailLimits = {
  overlap: 10_000,
  thorough: { overlap: 120_000, every: 30_000 },
  calls: 10,
  names: 100,
  missing: 2,
  page: 10_000,
  remembered: 50_000,
};

/**
 * No event twice, and none left out that arrives within the overlap. A call that names a stream which is not there fails
 * as a whole, so that such streams are found out by halves and asked for alone until they are there.
 */
export function createTail(
  group: string,
  read: (query: LogQuery, signal: Signal) => Promise<LogPage>,
  limits: TailLimits = tailLimits,
  lines?: Lines,
): SessionTail {
  const seen = createSeen(limits.remembered);
  const known = new Set<string>();
  const missing = new Set<string>();
  const state = {
    open: [] as readonly Query[],
    /** Streams of the look under way, if it is a thorough one. */
    thorough: [] as readonly string[],
    thoroughAt: Number.NEGATIVE_INFINITY,
    newest: 0,
    groupKnown: false,
  };

  const begin = (wanted: readonly WantedStream[], now: number, thorough: boolean): void => {
    const isThorough = thorough || now - state.thoroughAt >= limits.thorough.every;
    if (isThorough) state.thoroughAt = now;
    const back = state.newest - (isThorough ? limits.thorough.overlap : limits.overlap);
    const there = wanted.filter(({ name }) => known.has(name) && !missing.has(name));
    const first = Math.min(...there.map(({ from }) => from));
    const absent = [...missing]
      .flatMap((name) => wanted.find((one) => one.name === name) ?? [])
      .slice(0, limits.missing);
    // Those that are asked for go to the end, so that each has its turn.
    for (const { name } of absent) if (missing.delete(name)) missing.add(name);
    state.open = [
      ...batches(there, limits.names).map((some) => queryOf(some, Math.max(first, back, seen.floor()))),
      ...batches(
        wanted.filter(({ name }) => !known.has(name) && !missing.has(name)),
        limits.names,
      ).map((some) => queryOf(some, Math.min(...some.map(({ from }) => from)))),
      ...absent.map((one) => queryOf([one], known.has(one.name) ? Math.max(one.from, back, seen.floor()) : one.from)),
    ];
    state.thorough = isThorough ? state.open.flatMap(({ streams }) => streams) : [];
  };

  // A clock that runs ahead must not take the looks with it.
  const passOn = (at: number, now: number): void => {
    state.newest = Math.max(state.newest, Math.min(at, now));
  };

  /** Nothing older will be asked for of streams that are known. */
  const settle = (): void => {
    const oldest = state.newest - limits.thorough.overlap;
    seen.settle(oldest);
    lines?.forget(oldest);
  };

  const isThere = async (query: Query, signal: Signal): Promise<boolean> => {
    const [prefix] = query.streams;
    if (state.groupKnown || prefix === undefined) return true;
    // A prefix that no stream has is no mistake, so that what fails is the group.
    return (await found(() => read({ group, prefix, from: query.from, limit: 1 }, signal))) !== undefined;
  };

  const split = ({ streams, from, next }: Query): readonly Query[] => {
    const [one] = streams;
    if (streams.length === 1 && one !== undefined) missing.add(one);
    // Further on it has told some of its events already; the next look sees to it.
    if (streams.length === 1 || next !== undefined) return [];
    const half = Math.ceil(streams.length / 2);
    return [streams.slice(0, half), streams.slice(half)].map((some) => ({ streams: some, from }));
  };

  /** Asks for a page of the first query that is open; false when the group is not there. */
  const advance = async (query: Query, now: number, signal: Signal, events: LogEvent[]): Promise<boolean> => {
    const { streams, from, next } = query;
    const page = await found(() =>
      read({ group, streams, from, limit: limits.page, ...(next === undefined ? {} : { next }) }, signal),
    );
    const others = state.open.slice(1);
    if (page === undefined) {
      if (!(await isThere(query, signal))) return false;
      state.groupKnown = true;
      state.open = [...others, ...split(query)];
      return true;
    }
    state.groupKnown = true;
    for (const event of page.events) {
      if (seen.add(event) && (lines?.add(seen, event) ?? true)) events.push(event);
      passOn(event.at, now);
    }
    // The same token again leads nowhere.
    const goesOn = page.next !== undefined && page.next !== next;
    if (!goesOn) {
      for (const name of streams) {
        known.add(name);
        missing.delete(name);
      }
    }
    state.open = goesOn ? [...others, { streams, from, next: page.next }] : others;
    return true;
  };

  return {
    look: async (wanted, now, signal, thorough = false) => {
      if (state.open.length === 0) begin(wanted, now, thorough);
      const events: LogEvent[] = [];
      const answer = (rest: Pick<Look, 'groupMissing' | 'failure'>): Look<LogEvent> => {
        const more = state.open.length > 0;
        if (!more) settle();
        return { events: events.toSorted((a, b) => a.at - b.at), more, exhausted: more ? [] : state.thorough, ...rest };
      };
      try {
        for (let calls = 0; calls < limits.calls; calls += 1) {
          const [query] = state.open;
          if (!query) break;
          if (await advance(query, now, signal, events)) continue;
          state.open = [];
          return answer({ groupMissing: true });
        }
      } catch (error) {
        if (!(error instanceof LiveFailure)) throw error;
        return answer({ groupMissing: false, failure: error });
      }
      return answer({ groupMissing: false });
    },
    expect: (streams) => {
      for (const name of streams) if (!known.has(name)) missing.delete(name);
    },
    take: (session, events, now) => {
      const fresh = events.filter((event) => lines?.add(session, event) ?? true);
      for (const { stream, at } of events) {
        known.add(stream);
        missing.delete(stream);
        passOn(at, now);
      }
      if (events.length > 0) settle();
      return fresh.toSorted((a, b) => a.at - b.at);
    },
  };
}

/** A call with the token of the page that comes next. */
interface Query {
  readonly streams: readonly string[];
  readonly from: number;
  readonly next?: string;
}

function queryOf(streams: readonly WantedStream[], from: number): Query {
  return { streams: streams.map(({ name }) => name), from: Math.max(0, from) };
}

function batches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

async function found(read: () => Promise<LogPage>): Promise<LogPage | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LiveFailure && error.kind === 'not-found') return undefined;
    throw error;
  }
}
