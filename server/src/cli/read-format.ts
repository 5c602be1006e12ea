import type { Io } from './io';

export type Format = 'text' | 'json';

/** The output format asked for; undefined, with a message, when there is none of that name. */
export function readFormat(value: string | undefined, io: Io): Format | undefined {
  if (value === undefined || value === 'text' || value === 'json') return value ?? 'text';
  io.err(`taskdef: unknown format '${value}'. Formats: text, json.\n`);
  return undefined;
}
