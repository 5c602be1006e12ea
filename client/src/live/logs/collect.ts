import { LiveFailure } from '../failure';
import type { LogEvent } from '../log-records';
import type { EcsGateway, Signal, Translate } from '../ports';
import { plainLine } from './print';
import type { LogLine } from './readers';
import { createSources, type LogSource, sourceLimits } from './sources';
import type { LogPorts } from './stream';
import type { LogTarget } from './target';

/** Which lines a document is to hold. */
export interface LogRange {
  /** The range in words, for the head of the document. */
  readonly label: string;
  /** How far back from now, or from the end of a task that has stopped, in milliseconds; absent: all there is. */
  readonly back?: number;
  /** Only lines with this text; upper and lower case count. Absent or empty: all. */
  readonly text?: string;
}

/** How much is held and how many calls are made, at most. */
export interface CollectLimits {
  readonly lines: number;
  readonly calls: number;
}

export const collectLimits: CollectLimits = { lines: 50_000, calls: 300 };

/**
 * The lines of a target as a text, oldest first, the latest of them when there are too many: its first lines say what is
 * left out, and where logs are that cannot be read. Throws `LiveFailure`; cancelled, it answers what it has.
 */
export async function collectLogs(
  target: LogTarget,
  range: LogRange,
  ports: LogPorts,
  signal: Signal,
  report: (lines: number) => void,
  limits: CollectLimits = collectLimits,
): Promise<string> {
  const { t } = ports;
  const { back = Number.POSITIVE_INFINITY, text = '' } = range;
  const reach = { ...sourceLimits, taskBack: back, serviceBack: back, unknown: 0 };
  const { streams, elsewhere } = await createSources(target, ports, reach)(signal);
  const notes = new Set<string>();
  const budget = { calls: limits.calls };
  let lines: readonly LogLine[] = [];
  for (const source of streams) {
    const found = await eventsOf(source, text, ports, budget, limits.lines, signal);
    const { container, taskId } = source;
    lines = [...lines, ...found.events.map(({ at, message }) => ({ at, message, container, taskId }))]
      .toSorted((a, b) => a.at - b.at)
      .slice(-limits.lines - 1);
    for (const sentence of leftOut(found, source, t)) notes.add(sentence);
    report(lines.length);
  }
  if (lines.length > limits.lines)
    notes.add(t('Only the last {0} lines are here: older ones are left out.', limits.lines));
  const head = [
    range.label,
    text === '' ? '' : t('Only lines with: {0}', text),
    ...notes,
    ...elsewhere,
    lines.length === 0 ? t('There are no lines.') : '',
  ];
  const heading = head.filter(Boolean).map((sentence) => `# ${sentence.replace(/\s+/g, ' ')}\n`);
  return [...heading, ...lines.slice(-limits.lines).map(plainLine)].join('');
}

interface Found {
  readonly events: readonly LogEvent[];
  readonly end: 'whole' | 'cut' | 'cancelled' | 'no-group';
}

// One stream after the other: one that is not there must not hide the others.
async function eventsOf(
  { group, region, stream, from }: LogSource,
  text: string,
  { gateway, inRegion }: LogPorts,
  budget: { calls: number },
  most: number,
  signal: Signal,
): Promise<Found> {
  const home = region === undefined || region === gateway.connection.region;
  const there: EcsGateway = home ? gateway : await inRegion(region);
  const start = Math.max(0, from);
  // A prefix that no stream has is answered without events, a name that none has is a failure.
  const query = { group, prefix: stream, from: start, ...(start >= BACKWARDS_SINCE ? { latestFirst: true } : {}) };
  const events: LogEvent[] = [];
  let next: string | undefined;
  try {
    do {
      if (signal.aborted) return { events, end: 'cancelled' };
      if (budget.calls <= 0 || events.length > most) return { events, end: 'cut' };
      budget.calls -= 1;
      const page = await there.logEvents({ ...query, ...(next === undefined ? {} : { next }) }, signal);
      events.push(...page.events.filter(({ message }) => message.includes(text)));
      // The same token again leads nowhere.
      next = page.next === next ? undefined : page.next;
    } while (next !== undefined);
    return { events, end: 'whole' };
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    if (error.kind === 'cancelled') return { events, end: 'cancelled' };
    if (error.kind === 'not-found') return { events, end: 'no-group' };
    throw error;
  }
}

/** Logs are read backwards from then on: 2024-01-01. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
const BACKWARDS_SINCE = Date.UTC(2024, 0, 1);

function leftOut({ events, end }: Found, { group, stream }: LogSource, t: Translate): readonly string[] {
  switch (end) {
    case 'whole':
      return [];
    case 'cancelled':
      return [t('Reading was cancelled: lines are left out.')];
    case 'no-group':
      return [t('The log group {0} does not exist.', group)];
    case 'cut': {
      const [first, last] = [events[0]?.at ?? 0, events.at(-1)?.at ?? 0];
      // Not every endpoint reads backwards.
      return first >= last
        ? [t('Older lines of {0} are left out.', stream)]
        : [t('Later lines of {0} are left out: choose a shorter time.', stream)];
    }
  }
}
