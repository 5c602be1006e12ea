/** What one generator makes: the wanted text of each path, and the folders in which no other file may lie. */
export interface Output {
  readonly files: ReadonlyMap<string, string>;
  readonly folders?: readonly string[];
}

/** Makes files from their source; paths are relative to the repository's root. Throws where the source is at fault. */
export type Generator = () => Promise<Output>;

/** JSON for reading, as it is kept in the repository. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
