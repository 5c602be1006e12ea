import { canonicalDefinition } from './canonical';

type Json = Readonly<Record<string, unknown>>;

/**
 * The RegisterTaskDefinition input that a document means: unwraps DescribeTaskDefinition output and drops what only
 * answers hold, and the schema that editors read. Leaves everything else as it is.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function registerInput(document: Json): Json {
  const inner = document.taskDefinition;
  const wrapped = isObject(inner);
  const definition = wrapped ? inner : document;
  const kept = Object.entries(definition).filter(([key, value]) => !NOT_SENT.has(key) && value != null);
  const tags = wrapped && Array.isArray(document.tags) ? [['tags', document.tags] as const] : [];
  return Object.fromEntries([...kept, ...tags]);
}

/**
 * Whether registering `a` over `b` would change nothing: both may be a file's or an answer's, so defaults that ECS adds,
 * the order of sets and empty members do not count. Tags count only where both sides have them.
 */
export function sameDefinition(a: Json, b: Json): boolean {
  const [left, right] = [registerInput(a), registerInput(b)];
  const both = left.tags !== undefined && right.tags !== undefined;
  return equal(canonicalDefinition(left, both), canonicalDefinition(right, both));
}

const NOT_SENT: ReadonlySet<string> = new Set([
  '$schema',
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
]);

function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  if (!isObject(a)) return a === b;
  if (!isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
