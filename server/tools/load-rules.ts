import { mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Rule } from '../src/service/rules/rule';

/** A rule and the file it stands in. */
export interface RuleFile {
  /** The folder below server/src/service/rules. */
  readonly topic: string;
  /** The file without its ending. */
  readonly name: string;
  /** The file exports `rules` that differ by a row of a table, rather than one `rule`. */
  readonly family: boolean;
  readonly rule: Rule;
}

const folder = 'server/src/service/rules';
const bundle = 'node_modules/.cache/run/rules.mjs';

/**
 * All rules, sorted by id, read from their own files: the generated index may be missing or stale.
 * Throws where a file exports neither a rule of its name nor a family of rules.
 */
export async function loadRules(): Promise<readonly RuleFile[]> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.filter((path) => /^[^/]+\/[^/]+\.ts$/.test(path)).sort();
  const modules = await importAll(paths);
  const loaded = paths.flatMap((path, index): readonly RuleFile[] => {
    const { rule, rules } = modules[index] ?? {};
    const topic = dirname(path);
    const name = basename(path, '.ts');
    if (rules) return rules.map((it) => ({ topic, name, family: true, rule: it }));
    if (!rule) throw new Error(`${folder}/${path} exports neither \`rule\` nor \`rules\`.`);
    if (rule.id !== name) throw new Error(`${folder}/${path}: its rule is called '${rule.id}', not '${name}'.`);
    return [{ topic, name, family: false, rule }];
  });
  const sorted = loaded.toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const twin = sorted.find(({ rule }, index) => rule.id === sorted[index + 1]?.rule.id);
  if (twin) throw new Error(`Two rules are called ${twin.rule.id}.`);
  return sorted;
}

interface Module {
  readonly rule?: Rule;
  readonly rules?: readonly Rule[];
}

async function importAll(paths: readonly string[]): Promise<readonly Module[]> {
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
  const module = (await import(`${pathToFileURL(resolve(bundle)).href}?${Date.now()}`)) as Record<string, Module>;
  return paths.map((_, index) => module[`rule${index}`] ?? {});
}
