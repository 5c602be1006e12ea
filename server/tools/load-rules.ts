import { mkdir, readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Rule } from '../src/service/rules/rule';

/** A rule and the file it stands in. */
export interface RuleFile {
  /** The folder below server/src/service/rules. */
  readonly topic: string;
  readonly rule: Rule;
}

const folder = 'server/src/service/rules';
const bundle = 'node_modules/.cache/run/rules.mjs';

/**
 * All rules, sorted by id, read from their own files: the generated index may be missing or stale.
 * Throws where a file exports no rule, or one of another name.
 */
export async function loadRules(): Promise<readonly RuleFile[]> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.filter((path) => /^[^/]+\/[^/]+\.ts$/.test(path)).sort();
  const modules = await importAll(paths);
  const loaded = paths.map((path, index): RuleFile => {
    const rule = modules[index]?.rule;
    if (!rule) throw new Error(`${folder}/${path} exports no \`rule\`.`);
    const expected = basename(path, '.ts');
    if (rule.id !== expected) throw new Error(`${folder}/${path}: its rule is called '${rule.id}', not '${expected}'.`);
    return { topic: path.replace(/\/.*/, ''), rule };
  });
  const sorted = loaded.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const twin = sorted.find(({ rule }, index) => rule.id === sorted[index + 1]?.rule.id);
  if (twin) throw new Error(`Two files are called ${twin.rule.id}.ts.`);
  return sorted;
}

async function importAll(paths: readonly string[]): Promise<readonly { readonly rule?: Rule }[]> {
  await mkdir('node_modules/.cache/run', { recursive: true });
  await build({
    stdin: {
      contents: paths.map((path, index) => `export * as rule${index} from './${path}';`).join('\n'),
      resolveDir: folder,
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  // The query makes a second call in one process see the new bundle.
  const module = (await import(`${pathToFileURL(resolve(bundle)).href}?${Date.now()}`)) as Record<
    string,
    { rule?: Rule }
  >;
  return paths.map((_, index) => module[`rule${index}`] ?? {});
}
