import type { Severity } from '../../problem';

/** What of a task definition has to do with a cause; `features/stops/place.ts` finds it. */
export type StopSubject =
  | 'container'
  | 'image'
  | 'platform'
  | 'registry-access'
  | 'secret'
  | 'parameter'
  | 'log-group'
  | 'log-option'
  | 'environment-file'
  | 'efs'
  | 'efs-directory'
  | 'volume'
  | 'launch-volume'
  | 'command'
  | 'user'
  | 'working-directory'
  | 'device'
  | 'host-port'
  | 'container-port'
  | 'memory'
  | 'task-cpu'
  | 'task-memory'
  | 'gpu'
  | 'health-check'
  | 'start-timeout'
  | 'dependency'
  | 'network-mode'
  | 'ephemeral-storage'
  | 'constraint'
  | 'launch-type'
  | 'role'
  | 'task';

/** Why a task stopped, in words. */
export interface StopCause {
  readonly id: string;
  /** `information`: the task did what it was told, or what stopped it is no fault of its definition. */
  readonly severity: Exclude<Severity, 'hint'>;
  /**
   * The words of AWS that tell this cause from others of its group; a cause without them is what remains. What its named groups
   * catch stands in the sentence.
   */
  readonly says?: RegExp;
  /** What happened. `{container}` and `{Container}` stand for the container, other names in braces for what `says` catches. */
  readonly sentence: string;
  /** What to do about it. */
  readonly fix: string;
  readonly url: string;
  readonly at: StopSubject;
}

/** Causes whose reasons begin alike. */
export interface StopGroup {
  /** Anchored at the beginning, so that a name within a reason is never taken for AWS's words. */
  readonly begins: RegExp;
  /** The first that fits counts. */
  readonly causes: readonly StopCause[];
}
