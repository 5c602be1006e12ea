import type { Json } from '../change';
import { isRecord } from '../targets/members';

/** A part of a definition, and where it stands. */
export interface Written<T> {
  /** RFC 6901 pointer. */
  readonly path: string;
  readonly value: T;
}

/** The objects in a list; none where there is no list. `key` needs no escape in a pointer. */
export function objectsAt({ path, value }: Written<Json>, key: string): readonly Written<Json>[] {
  const list = value[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) =>
    isRecord(item) ? [{ path: `${path}/${key}/${index}`, value: item }] : [],
  );
}

/** The object that a member is; as if it was empty where it is none. */
export function objectAt({ path, value }: Written<Json>, key: string): Written<Json> {
  const member = value[key];
  return { path: `${path}/${key}`, value: isRecord(member) ? member : {} };
}

/** The text that a member is; undefined where it is none or empty. */
export function textAt({ path, value }: Written<Json>, key: string): Written<string> | undefined {
  const member = value[key];
  return typeof member === 'string' && member !== '' ? { path: `${path}/${key}`, value: member } : undefined;
}
