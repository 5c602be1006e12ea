import type { Failure, Listing, Pages } from '../../../client/src/live/ports';

/** A list of one part. */
export function pagesOf<T>(items: readonly T[], failures: readonly Failure[] = []): Pages<T> {
  return readOnce(async () => ({ items, failures }));
}

/** A list that `read` gives at once. */
export function readOnce<T>(read: () => Promise<Listing<T>>): Pages<T> {
  return { next: async () => ({ ...(await read()), more: false }) };
}
