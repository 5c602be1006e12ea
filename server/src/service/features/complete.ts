import type { Lookups } from '../schema/schemas';
import type { Snapshot } from '../snapshot';
import type { Workspace } from './companions';
import { wholes } from './complete-blank';
import { keys, optionsAt } from './complete-keys';
import { opening } from './complete-opens';
import { requestProposals } from './complete-request';
import { type AnySite, type Completion, type Proposal, ranks, type Site, siteOf } from './complete-site';
import { snippets } from './complete-snippets';
import { values } from './complete-values';
import { cursorAt, type Probe } from './cursor';

export type { Completion } from './complete-site';

/**
 * Proposes members that are not there yet, values, names that the file or the task definition it is about defines, and whole
 * values; what fits best first.
 */
export function complete(
  snapshot: Snapshot,
  offset: number,
  lookups: Lookups,
  probe: Probe,
  workspace: Workspace,
): readonly Completion[] {
  if (snapshot.definitions.length === 0 && !snapshot.tree) return [];
  const cursor = cursorAt(snapshot, offset, probe, lookups);
  if (!cursor) return snapshot.tree && isEmpty(snapshot) ? wholes(snapshot, offset, workspace) : [];
  const { holder } = cursor;
  const lookup = lookups[holder.schema];
  const { site, proposals } =
    holder.schema === 'task-definition'
      ? definitionProposals(siteOf(cursor, holder, snapshot, lookup))
      : requestProposals(cursor, holder, snapshot, lookup, workspace);
  const isBlank = isEmpty(snapshot) && cursor.path.length === 0;
  const own = proposals
    .toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank))
    .map((item, index) => placed(item, index, site));
  if (!isBlank) return own;
  const whole = wholes(snapshot, offset, workspace);
  return [...whole, ...own.filter(({ kind }) => kind !== 'snippet')].map((item, index) => ({
    ...item,
    sort: sortKey(index),
  }));
}

function definitionProposals(site: Site) {
  return { site, proposals: opening(site, proposalsAt) };
}

function proposalsAt(site: Site): readonly Proposal[] {
  return [...(site.at === 'key' ? keys(site, optionsAt(site)) : values(site)), ...snippets(site)];
}

function placed({ rank, ...item }: Proposal, index: number, { holder, replace, before, typed }: AnySite): Completion {
  // Editors match the whole of what is replaced, with the quote, or the dash alone, that it begins with.
  const quote = typed === '-' ? '- ' : /^["']/.exec(typed)?.[0];
  return {
    ...item,
    schema: holder.schema,
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
