import { readdirSync, readFileSync } from 'node:fs';

/** A whole task definition: its file's name without the ending, and its JSON text. */
export type Fixture = readonly [name: string, text: string];

/** App Mesh has ended, so nothing that uses it is free of this warning. */
export const inAnyProxy = 'app-mesh-deprecated';

/** The definitions of `test/fixtures`: `ok` are silent of errors and warnings, `bad` have several faults each. */
export function fixtures(kind: 'ok' | 'bad'): readonly Fixture[] {
  const folder = new URL(`../fixtures/${kind}/`, import.meta.url);
  return readdirSync(folder)
    .toSorted()
    .map((file) => [file.replace(/\.json$/, ''), readFileSync(new URL(file, folder), 'utf8')]);
}
