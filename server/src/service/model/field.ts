import type { Span } from '../problem';
import { type ASTNode, keyOf, memberOf, pointerOf, type StringASTNode, tokenOf, writtenPathOf } from '../syntax/ast';
import { hasPlaceholder, unquoted } from '../syntax/placeholder';

/** Where a member is, or would be. */
export interface Place {
  /** The value; absent when the member is. */
  readonly node: ASTNode | undefined;
  /** The nearest existing node around the place: the value itself, else the object that lacks it. */
  readonly anchor: ASTNode;
  /** Key or index the place has in its parent. */
  readonly name: string;
  readonly misspelt?: Misspelt | undefined;
}

/** The value that an object has under a misspelt name of a member; undefined when it has none. */
export type Misspelt = (object: ASTNode, name: string) => ASTNode | undefined;

/** A scalar member: absent, unresolved (a template engine fills it) or known. */
export interface Field<T> extends Place {
  readonly present: boolean;
  /** True when the value holds a placeholder: rules stay silent. */
  readonly unresolved: boolean;
  /** The value when it is known and of the right type. */
  readonly literal: T | undefined;
}

/** An array member with its items read. */
export interface List<T> extends Place {
  readonly present: boolean;
  readonly items: readonly T[];
}

/** A member with free keys, e.g. log options. */
export interface Entries<T> extends Place {
  readonly present: boolean;
  readonly keys: readonly string[];
  get(key: string): T;
  readonly values: readonly T[];
}

/** Reads a member at its place. */
export type Reader<T> = (place: Place) => T;

/** A typed view of an object: a field for each member of the shape, and `at`, the place of the object itself. */
export type View<S extends Shape> = { readonly [K in keyof S]: ReturnType<S[K]> } & {
  readonly at: Place;
  readonly present: boolean;
};

export type Shape = { readonly [member: string]: Reader<unknown> };

export const text: Reader<Field<string>> = (place) => scalar(place, 'string');
export const number: Reader<Field<number>> = (place) => scalar(place, 'number');
export const flag: Reader<Field<boolean>> = (place) => scalar(place, 'boolean');

export function list<T>(item: Reader<T>): Reader<List<T>> {
  return (place) => {
    const items = place.node?.type === 'array' ? place.node.items : [];
    return {
      ...place,
      present: place.node !== undefined,
      items: items.map((node, index) => item({ node, anchor: node, name: String(index), misspelt: place.misspelt })),
    };
  };
}

export function entries<T>(value: Reader<T>): Reader<Entries<T>> {
  return (place) => {
    // Of repeated keys the last counts, as in `memberOf`, which would search all of them for each.
    const members = new Map<string, ASTNode | undefined>();
    if (place.node?.type === 'object')
      for (const { keyNode, valueNode } of place.node.properties) members.set(keyNode.value, valueNode);
    const get = (key: string) => {
      const node = isUnresolved(place.node) ? place.node : members.get(key);
      return value({ node, anchor: node ?? place.anchor, name: key, misspelt: place.misspelt });
    };
    return {
      ...place,
      present: place.node !== undefined,
      keys: [...members.keys()],
      get,
      get values() {
        return [...members.keys()].map(get);
      },
    };
  };
}

/** A reader of objects; members are read when asked for, once. */
export function object<S extends Shape>(shape: S): Reader<View<S>> {
  // One set of getters for all views of a shape: a document may hold a hundred thousand objects.
  const members = {};
  for (const [name, read] of Object.entries(shape)) {
    // Kept beside the getter: a property that replaces it would make each view an object of its own kind.
    const slot = `_${name}` as const;
    Object.defineProperty(members, name, {
      get(this: Slots) {
        const known = this[slot];
        if (known !== undefined) return known;
        const value = read(placeIn(this.at, name));
        this[slot] = value;
        return value;
      },
    });
  }
  return (place) => {
    const view = Object.create(members);
    view.at = place;
    view.present = place.node !== undefined;
    return view;
  };
}

/** A view with the members that have been read. */
interface Slots {
  readonly at: Place;
  [slot: `_${string}`]: unknown;
}

/** The place of a member of the object at `place`, whether it exists or not. */
function placeIn({ node: object, anchor, misspelt }: Place, name: string): Place {
  const node = isUnresolved(object) ? object : (memberOf(object, name)?.valueNode ?? guessed(object, name, misspelt));
  return { node, anchor: node ?? anchor, name, misspelt };
}

/** What stands under a misspelt name may be meant: then the member is there, and nothing is known of it. */
function guessed(object: ASTNode | undefined, name: string, misspelt: Misspelt | undefined): ASTNode | undefined {
  const value = object && misspelt?.(object, name);
  return (
    value?.parent && {
      type: 'string',
      value: unquoted,
      offset: value.offset,
      length: value.length,
      parent: value.parent,
    }
  );
}

/** A string that a template engine will replace, perhaps by an object: then its members are as unknown as itself. */
function isUnresolved(node: ASTNode | undefined): boolean {
  return node?.type === 'string' && hasPlaceholder(node.value);
}

/** The place of a node that stands by itself. */
export function placeAt(node: ASTNode): Place {
  return { node, anchor: node, name: '' };
}

/** The key token of a place's member. */
export function keyTokenOf(place: Place): StringASTNode | undefined {
  return place.node && keyOf(place.node);
}

/** The token to underline for a place; that of the nearest parent when the member is absent. */
export function tokenAt(place: Place): Span {
  return tokenOf(place.anchor);
}

export function pointerAt(place: Place): string {
  return pointerOf(writtenPathOf(place.anchor));
}

interface Scalars {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

function scalar<K extends keyof Scalars>(place: Place, type: K): Field<Scalars[K]> {
  const { node } = place;
  const unresolved = isUnresolved(node);
  const literal = node?.type === type && !unresolved ? (node.value as Scalars[K]) : undefined;
  const { anchor, name, misspelt } = place;
  return { node, anchor, name, misspelt, present: node !== undefined, unresolved, literal };
}
