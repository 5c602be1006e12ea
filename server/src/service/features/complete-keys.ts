import type { LogOption } from '../data/log-options';
import { logOptionsOf } from '../data/log-options';
import { routerOptions } from '../data/router-options';
import type { AnySite, Proposal, Site } from './complete-site';
import { rankedMembers, typeOf } from './documentation';

/**
 * The members that an object can have and has not: those that it must have first, then those used most. `options` are the keys of
 * a map whose reader is known.
 */
export function keys(site: AnySite, options: Readonly<Record<string, LogOption>>): readonly Proposal[] {
  const { path, shape, present, holder, lookup, tables, refusal, print } = site;
  const parent = lookup(path);
  if (!parent) return [];
  const order = Object.hasOwn(tables.order, shape) ? (tables.order[shape] ?? []) : [];
  const position = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const members = rankedMembers(parent)
    .filter((name) => !present.includes(name) && !(name === '$schema' && holder.shape !== 'plain'))
    .toSorted((a, b) => position(a) - position(b))
    .map((name): Proposal => {
      const schema = lookup([...path, name]) ?? {};
      const label = print.names(name, path);
      const refused = refusal.member(shape === '' ? name : `${shape}.${name}`);
      const type = typeOf(schema);
      return {
        label,
        kind: 'member',
        detail: refused === undefined ? type : `${refused} · ${type}`,
        insert: print.member(label, schema),
        filter: print.filter(label),
        rank: schema.deprecationMessage
          ? 'deprecated'
          : refused !== undefined
            ? 'refused'
            : parent.required?.includes(name)
              ? 'required'
              : 'usual',
        path: [...path, name],
      };
    });
  return [...members, ...optionKeys(site, options)];
}

function optionKeys(site: AnySite, options: Readonly<Record<string, LogOption>>): readonly Proposal[] {
  return Object.entries(options)
    .filter(([name]) => !site.present.includes(name))
    .map(([name, { text, required }]) => ({
      label: name,
      kind: 'member',
      detail: required === undefined ? text : `required ${required} · ${text}`,
      insert: site.print.member(name, { type: 'string' }),
      filter: site.print.filter(name),
      rank: required === undefined ? 'usual' : 'required',
      path: [...site.path, name],
    }));
}

/** The options that the map at the site, or around it, takes. */
export function optionsAt({ container, path }: Pick<Site, 'container' | 'path'>): Readonly<Record<string, LogOption>> {
  const member = `${path[2]}.${path[3]}`;
  if (member === 'firelensConfiguration.options') return routerOptions;
  const driver = container?.logConfiguration.logDriver.literal;
  return member === 'logConfiguration.options' && driver !== undefined ? logOptionsOf(driver).options : {};
}
