import type { LiveFailure } from '../failure';
import type { Task } from '../ports';

/** How watching ended; a promise of it is never rejected by what AWS answers. */
export type End = DeploymentEnd | TasksEnd | Unseen;

/** The end of a deployment. Whatever is not `succeeded` has the cause, a sentence, and below it lines that say more. */
export type DeploymentEnd =
  | { readonly kind: 'succeeded' }
  /** `rolled-back`: the service is stable, with what it ran before. `stopped`: somebody asked for it. */
  | { readonly kind: 'failed' | 'rolled-back' | 'stopped'; readonly cause: string; readonly details: readonly string[] }
  /** A newer deployment of the same service has taken its place. */
  | { readonly kind: 'superseded'; readonly cause: string; readonly details: readonly string[] };

/** The end of a run: all its tasks are RUNNING, have ended well, or one of them has not. */
export type TasksEnd =
  | { readonly kind: 'running' | 'finished'; readonly tasks: readonly Task[] }
  | {
      readonly kind: 'tasks-failed';
      readonly tasks: readonly Task[];
      readonly cause: string;
      readonly details: readonly string[];
    };

/** Nobody saw the end: it goes on in AWS, and can be watched again. */
export type Unseen =
  | { readonly kind: 'unwatched' }
  | { readonly kind: 'timeout'; readonly minutes: number }
  /** Looking failed for good. */
  | { readonly kind: 'blind'; readonly failure: LiveFailure };
