import type { LiveFailure } from '../failure';
import type { EcsGateway, Signal, Translate } from '../ports';
import { createLines } from './lines';
import { createLiveTail, type LiveTailLimits } from './live-tail';
import { beginSession } from './session';
import type { LogSource } from './sources';
import { createTail, type Look, type Tail, type TailLimits } from './tail';

/** A log event, and whose it is. `message` is as it was written: `visible.ts` makes it fit to be shown. */
export interface LogLine {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly message: string;
  readonly container: string;
  readonly taskId: string;
}

/** What one look into all log groups brought. */
export interface Reading {
  /** In the order of their times. */
  readonly lines: readonly LogLine[];
  /** There is more to read at once. */
  readonly more: boolean;
  /** Log groups that are not there. */
  readonly missing: readonly string[];
  /** What is to be told besides, each sentence once. */
  readonly notes: readonly string[];
  /** What comes next waits already, for all log groups: a look costs nothing. */
  readonly live: boolean;
  /** What has failed; the next look goes on there. */
  readonly failure?: LiveFailure;
}

/** Reads the streams of tasks, in as many log groups and regions as they are. */
export interface Readers {
  /** Streams that were finished are not read again. */
  look(streams: readonly LogSource[], now: number, signal: Signal): Promise<Reading>;
  /** The last lines of all of these were read. */
  finished(streams: readonly LogSource[]): boolean;
  /** Ends what goes on in the background. */
  close(): void;
}

/** Where lines come through Live Tail. */
export interface LiveTailing {
  /** Undefined: not of this group. */
  readonly groupArn: (group: string, region: string) => string | undefined;
  readonly limits: LiveTailLimits;
  readonly t: Translate;
}

/** A tail for each log group; a stream is finished once all was read `grace` milliseconds after its task stopped. */
export function createReaders(
  { gateway, inRegion }: { readonly gateway: EcsGateway; readonly inRegion: (region: string) => Promise<EcsGateway> },
  limits: TailLimits,
  grace: number,
  live?: LiveTailing,
): Readers {
  const tails = new Map<string, Tail & { close?(): void }>();
  const done = new Set<string>();
  const newTail = ({ group, region = gateway.connection.region }: LogSource): Tail => {
    const there = async (): Promise<EcsGateway> =>
      region === gateway.connection.region ? gateway : await inRegion(region);
    const read: Parameters<typeof createTail>[1] = async (query, signal) => (await there()).logEvents(query, signal);
    const groupArn = live?.groupArn(group, region);
    if (!live || groupArn === undefined) return createTail(group, read, limits);
    return createLiveTail(
      createTail(group, read, limits, createLines()),
      (prefixes) =>
        beginSession(
          prefixes,
          async (tell, signal) => (await there()).liveTail({ groupArn, prefixes }, tell, signal),
          live.limits.waiting,
        ),
      live.t,
      live.limits,
    );
  };
  return {
    look: async (streams, now, signal) => {
      const open = streams.filter((source) => !done.has(keyOf(source)));
      const lines: LogLine[] = [];
      const missing: string[] = [];
      const notes: string[] = [];
      let more = false;
      let allLive = open.length > 0;
      for (const [key, sources] of byGroup(open)) {
        const [first] = sources;
        if (!first) continue;
        const tail = tails.get(key) ?? newTail(first);
        tails.set(key, tail);
        const ending = sources.filter(({ stoppedAt }) => stoppedAt !== undefined && now - stoppedAt >= grace);
        const wanted = sources.map(({ stream, from }) => ({ name: stream, from }));
        const look = await tail.look(wanted, now, signal, ending.length > 0);
        lines.push(...linesOf(look, sources));
        notes.push(...(look.notes ?? []));
        allLive &&= look.live ?? false;
        if (look.failure) {
          return { lines: inOrder(lines), more, missing, notes, live: false, failure: look.failure };
        }
        if (look.groupMissing) missing.push(first.group);
        more ||= look.more;
        const exhausted = new Set(look.exhausted);
        for (const source of ending) if (exhausted.has(source.stream)) done.add(keyOf(source));
      }
      return { lines: inOrder(lines), more, missing, notes, live: allLive };
    },
    finished: (streams) => streams.every((source) => done.has(keyOf(source))),
    close: () => {
      for (const tail of tails.values()) tail.close?.();
    },
  };
}

function byGroup(sources: readonly LogSource[]): ReadonlyMap<string, readonly LogSource[]> {
  const groups = new Map<string, LogSource[]>();
  for (const source of sources) {
    const key = groupKey(source);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return groups;
}

function groupKey({ region, group }: LogSource): string {
  return `${region ?? ''} ${group}`;
}

function keyOf(source: LogSource): string {
  return `${groupKey(source)} ${source.stream}`;
}

function linesOf({ events }: Look, sources: readonly LogSource[]): readonly LogLine[] {
  const byStream = new Map(sources.map((source) => [source.stream, source]));
  return events.flatMap(({ stream, at, message }) => {
    const source = byStream.get(stream);
    return source ? [{ at, message, container: source.container, taskId: source.taskId }] : [];
  });
}

function inOrder(lines: readonly LogLine[]): readonly LogLine[] {
  return lines.toSorted((a, b) => a.at - b.at);
}
