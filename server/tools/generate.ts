import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { generateConfiguration } from './configuration';
import type { Generator, Output } from './generator';
import { generateRules } from './rules';
import { generateSchemas } from './schema';

const generators: readonly Generator[] = [generateSchemas, generateRules, generateConfiguration];

/** Renews every generated file; with `--check` only names those that differ, and fails if there are any. */
async function generate(check: boolean): Promise<number> {
  const changes: Change[] = [];
  // One after the other: several read the rules, which are bundled to one place.
  for (const make of generators) changes.push(...(await changesOf(await make())));
  for (const { path, text } of changes) {
    console.log(`${check ? 'differs' : text === undefined ? 'removed' : 'written'}: ${path}`);
    if (!check) await apply(path, text);
  }
  if (check && changes.length > 0) console.error('Generated files are not up to date: run `npm run generate`.');
  return check && changes.length > 0 ? 1 : 0;
}

/** A file to write, or to remove where no text is given. */
interface Change {
  readonly path: string;
  readonly text?: string;
}

async function changesOf({ files, folders = [] }: Output): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [path, text] of files)
    if ((await readFile(path, 'utf8').catch(missing)) !== text) changes.push({ path, text });
  for (const folder of folders) {
    const present = (await readdir(folder).catch(missing)) ?? [];
    for (const name of present) if (!files.has(join(folder, name))) changes.push({ path: join(folder, name) });
  }
  return changes;
}

async function apply(path: string, text: string | undefined): Promise<void> {
  if (text === undefined) return rm(path, { recursive: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

process.exitCode = await generate(argv.includes('--check')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
