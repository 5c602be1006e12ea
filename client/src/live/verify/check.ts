import type { EcsGateway, Signal, Translate } from '../ports';

/** What a check is about. */
export type CheckId =
  | 'execution-role'
  | 'execution-role-trust'
  | 'task-role'
  | 'task-role-trust'
  | 'image'
  | 'secret'
  | 'parameter'
  | 'log-group'
  | 'file-system'
  | 'environment-file'
  | 'cluster'
  | 'capacity'
  | 'network'
  | 'service'
  | 'load-balancer'
  | 'target-group';

/** What was found about one thing that a definition or its target names. */
export interface Check {
  readonly id: CheckId;
  /** RFC 6901 pointer within the definition; what is about the target alone points to all of it. */
  readonly path: string;
  /** `skipped`: nothing is known of it, and the sentence says why. */
  readonly state: 'ok' | 'failed' | 'skipped';
  readonly sentence: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** One thing to be found out. */
export interface Question {
  readonly id: CheckId;
  readonly path: string;
  /** What it is about, for the sentence that says that it could not be asked. */
  readonly about: string;
  /** The text of the definition that is asked about; absent for what the target says. */
  readonly written?: string;
  /** Throws `LiveFailure`. */
  readonly ask: () => Promise<readonly Verdict[]>;
}

/** An answer; `id` and `path` where they are not the question's. */
export type Verdict = Omit<Check, 'id' | 'path'> & Partial<Pick<Check, 'id' | 'path'>>;

/** What questions are asked with. */
export interface Asking {
  readonly gateway: EcsGateway;
  /** The account of the gateway. */
  readonly account: string;
  /** The gateway of a region, with the same credentials. Throws `LiveFailure`. */
  readonly at: (region: string) => Promise<EcsGateway>;
  /** The answer to what has this key, read once. */
  readonly once: <T>(key: string, read: () => Promise<T>) => Promise<T>;
  readonly signal: Signal | undefined;
  readonly t: Translate;
}
