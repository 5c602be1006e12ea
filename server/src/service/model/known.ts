import type { Field, List, Place } from './field';

/** False where a list or an object is written as something else, e.g. as one placeholder: its content is unknown. */
export function isKnown({ node }: Place): boolean {
  return node === undefined || node.type === 'array' || node.type === 'object';
}

/** True for a member that asks for something: not for false, null, an empty text, list or object, or a value still to come. */
export function asksFor(place: Place & { readonly literal?: string | number | boolean | undefined }): boolean {
  const { node, literal } = place;
  if (node?.type === 'array' || node?.type === 'object') return (node.children ?? []).length > 0;
  return typeof literal === 'number' || Boolean(literal);
}

/** True for a member that is absent, null or blank; false for a value still to come. */
export function isMissing({ node, literal }: Field<string>): boolean {
  return node === undefined || node.type === 'null' || literal?.trim() === '';
}

interface Named {
  readonly at: Place;
  readonly name: Field<string>;
}

/** The names of a list's items; undefined when one is unknown, so that no name can be said to be missing. */
export function knownNames(list: List<Named>): readonly string[] | undefined {
  const unknown = ({ at, name }: Named) => at.node?.type !== 'object' || (name.present && name.literal === undefined);
  if (!isKnown(list) || list.items.some(unknown)) return undefined;
  return list.items.flatMap(({ name }) => (name.literal === undefined ? [] : [name.literal]));
}

/** The items of a list by name; of several with one name the first. */
export function byName<T extends Named>(list: List<T>): ReadonlyMap<string | undefined, T> {
  const named = list.items.filter(({ name }) => name.literal !== undefined);
  return new Map(named.toReversed().map((item) => [item.name.literal, item]));
}

/** The first item with a name; for many names see `byName`. */
export function named<T extends Named>(list: List<T>, name: string | undefined): T | undefined {
  return name === undefined ? undefined : list.items.find((item) => item.name.literal === name);
}
