import { membersOf } from '../schema/lookup';
import type { AnySite, Proposal } from './complete-site';
import { shapeOf } from './hover-value';
import type { Printer } from './print-completion';

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
  // An item of a list in brackets has to begin with a bracket itself.
  const isObject = !(isList && site.flow) && site.lookup(inner)?.type === 'object';
  if (isObject && membersOf(site.lookup(inner)).length > 0) return true;
  const at = isObject ? 'key' : 'value';
  const { names } = site.print;
  const value = {
    ...site,
    at,
    path: inner,
    shape: shapeOf(inner),
    present: [],
    typed: '',
    print: { ...unprinted, names },
  };
  return proposalsAt(value).length > 0;
}

/** Whether there is something to print is known before it is printed, which is most of the work. */
const unprinted: Omit<Printer, 'names'> = {
  member: () => '',
  value: () => '',
  text: () => '',
  tree: () => '',
  members: () => '',
  call: () => ({ label: '', insert: '' }),
  filter: () => '',
};
