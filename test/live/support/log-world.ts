import { LiveFailure } from '../../../client/src/live/failure';
import type { LogEvent, LogPage, LogQuery } from '../../../client/src/live/log-records';

/** An event, and when it can be read. */
export interface Written extends LogEvent {
  readonly arrives: number;
  /** When its stream is there for it; absent: when it can be read. */
  readonly taken?: number;
}

/** When the time of a world begins. */
export const start = 1_000_000;

/** A log group `g`, whose streams are there once their first event is. */
export function newWorld(written: readonly Written[], faultPlan: readonly string[]) {
  const state = { now: start, calls: 0 };
  const asked: LogQuery[] = [];
  const gone = (): never => {
    throw new LiveFailure('not-found', 'It does not exist.', 'retry');
  };
  return {
    asked,
    now: () => state.now,
    pass: (milliseconds: number) => {
      state.now += milliseconds;
    },
    read: async (query: LogQuery): Promise<LogPage> => {
      const { group, streams, prefix, from = 0, limit = 10_000, next } = query;
      asked.push(query);
      const fault = faultPlan[state.calls];
      state.calls += 1;
      if (group !== 'g') gone();
      if (fault === 'throttled') throw new LiveFailure('throttled', 'Too fast.', 'retry');
      const there = written.filter(({ arrives }) => arrives <= state.now);
      const exists = written.filter(({ arrives, taken = arrives }) => taken <= state.now);
      for (const name of streams ?? []) if (!exists.some(({ stream }) => stream === name)) gone();
      const [, time = '', id = ''] = next?.split(' ') ?? [];
      const isAfter = (event: Written): boolean =>
        next === undefined || event.at > Number(time) || (event.at === Number(time) && event.id > id);
      const rest = there
        .filter(({ stream, at }) => (streams?.includes(stream) ?? stream.startsWith(prefix ?? '')) && at >= from)
        .filter(isAfter)
        .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      if (fault === 'empty') return { events: [], next: next === undefined ? 'x -1 ' : `${next}x` };
      const events = rest.slice(0, limit);
      const last = events.at(-1);
      return { events, ...(last && rest.length > limit ? { next: `x ${last.at} ${last.id}` } : {}) };
    },
  };
}
