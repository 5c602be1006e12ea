/** A short number for a value of JSON, in hexadecimal: the same for the same value, whatever the order of its members. Tells nothing of it. */
export function digest(value: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of canonicalText(value)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(16);
}

/** One text for a value of JSON, whatever the order of its members. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? '';
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, inOrder(item)]),
  );
}
