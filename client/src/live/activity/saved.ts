import { LiveFailure } from '../failure';
import type { Memory } from '../ports';
import type { End } from './end';
import type { Subject } from './subject';

/** An entry as it is kept between two starts of the window: what it is about and how it ended, not what was seen on the way. */
export interface Saved {
  readonly id: string;
  readonly subject: Subject;
  readonly end?: End;
  readonly endedAt?: number;
}

const key = 'activities';
/** So many entries are kept; the oldest that have ended go first. */
export const mostEntries = 50;
const mostDetails = 5;
const longestLine = 300;

/** What was saved, newest first; what another version wrote is left out. */
export function load(memory: Memory): readonly Saved[] {
  const stored = memory.get<unknown>(key);
  return (Array.isArray(stored) ? stored : [])
    .filter(isStored)
    .map(({ end, ...rest }) => ({ ...rest, ...(end ? { end: restored(end) } : {}) }));
}

export function save(memory: Memory, entries: readonly Saved[]): Promise<void> {
  const stored = entries.map(
    ({ id, subject, end, endedAt }): Stored => ({
      id,
      subject,
      ...(end ? { end: storable(end) } : {}),
      ...(endedAt === undefined ? {} : { endedAt }),
    }),
  );
  return memory.set(key, stored);
}

interface Stored extends Omit<Saved, 'end'> {
  readonly end?: StoredEnd;
}

function isStored(value: unknown): value is Stored {
  const { id, subject, end } = (value ?? {}) as Partial<Stored>;
  const { kind, place, title, taskDefinitionArn } = (subject ?? {}) as Partial<Subject>;
  const { taskArns } = (subject ?? {}) as { readonly taskArns?: unknown };
  const isKnown = kind === 'deployment' ? place?.service !== undefined : kind === 'tasks' && Array.isArray(taskArns);
  const texts = [
    id,
    title,
    taskDefinitionArn,
    place?.cluster?.arn,
    place?.identity?.account,
    place?.connection?.region,
  ];
  return isKnown && texts.every((it) => typeof it === 'string') && (end === undefined || typeof end === 'object');
}

// An error is not data, and tasks of an hour ago are nobody's.
type StoredEnd =
  | Exclude<End, { readonly kind: 'blind' }>
  | { readonly kind: 'blind'; readonly failure: Pick<LiveFailure, 'kind' | 'sentence' | 'action'> };

function storable(end: End): StoredEnd {
  switch (end.kind) {
    case 'blind': {
      const { kind, sentence, action } = end.failure;
      return { kind: 'blind', failure: { kind, sentence, action } };
    }
    case 'running':
    case 'finished':
      return { kind: end.kind, tasks: [] };
    case 'tasks-failed':
      return { ...end, tasks: [], ...shortened(end) };
    case 'failed':
    case 'rolled-back':
    case 'stopped':
    case 'superseded':
      return { ...end, ...shortened(end) };
    default:
      return end;
  }
}

function shortened(end: { readonly cause: string; readonly details: readonly string[] }): typeof end {
  const short = (line: string): string => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);
  return { cause: short(end.cause), details: end.details.slice(0, mostDetails).map(short) };
}

function restored(end: StoredEnd): End {
  if (end.kind !== 'blind') return end;
  const { kind, sentence, action } = end.failure;
  return { kind: 'blind', failure: new LiveFailure(kind, sentence, action) };
}
