import type { Problem, Snapshot } from '../service';

/** What was found in one file. */
export interface FileResult {
  /** As the user named it. */
  readonly file: string;
  readonly snapshot: Snapshot;
  readonly problems: readonly Problem[];
}
