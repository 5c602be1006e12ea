import type { Rule, Severity } from '../../service';
import type { Paint } from '../paint';
import type { FileResult, Totals } from '../result';

export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

export type Format = (typeof formats)[number];

/** Writes a report piece by piece, so that none has to be kept. */
export interface Reporter {
  begin(): string;
  file(result: FileResult): string;
  end(totals: Totals): string;
}

/** What reports may need to know beside the findings. */
export interface ReportContext {
  readonly paint: Paint;
  readonly cwd: string;
  /** The folder that the files of annotations are relative to. */
  readonly root: string;
  readonly rules: readonly Rule[];
  readonly version: string;
  readonly quiet: boolean;
}

/** `1 error, 2 warnings in 3 files`. */
export function summary({ errors, warnings, notes, files }: Totals, quiet: boolean): string {
  const counts = [
    plural(errors, 'error'),
    ...(quiet ? [] : [plural(warnings, 'warning')]),
    ...(quiet || notes === 0 ? [] : [plural(notes, 'note')]),
  ];
  return `${counts.join(', ')} in ${plural(files, 'file')}`;
}

/** Worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
