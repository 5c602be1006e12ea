import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Signal, Translate } from '../ports';
import { type LiveTailLimits, liveTailLimits } from './live-tail';
import { createNotes } from './notes';
import { createReaders, type LogLine, type Readers } from './readers';
import { createSources, type SourceLimits, type Sources, sourceLimits } from './sources';
import { type TailLimits, tailLimits } from './tail';
import { type LogTarget, logGroupArn } from './target';

/** What reading tells. After `end` nothing comes. */
export type LogNews =
  | { readonly kind: 'lines'; readonly lines: readonly LogLine[] }
  /** A sentence between the lines. */
  | { readonly kind: 'note' | 'end'; readonly sentence: string };

export interface LogPorts {
  readonly gateway: EcsGateway;
  /** The gateway of the same credentials in another region. */
  readonly inRegion: (region: string) => Promise<EcsGateway>;
  readonly clock: Clock;
  readonly t: Translate;
  /** Lines are to come through Live Tail, which costs; absent: they are looked for every few seconds. */
  readonly liveTail?: boolean;
}

/** Times in milliseconds. */
export interface LogLimits {
  readonly tail: TailLimits;
  readonly sources: SourceLimits;
  readonly liveTail: LiveTailLimits;
  /** Between two looks: at first, while nothing comes, while they fail, and while lines come through Live Tail. */
  readonly wait: {
    readonly first: number;
    readonly longest: number;
    readonly trouble: number;
    readonly live: number;
  };
  /** Between two looks at the tasks. */
  readonly tasks: number;
  /** How long lines of a stopped task may be on their way. */
  readonly grace: number;
}

export const logLimits: LogLimits = {
  tail: tailLimits,
  sources: sourceLimits,
  liveTail: liveTailLimits,
  wait: { first: 1_000, longest: 5_000, trouble: 30_000, live: 250 },
  tasks: 10_000,
  grace: 30_000,
};

/**
 * The lines of a target as they come, in the order of their times within a look; until its task has stopped and its last
 * lines are there, a service's until the signal. Failures that pass are told once and gone over. Throws `LiveFailure` for
 * what will not pass by itself.
 */
export async function* streamLogs(
  target: LogTarget,
  ports: LogPorts,
  signal: Signal,
  limits: LogLimits = logLimits,
): AsyncGenerator<LogNews, void, undefined> {
  const { liveTail = false, t } = ports;
  const groupArn = (group: string, region: string): string | undefined => logGroupArn(target, group, region);
  const live = liveTail ? { groupArn, limits: limits.liveTail, t } : undefined;
  const readers = createReaders(ports, limits.tail, limits.grace, live);
  try {
    yield* linesThrough(readers, target, ports, signal, limits);
  } finally {
    readers.close();
  }
}

async function* linesThrough(
  readers: Readers,
  target: LogTarget,
  ports: LogPorts,
  signal: Signal,
  limits: LogLimits,
): AsyncGenerator<LogNews, void, undefined> {
  const { clock, t } = ports;
  const readSources = createSources(target, ports, limits.sources);
  const notes = createNotes(target, t);
  const { first, longest, trouble } = limits.wait;
  const waits = { idle: first, trouble: 0 };
  let sources: Sources | undefined;
  let sourcesAt = Number.NEGATIVE_INFINITY;
  let told = 0;
  for (;;) {
    const now = clock.now();
    let failure: LiveFailure | undefined;
    if (!sources?.over && now - sourcesAt >= limits.tasks) {
      const found = await orFailure(() => readSources(signal));
      if (found instanceof LiveFailure) failure = found;
      else {
        yield* noted(notes.changes(sources, found));
        sources = found;
        sourcesAt = now;
      }
    }
    const read = sources && !failure ? await readers.look(sources.streams, now, signal) : undefined;
    const lines = read?.lines ?? [];
    if (lines.length > 0) yield { kind: 'lines', lines };
    told += lines.length;
    if (signal.aborted) return;
    failure ??= read?.failure;
    if (failure) {
      if (!PASSING.has(failure.kind)) throw failure;
      if (waits.trouble === 0) yield* noted([t('{0} Reading goes on.', failure.sentence)]);
      waits.trouble = Math.min(Math.max(waits.trouble * 2, first), trouble);
      await clock.sleep(waits.trouble, signal);
      continue;
    }
    waits.trouble = 0;
    const more = read?.more ?? false;
    yield* noted(
      notes.once(
        ...(read?.missing ?? []).map((group) => t('The log group {0} does not exist yet.', group)),
        ...(read?.notes ?? []),
      ),
    );
    if (!more && sources?.over && readers.finished(sources.streams)) {
      return yield { kind: 'end', sentence: notes.end(sources, told) };
    }
    if (!more && told === 0 && read?.missing.length === 0 && sources && sources.streams.length > 0) {
      yield* noted(notes.once(t('There are no lines yet.')));
    }
    // Pages without lines may go on for long: they are no reason to hurry.
    if (more && lines.length > 0) continue;
    const live = read?.live ?? false;
    waits.idle = live || more || lines.length > 0 ? first : Math.min(waits.idle * 1.5, longest);
    await clock.sleep(live && !more ? limits.wait.live : waits.idle, signal);
    if (signal.aborted) return;
  }
}

/** Failures after which it is tried again. */
const PASSING: ReadonlySet<LiveFailure['kind']> = new Set(['throttled', 'offline', 'timeout', 'server']);

function* noted(sentences: readonly string[]): Generator<LogNews> {
  for (const sentence of sentences) yield { kind: 'note', sentence };
}

async function orFailure<T>(work: () => Promise<T>): Promise<T | LiveFailure> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LiveFailure) return error;
    throw error;
  }
}
