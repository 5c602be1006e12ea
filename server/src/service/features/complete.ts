import type { Lookup } from '../schema/lookup';
import type { Snapshot } from '../snapshot';
import { wholeDefinitions } from './complete-blank';
import { keys } from './complete-keys';
import { type Completion, type Proposal, ranks, type Site, siteOf } from './complete-site';
import { snippets } from './complete-snippets';
import { values } from './complete-values';
import { cursorAt, type Probe } from './cursor';

export type { Completion } from './complete-site';

/** Proposes members that are not there yet, values, names that the file defines, and whole values; what fits best first. */
export function complete(snapshot: Snapshot, offset: number, lookup: Lookup, probe: Probe): readonly Completion[] {
  if (snapshot.definitions.length === 0 && !snapshot.tree) return [];
  const cursor = cursorAt(snapshot, offset, probe, lookup);
  if (!cursor) return snapshot.tree && isEmpty(snapshot) ? wholeDefinitions(snapshot, offset) : [];
  const site = siteOf(cursor, snapshot, lookup);
  const isBlank = isEmpty(snapshot) && cursor.path.length === 0;
  const proposals = [...(site.at === 'key' ? keys(site) : values(site)), ...snippets(site)];
  const own = proposals
    .toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank))
    .map((item, index) => placed(item, index, site));
  if (!isBlank) return own;
  const whole = wholeDefinitions(snapshot, offset);
  return [...whole, ...own.filter(({ kind }) => kind !== 'snippet')].map((item, index) => ({
    ...item,
    sort: sortKey(index),
  }));
}

function placed({ rank, ...item }: Proposal, index: number, { replace, before, typed }: Site): Completion {
  // Editors match the whole of what is replaced, with the quote that it begins with.
  const quote = /^["']/.exec(typed)?.[0];
  return {
    ...item,
    filter: quote ? quote + item.label : item.filter,
    deprecated: rank === 'deprecated',
    replace,
    ...(before && { before }),
    sort: sortKey(index),
  };
}

function sortKey(index: number): string {
  return String(index).padStart(3, '0');
}

/** Longest text that can be the begin of a word. */
const maxWord = 80;

/** Nothing is written yet but, perhaps, the begin of a word. */
function isEmpty({ document }: Snapshot): boolean {
  const text = document.getText().trim();
  return text.length <= maxWord && /^(?:---\s*)?[\w-]*$/.test(text);
}
