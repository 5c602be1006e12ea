import { membersOf } from '../schema/lookup';
import type { AnySite, Proposal } from './complete-site';
import { shapeOf } from './hover-value';

/** What can stand at a site. */
export type ProposalsAt<S extends AnySite> = (site: S) => readonly Proposal[];

/** What can stand at a site; marked are the keys behind which more is proposed, because their value, still empty, has proposals. */
export function opening<S extends AnySite>(site: S, proposalsAt: ProposalsAt<S>): readonly Proposal[] {
  return proposalsAt(site).map((item) =>
    item.kind === 'member' && !site.hasColon && opens(site, item, proposalsAt) ? { ...item, opensValue: true } : item,
  );
}

function opens<S extends AnySite>(site: S, { insert, path }: Proposal, proposalsAt: ProposalsAt<S>): boolean {
  // A value that is there already, as of a flag, is selected for being replaced.
  if (!insert.includes('$1')) return false;
  const schema = site.lookup(path);
  const isList = schema?.type === 'array';
  const inner = isList ? [...path, 0] : path;
  const hasKeys = isList ? !site.flow && membersOf(site.lookup(inner)).length > 0 : schema?.type === 'object';
  const at = hasKeys ? 'key' : 'value';
  return proposalsAt({ ...site, at, path: inner, shape: shapeOf(inner), present: [], typed: '' }).length > 0;
}
