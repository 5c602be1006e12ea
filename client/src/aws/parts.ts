import { LiveFailure } from '../live/failure';
import type { Listing, Pages, Part, Signal } from '../live/ports';
import { type NamesPage, names } from './names';
import { batches } from './pages';

/** How a list is read. */
export interface Source<T> {
  /** One page of names. */
  list(token: string | undefined, signal: Signal | undefined): Promise<NamesPage>;
  /** The rows of some of them, at most `batch`. */
  describe(names: readonly string[], signal: Signal | undefined): Promise<Listing<T>>;
  readonly batch: number;
}

/** The list, read as far as it is wanted. Names are described while the next page of them is on its way. */
export function parts<T>({ list, describe, batch }: Source<T>): Pages<T> {
  const reader = names(list);
  // Names that no call has described yet, and rows that no caller has got yet.
  const waiting: string[] = [];
  const held: { items: T[]; failures: Listing<T>['failures'][number][] } = { items: [], failures: [] };
  const state = { turn: Promise.resolve<unknown>(undefined) };
  const rows = (): number => held.items.length + held.failures.length;
  const more = (): boolean => waiting.length > 0 || !reader.ended();

  const round = async (wanted: number, signal: Signal | undefined): Promise<unknown> => {
    const errors: unknown[] = [];
    const answers: Promise<Listing<T>>[] = [];
    const lost: string[] = [];
    for (let left = wanted; left > 0 && errors.length === 0 && more(); ) {
      if (waiting.length === 0) {
        const read = reader.read(signal).then((found) => waiting.push(...found));
        await read.catch((error: unknown) => errors.push(error));
      }
      const taken = waiting.splice(0, left);
      left -= taken.length;
      const failed = (some: readonly string[]) => (error: unknown) => {
        errors.push(error);
        lost.push(...some);
        return { items: [], failures: [] };
      };
      answers.push(...batches(taken, batch).map((some) => describe(some, signal).catch(failed(some))));
    }
    for (const { items, failures } of await Promise.all(answers)) {
      held.items.push(...items);
      held.failures.push(...failures);
    }
    waiting.unshift(...lost);
    return errors[0];
  };

  const take = async (count: number, signal: Signal | undefined): Promise<Part<T>> => {
    // Deleted things are no rows: what they leave open is read in another round.
    while (rows() < count && more()) {
      const error = await round(count - rows(), signal);
      if (error === undefined) continue;
      if (!(error instanceof LiveFailure) || error.kind === 'cancelled' || rows() === 0) throw error;
      return { ...give(), more: more(), failure: error };
    }
    return { ...give(), more: more() };
  };
  const give = (): Listing<T> => ({ items: held.items.splice(0), failures: held.failures.splice(0) });

  return {
    next: (count, signal) => {
      const mine = state.turn.then(() => take(count, signal));
      state.turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** The whole list; a failure in its midst is thrown. */
export async function whole<T>(pages: Pages<T>, signal: Signal | undefined): Promise<Listing<T>> {
  const { items, failures, failure } = await pages.next(Number.POSITIVE_INFINITY, signal);
  if (failure) throw failure;
  return { items, failures };
}
