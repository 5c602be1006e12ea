import { canonicalDefinition } from '../canonical';
import { registerInput, sameDefinition } from '../definition';

type Json = Readonly<Record<string, unknown>>;

/** A registered definition as one would write it in a JSON file: without the empty lists that ECS adds. */
export function definitionText(definition: Json): string {
  return json(withoutEmptyLists(registerInput(definition)));
}

/**
 * Two definitions, a file's or registered ones, as texts that differ only where registering one over the other would change
 * something; undefined when it would change nothing. They are for reading, not for sending.
 */
export function comparedTexts(a: Json, b: Json): readonly [string, string] | undefined {
  if (sameDefinition(a, b)) return undefined;
  const [left, right] = [registerInput(a), registerInput(b)];
  const both = left.tags !== undefined && right.tags !== undefined;
  return [comparable(left, both), comparable(right, both)];
}

function comparable(definition: Json, withTags: boolean): string {
  const canonical = canonicalDefinition(definition, withTags);
  const containers = canonical.containerDefinitions;
  return json(
    inOrder({
      ...canonical,
      // The canonical form spells it in words of its own.
      ...(Array.isArray(containers)
        ? { containerDefinitions: containers.map((it: Json) => ({ ...it, essential: it.essential !== 'no' })) }
        : {}),
    }),
  );
}

// The same order on both sides; what tells parts apart comes first.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string): number => (key === 'family' || key === 'name' ? 0 : 1);
  const entries = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, item]) => !(Array.isArray(item) && item.length === 0));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutEmptyLists(item)]));
}
