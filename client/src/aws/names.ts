import { LiveFailure } from '../live/failure';
import type { Signal } from '../live/ports';
import type { Page } from './pages';

export type NamesPage = Page<string>;

/** The names of a list, each once. */
export interface Names {
  /** Those of the next page, which may be empty; after a failure the same page again. */
  read(signal: Signal | undefined): Promise<readonly string[]>;
  ended(): boolean;
}

/**
 * Reads a list page by page. Pages of a list that changes may overlap, and a token that has become invalid begins the list
 * again; names that were read before are left out. A token that comes again ends the list: it would go round for ever.
 */
export function names(list: (token: string | undefined, signal: Signal | undefined) => Promise<NamesPage>): Names {
  const known = new Set<string>();
  const tokens = new Set<string>();
  const state: { token: string | undefined; ended: boolean; restarted: boolean } = {
    token: undefined,
    ended: false,
    restarted: false,
  };
  const page = async (signal: Signal | undefined): Promise<NamesPage> => {
    const { token } = state;
    try {
      const answer = await list(token, signal);
      if (token !== undefined) state.restarted = false;
      return answer;
    } catch (error) {
      const stale = token !== undefined && error instanceof LiveFailure && error.kind === 'invalid';
      if (!stale || state.restarted) throw error;
      Object.assign(state, { token: undefined, restarted: true });
      tokens.clear();
      return list(undefined, signal);
    }
  };
  return {
    ended: () => state.ended,
    read: async (signal) => {
      const { items = [], nextToken } = await page(signal);
      state.ended = !nextToken || tokens.has(nextToken);
      state.token = nextToken;
      if (nextToken) tokens.add(nextToken);
      const fresh = items.filter((name) => !known.has(name));
      for (const name of fresh) known.add(name);
      return fresh;
    },
  };
}
