/** The longest wait between two reads of what moves, in milliseconds. */
export const LONGEST_WAIT = 60_000;

/**
 * How long to wait before the next read, in milliseconds: `interval` after a read that found a change, twice the wait
 * before after one that found none, at most a minute. An interval above a minute stays as it is.
 */
export function nextWait(previous: number, changed: boolean, interval: number): number {
  return changed ? interval : Math.max(interval, Math.min(previous * 2, LONGEST_WAIT));
}
