import type { LogOption } from '../data/log-options';
import { isRegionOption, regions } from '../data/regions';
import type { DocumentedSchema } from '../schema/lookup';
import type { AnySite, Proposal } from './complete-site';
import { isSubstituted, skeletonsOf } from './complete-template';
import { settled } from './snippets/sketch';

/** What is said of a value; `fits` is false where something else refuses it. */
export interface Judged {
  readonly detail: string;
  readonly fits: boolean;
}

export function proposal(site: AnySite, value: unknown, { detail, fits }: Judged): Proposal {
  return {
    label: String(value),
    kind: 'value',
    detail,
    insert: site.print.value(value),
    filter: site.print.filter(value),
    rank: fits ? 'usual' : 'refused',
    path: site.path,
  };
}

/** A text to be filled in; where a list is wanted, as a list of its own. */
export function filledIn(site: AnySite, text: string, detail: string): Proposal {
  const isList = site.lookup(site.path)?.type === 'array';
  const insert = isList ? site.print.tree([text]) : site.print.text(text);
  return { ...proposal(site, settled(text), { detail, fits: true }), insert };
}

/** What the texts at a site look like. */
export function skeletonsAt(site: AnySite): readonly Proposal[] {
  return skeletonsOf(site).flatMap(({ text, detail }) =>
    isSubstituted(site, text) ? [] : [filledIn(site, text, detail)],
  );
}

/** The values that the schema allows; each with why it is refused, else with what it means. */
export function sets(site: AnySite, judge: (value: string) => Judged = (value) => judged(site, value)) {
  const schema = site.lookup(site.path);
  const ofSet = (value: unknown) => proposal(site, value, judge(String(value)));
  // Where a list is wanted, each value is proposed as a list of its own.
  const { items } = schema ?? {};
  if (schema?.type === 'array' && typeof items === 'object' && !Array.isArray(items)) {
    return enumerated(items as DocumentedSchema).map(
      (value): Proposal => ({ ...ofSet(value), insert: site.print.tree([String(value)]) }),
    );
  }
  return enumerated(schema).map(ofSet);
}

/** What the tables say of a value at a site. `more` stands before its meaning. */
export function judged({ shape, tables: { meanings }, refusal }: AnySite, value: string, more?: string): Judged {
  const refused = refusal.value(shape, value);
  const meaning = Object.hasOwn(meanings, shape) ? meanings[shape]?.[value] : undefined;
  return { detail: [refused, more, meaning].filter(Boolean).join(' · '), fits: refused === undefined };
}

/** Values of an option of a log driver. `family` and `container` are whose log it is. */
export function optionValues(
  site: AnySite,
  name: string,
  options: Readonly<Record<string, LogOption>>,
  { family, container }: { readonly family: string | undefined; readonly container: string | undefined },
): readonly Proposal[] {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const usual = (value: string, detail: string) => proposal(site, value, { detail, fits: true });
  if (isRegionOption(name)) return regions.map((it) => usual(it.id, it.name));
  if (name === 'awslogs-group') return [filledIn(site, `/ecs/\${1:${safe(family)}}`, 'log group')];
  if (name === 'awslogs-stream-prefix')
    return [filledIn(site, `\${1:${safe(container)}}`, 'streams are prefix/container/task-id')];
  const known = Object.entries(option?.known ?? {}).map(([value, text]) => usual(value, text));
  const values = (option?.values ?? []).map((value) =>
    usual(value, option?.default === value ? 'the default' : (option?.text ?? '')),
  );
  return [...known, ...values];
}

function enumerated(schema: DocumentedSchema | undefined): readonly unknown[] {
  if (schema?.enum) return schema.enum;
  if (schema?.const !== undefined) return [schema.const];
  if (schema?.type === 'boolean') return [true, false];
  return Array.isArray(schema?.examples) ? schema.examples : [];
}

/** A name that can be the text of a tab stop. */
export function safe(name: string | undefined): string {
  return name !== undefined && /^[\w.-]+$/.test(name) ? name : 'app';
}
