import type { Json } from '../syntax/edit';
import { type Entries, entries, type Field, type Place, text } from './field';
import { textsIn } from './texts';

/** An environment that is written as other tools have it, and as ECS has it. */
export interface OtherEnvironment {
  /** The list of names and values; undefined where a part of it cannot be told. */
  readonly pairs: readonly Json[] | undefined;
  /** False where a value may be spelled otherwise than it is written: `1.50` is 1.5. */
  readonly isExact: boolean;
  /** The items that are not as ECS has them. */
  readonly items: readonly Place[];
}

/** Reads an environment that is a map of names to values, or a list of texts such as `NAME=value`; undefined for one that is neither. */
export function otherEnvironment(
  list: Place & { readonly items: readonly { readonly at: Place }[] },
): OtherEnvironment | undefined {
  if (list.node?.type === 'object') return fromMap(entries(text)(list));
  const items = list.items.map(({ at }) => at).filter(isAssignment);
  if (items.length === 0) return undefined;
  // Items that are as they should be stay with their comments: only a whole list of texts is written anew.
  const pairs = items.length < list.items.length ? undefined : items.map(fromAssignment);
  return { pairs, isExact: true, items };
}

function fromMap(map: Entries<Field<string>>): OtherEnvironment {
  const values = map.values.map((value) => ({ value, written: writtenIn(value) }));
  const pairs = values.flatMap(({ value: { name }, written }) =>
    written === undefined ? [] : [{ name, value: written }],
  );
  return {
    pairs: pairs.length < values.length ? undefined : pairs,
    isExact: values.every(
      ({ value: { node }, written }) => node?.type === 'string' || written?.length === node?.length,
    ),
    items: [],
  };
}

/** The text of a scalar as it is written there; undefined for functions of templates and for what is no scalar. */
function writtenIn(place: Place): string | undefined {
  const { node } = place;
  if (node?.type === 'number' || node?.type === 'boolean') return String(node.value);
  return node?.type === 'string' ? textsIn(place, quoted)[0]?.text : undefined;
}

/** Without what stands for a placeholder that has no quotes. */
const quoted = /^[^\ue000]*$/;

function isAssignment(place: Place): boolean {
  return place.node?.type === 'string' && /^[A-Za-z_][\w.-]*=/.test(writtenIn(place) ?? '');
}

function fromAssignment(place: Place): Json {
  const written = writtenIn(place) ?? '';
  const equals = written.indexOf('=');
  return { name: written.slice(0, equals), value: written.slice(equals + 1) };
}
