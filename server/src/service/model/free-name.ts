/** The name with the lowest number behind it, from `number` on, that is not taken. */
export function freeName(name: string, number: number, taken: ReadonlySet<string | undefined>): string {
  for (let next = number; ; next++) if (!taken.has(`${name}-${next}`)) return `${name}-${next}`;
}
