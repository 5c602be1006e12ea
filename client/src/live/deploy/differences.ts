import { canonicalDefinition } from '../canonical';
import type { Json } from '../change';
import { registerInput } from '../definition';
import { canonicalText } from './digest';
import type { Difference } from './plan';

/**
 * What registering `after` would change in `before`, each value by its path; both may be a file's or an answer's. Empty where
 * it would change nothing. Values that may be secret are not told, only that they differ.
 */
export function differences(before: Json, after: Json): readonly Difference[] {
  const [left, right] = [registerInput(before), registerInput(after)];
  const withTags = left.tags !== undefined && right.tags !== undefined;
  return compared('', false, canonicalDefinition(left, withTags), canonicalDefinition(right, withTags));
}

function compared(path: string, hidden: boolean, before: unknown, after: unknown): readonly Difference[] {
  if (before === undefined && after === undefined) return [];
  const [left, right] = [members(before ?? noneOf(after)), members(after ?? noneOf(before))];
  if (left && right) {
    const names = new Set([...left.keys(), ...right.keys()]);
    return [...names].flatMap((name) =>
      compared(join(path, name), hidden || HIDDEN.has(name), left.get(name), right.get(name)),
    );
  }
  if (canonicalText(before) === canonicalText(after)) return [];
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ kind, path, ...told('before', before, hidden), ...told('after', after, hidden) }];
}

// Of a list that is new or gone each item is told.
function noneOf(other: unknown): unknown {
  return Array.isArray(other) ? [] : undefined;
}

// The members of an object, or of a list whose items have names of their own, in brackets; undefined for a plain value.
function members(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const names = value.map(nameOf);
    const known = names.filter((name) => name !== undefined);
    if (known.length < value.length || new Set(known).size < known.length) return undefined;
    return new Map(value.map((item, index) => [`[${names[index]}]`, item]));
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { containerPort, protocol, ...rest } = item as Json;
  if (typeof containerPort === 'number')
    return typeof protocol === 'string' ? `${containerPort}/${protocol}` : `${containerPort}`;
  const names = NAMES.map((key) => rest[key]);
  return names.find((name) => typeof name === 'string');
}

function join(path: string, name: string): string {
  return path === '' || name.startsWith('[') ? `${path}${name}` : `${path}.${name}`;
}

function told(side: 'before' | 'after', value: unknown, hidden: boolean): Json {
  if (hidden || value === undefined || (typeof value === 'object' && !plainList(value))) return {};
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // The canonical form has it in words of its own.
  const word = text === 'yes' ? 'true' : text === 'no' ? 'false' : text;
  return { [side]: word.length > 120 ? `${word.slice(0, 119)}…` : word };
}

function plainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

/** What tells the items of a list apart, where they have it. */
const NAMES = ['name', 'key', 'containerName', 'containerPath', 'sourceContainer'];

/** Whatever stands below these may be a secret. */
const HIDDEN: ReadonlySet<string> = new Set([
  'environment',
  'secrets',
  'secretOptions',
  'options',
  'command',
  'entryPoint',
  'dockerLabels',
  'driverOpts',
  'labels',
  'extraHosts',
  'properties',
]);
