import type { Problem, Snapshot } from '../service';

/** What was found in one file. */
export interface FileResult {
  /** As the user named it. */
  readonly file: string;
  /** The whole path. */
  readonly path: string;
  readonly snapshot: Snapshot;
  /** What is told, in document order. */
  readonly problems: readonly Problem[];
}

/** What was found in all files. */
export interface Totals {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Of lower severity. */
  readonly notes: number;
  /** What `--fix` would change. */
  readonly fixable: number;
  /** Something could not be read, or a rule failed. */
  readonly failed: boolean;
}

export const nothing: Totals = { files: 0, errors: 0, warnings: 0, notes: 0, fixable: 0, failed: false };

/** The sums with one file more. */
export function plus(totals: Totals, problems: readonly Problem[]): Totals {
  const count = (is: (problem: Problem) => boolean) => problems.filter(is).length;
  const errors = count(({ severity }) => severity === 'error');
  const warnings = count(({ severity }) => severity === 'warning');
  return {
    files: totals.files + 1,
    errors: totals.errors + errors,
    warnings: totals.warnings + warnings,
    notes: totals.notes + problems.length - errors - warnings,
    fixable: totals.fixable + count(({ fix }) => fix?.safe === true),
    failed: totals.failed,
  };
}
