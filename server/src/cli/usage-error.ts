/** What was typed cannot be meant; the message is a sentence for the user. */
export class UsageError extends Error {}

/** The value of an option that has a list of values; throws UsageError for another. */
export function choice<T extends string>(what: string, value: string, values: readonly T[]): T {
  const found = values.find((it) => it === value);
  if (found === undefined) throw new UsageError(`unknown ${what} '${value}'; there are ${values.join(', ')}.`);
  return found;
}
