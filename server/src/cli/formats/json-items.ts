/** The items of a JSON array one by one, laid out as `JSON.stringify` with two blanks does it. */
export interface JsonItems {
  item(value: unknown): string;
  /** The bracket that closes the array. */
  close(): string;
}

/** `depth` is that of the member whose value the array is. */
export function jsonItems(depth: number): JsonItems {
  const indent = '  '.repeat(depth);
  let isEmpty = true;
  return {
    item(value) {
      const start = isEmpty ? '\n' : ',\n';
      isEmpty = false;
      return `${start}${indented(value, depth + 1)}`;
    },
    close: () => (isEmpty ? ']' : `\n${indent}]`),
  };
}

/** A value as it stands below others. */
export function indented(value: unknown, depth: number): string {
  return JSON.stringify(value, null, 2).replace(/^/gm, '  '.repeat(depth));
}
