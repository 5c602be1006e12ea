import type { LiveFailure } from '../failure';
import type { Task } from '../ports';
import type { ServiceEvent } from '../records';
import type { End } from './end';
import type { ActivityEvent, DeploymentState, StoppedTasks } from './events';
import type { Subject } from './subject';

/**
 * What was begun from here and is watched to its end, one entry each; kept over a reload of the window. Every end is told
 * to the user once, by this part alone, whether or not the window was reloaded in between.
 */
export interface Activities {
  /** Watches from now on; returns at once. What is watched already is not watched twice: the same watch is answered. */
  start(subject: Subject): Watch;
  /** Goes on with what was under way when the window was closed. Called once. */
  resume(): void;
  /** Watches again what was given up: `unwatched`, `timeout`, `blind`. Undefined when there is no such entry. */
  again(id: string): Watch | undefined;
  /** Newest first. */
  entries(): readonly Entry[];
  entry(id: string): Entry | undefined;
  /** Ends watching and touches nothing in AWS. */
  stopWatching(id: string): void;
  /** Forgets an entry; one that is watched is not watched any more. */
  remove(id: string): void;
  /** Forgets all that have ended. */
  clearFinished(): void;
  /** Told the id of an entry that has changed, nothing when the list has. Answers what ends it. */
  onDidChange(listener: (id: string | undefined) => void): () => void;
  /** Ends all watching; what was under way goes on after the next start. */
  dispose(): void;
}

/** One watched deployment or run. */
export interface Watch {
  readonly id: string;
  readonly subject: Subject;
  /** Never rejected by what AWS answers; not settled when the window closes. */
  readonly end: Promise<End>;
  /** Tells what is known already, then all that comes. Answers what ends it. */
  listen(listener: (event: ActivityEvent) => void): () => void;
  /** Ends watching and touches nothing in AWS. */
  stopWatching(): void;
}

export interface Entry {
  readonly id: string;
  readonly subject: Subject;
  /** Absent: it is watched. */
  readonly end?: End;
  /** Milliseconds since the epoch. */
  readonly endedAt?: number;
  readonly facts: Facts;
}

/** What is known of a watched thing. */
export interface Facts {
  readonly deployment?: DeploymentState;
  readonly tasks: readonly Task[];
  /** Newest first, at most 50. */
  readonly events: readonly ServiceEvent[];
  readonly stopped: readonly StoppedTasks[];
  /** Why nothing can be seen at the moment; `waiting` for credentials. */
  readonly trouble?: { readonly failure: LiveFailure; readonly waiting: boolean };
}
