import type { Path } from '../syntax/ast';
import type { AnySite, Proposal, Site } from './complete-site';
import { shapeOf } from './hover-value';
import { containerPartSnippets } from './snippets/container-parts';
import { containerSnippets } from './snippets/containers';
import { definitionSnippets } from './snippets/definitions';
import { healthCheckSnippets } from './snippets/health-checks';
import { isList, isObject, type Sketch } from './snippets/sketch';
import type { Snippet } from './snippets/snippet';
import { volumeSnippets } from './snippets/volumes';

const all: readonly Snippet[] = [
  ...definitionSnippets,
  ...containerSnippets,
  ...volumeSnippets,
  ...healthCheckSnippets,
  ...containerPartSnippets,
];

/** Whole values for a site in a task definition. */
export function snippets(site: Site): readonly Proposal[] {
  return fitting(all, site, site);
}

/** Whole values for a site: of the value that is wanted, of an item of the list that is, or of an object with nothing in it yet. */
export function fitting<A>(all: readonly Snippet<A>[], site: AnySite, around: A): readonly Proposal[] {
  if (site.hasColon) return [];
  const proposed = (snippet: Snippet<A>, of?: readonly [] | string) =>
    proposedAs(snippet, snippet.make(around), site, of);
  const here = patternOf(site.path);
  return all.flatMap((snippet) => {
    if (snippet.at === here) return site.at === 'value' || site.present.length === 0 ? proposed(snippet) : [];
    if (site.at === 'value') return snippet.at === `${here}.*` ? proposed(snippet, []) : [];
    // A member alone is of no use where the whole object is still to be written.
    if (site.present.length === 0 || !snippet.at.startsWith(`${here}.`)) return [];
    const name = snippet.at.slice(here.length + 1);
    return /^\w+$/.test(name) && !site.present.includes(name) ? proposed(snippet, name) : [];
  });
}

/** A snippet as the value itself, as a list (`[]`), or as a member of that name; nothing where the task refuses a part of it. */
function proposedAs(
  { label: own, detail }: Pick<Snippet, 'label' | 'detail'>,
  sketch: Sketch | undefined,
  site: AnySite,
  around: readonly [] | string | undefined,
): readonly Proposal[] {
  const { print } = site;
  const path = around === undefined ? site.path : [...site.path, typeof around === 'string' ? around : 0];
  if (sketch === undefined || isRefused(sketch, path, site)) return [];
  const member = typeof around === 'string' ? `${print.names(around, site.path)}: ` : '';
  const label = member + own;
  return [
    {
      label,
      kind: 'snippet',
      detail,
      insert: printed(sketch, site, around),
      filter: label,
      rank: member ? 'usual' : 'snippet',
      path,
    },
  ];
}

function printed(sketch: Sketch, { print, at }: AnySite, around: readonly [] | string | undefined): string {
  if (typeof around === 'string') return print.members({ [around]: sketch });
  if (around) return print.tree([sketch]);
  return at === 'key' && isObject(sketch) ? print.members(sketch) : print.tree(sketch);
}

function isRefused(sketch: Sketch, path: Path, { refusal }: AnySite): boolean {
  const open: { readonly value: Sketch; readonly path: Path }[] = [{ value: sketch, path }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    const shape = shapeOf(path);
    if (path.length > 0 && refusal.member(shape) !== undefined) return true;
    if (typeof value === 'string' && refusal.value(shape, value) !== undefined) return true;
    if (isList(value)) open.push(...value.map((item, index) => ({ value: item, path: [...path, index] })));
    else if (isObject(value))
      open.push(...Object.entries(value).map(([name, member]) => ({ value: member, path: [...path, name] })));
  }
  return false;
}

function patternOf(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}
