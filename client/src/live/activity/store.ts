import type { Place } from '../deploy/plan';
import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Log, Memory, NewId, Signal, Translate } from '../ports';
import type { Activities, Entry, Watch } from './activities';
import type { End } from './end';
import type { ActivityEvent } from './events';
import { factsAfter, noFacts } from './facts';
import { heldGateway } from './held-gateway';
import { usualLimits } from './looks';
import { load, mostEntries, save } from './saved';
import type { Subject } from './subject';
import { watchDeployment } from './watch-deployment';
import { watchTasks } from './watch-tasks';

export interface ActivitiesPorts {
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  readonly t: Translate;
  /** The gateway to a place; `fresh`: with credentials that are read again. Throws `LiveFailure`. */
  gateway(place: Place, fresh: boolean): Promise<EcsGateway>;
  /** A signal that can be aborted: an `AbortController` where there is one. */
  abortable(): { readonly signal: Signal; abort(): void };
  /** How many minutes are watched at most. */
  minutes(): number;
  /** Tells the user of an end, each once. */
  tell(entry: Entry & { readonly end: End }): void;
}

/** The activities of a workspace, with those that were saved; nothing is read before `start` or `resume`. */
export function createActivities(ports: ActivitiesPorts): Activities {
  const { memory, clock, log, newId } = ports;
  const live = new Map<string, Live>();
  const state: { entries: readonly Entry[]; closed: boolean } = {
    entries: load(memory).map((it) => ({ ...it, facts: noFacts })),
    closed: false,
  };
  const listeners = new Set<(id: string | undefined) => void>();
  const changed = (id?: string): void => {
    for (const listener of listeners) listener(id);
  };
  const entry = (id: string): Entry | undefined => state.entries.find((it) => it.id === id);
  const keep = (entries: readonly Entry[]): void => {
    state.entries = bounded(entries);
    save(memory, state.entries).catch((error: unknown) => log.error('Activities were not saved', error));
  };
  const replace = (next: Entry): readonly Entry[] => state.entries.map((it) => (it.id === next.id ? next : it));

  const record = (before: Entry, event: ActivityEvent): void => {
    const facts = factsAfter(before.facts, event);
    if (event.kind !== 'end') {
      const subject = found(before.subject, event);
      const entries = replace({ ...before, subject, facts });
      if (subject === before.subject) state.entries = entries;
      else keep(entries);
      changed(before.id);
      return;
    }
    const ended = { ...before, facts, end: event.end, endedAt: clock.now() };
    // Saved first: an end that is told twice is worse than one that is read in the view.
    keep(replace(ended));
    changed(before.id);
    if (event.end.kind !== 'unwatched') ports.tell(ended);
  };
  const take = (id: string, event: ActivityEvent): void => {
    if (state.closed) return;
    const before = entry(id);
    const one = live.get(id);
    if (event.kind === 'end') live.delete(id);
    if (before) record(before, event);
    one?.tell(event);
    if (event.kind === 'end') one?.finish(event.end);
  };
  const watch = (id: string, subject: Subject): Watch => {
    const { signal, abort } = ports.abortable();
    const one = newLive(id, subject, abort);
    live.set(id, one);
    const follow = async (): Promise<void> => {
      for await (const event of eventsOf(subject, ports, signal)) take(id, event);
    };
    follow().catch((error: unknown) => {
      log.error('Unexpected error while watching', error);
      const sentence = ports.t('Something unexpected went wrong; the log has the details.');
      take(id, { kind: 'end', end: { kind: 'blind', failure: new LiveFailure('server', sentence, 'show-log') } });
    });
    return one.watch;
  };
  const remove = (ids: ReadonlySet<string>): void => {
    for (const id of ids) live.get(id)?.watch.stopWatching();
    keep(state.entries.filter(({ id }) => !ids.has(id)));
    changed();
  };
  return {
    start: (subject) => {
      const same = [...live.values()].find(({ watch: it }) => isSame(it.subject, subject));
      if (same) return same.watch;
      const id = newId();
      keep([{ id, subject, facts: noFacts }, ...state.entries]);
      const started = watch(id, subject);
      changed();
      return started;
    },
    resume: () => {
      for (const { id, subject, end } of state.entries) if (!end && !live.has(id)) watch(id, subject);
    },
    again: (id) => {
      const found = entry(id);
      if (!found) return undefined;
      const running = live.get(id);
      if (running) return running.watch;
      keep(replace({ id, subject: found.subject, facts: noFacts }));
      const started = watch(id, found.subject);
      changed(id);
      return started;
    },
    entries: () => state.entries,
    entry,
    stopWatching: (id) => live.get(id)?.watch.stopWatching(),
    remove: (id) => remove(new Set([id])),
    clearFinished: () => remove(new Set(state.entries.filter(({ end }) => end).map(({ id }) => id))),
    onDidChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      state.closed = true;
      for (const { watch: it } of live.values()) it.stopWatching();
      live.clear();
      listeners.clear();
    },
  };
}

/** A watch under way. */
interface Live {
  readonly watch: Watch;
  tell(event: ActivityEvent): void;
  finish(end: End): void;
}

function newLive(id: string, subject: Subject, stopWatching: () => void): Live {
  const settle: { finish: (end: End) => void } = { finish: () => undefined };
  const end = new Promise<End>((resolve) => {
    settle.finish = resolve;
  });
  const told: ActivityEvent[] = [];
  const listeners = new Set<(event: ActivityEvent) => void>();
  const listen = (listener: (event: ActivityEvent) => void): (() => void) => {
    for (const event of told) listener(event);
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    watch: { id, subject, end, listen, stopWatching },
    tell: (event) => {
      told.push(event);
      for (const listener of listeners) listener(event);
    },
    finish: settle.finish,
  };
}

function eventsOf(subject: Subject, ports: ActivitiesPorts, signal: Signal): AsyncIterable<ActivityEvent> {
  const { clock, t } = ports;
  const gateway = heldGateway(subject.place, (fresh) => ports.gateway(subject.place, fresh), t);
  const limits = { ...usualLimits, total: ports.minutes() * 60_000 };
  const given = { gateway, clock, t };
  return subject.kind === 'deployment'
    ? watchDeployment(subject, given, signal, limits)
    : watchTasks(subject, given, signal, limits);
}

/** The subject with the deployment that was found, which another window then need not look for by its time. */
function found(subject: Subject, event: ActivityEvent): Subject {
  const arn = event.kind === 'deployment' ? event.state.arn : undefined;
  if (subject.kind !== 'deployment' || arn === undefined || subject.deploymentArn !== undefined) return subject;
  return { ...subject, deploymentArn: arn };
}

function bounded(entries: readonly Entry[]): readonly Entry[] {
  const tooMany = entries.length - mostEntries;
  if (tooMany <= 0) return entries;
  const going = new Set(entries.filter(({ end }) => end).slice(-tooMany));
  return entries.filter((it) => !going.has(it));
}

function isSame(a: Subject, b: Subject): boolean {
  if (a.place.cluster.arn !== b.place.cluster.arn) return false;
  if (a.kind === 'tasks' || b.kind === 'tasks') {
    return a.kind === 'tasks' && b.kind === 'tasks' && a.taskArns.join() === b.taskArns.join();
  }
  const known = (x: string | undefined, y: string | undefined): boolean => x !== undefined && x === y;
  return known(a.deploymentArn, b.deploymentArn) || known(a.deploymentId, b.deploymentId);
}
