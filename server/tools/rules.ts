import { rulePage } from '../src/service/features/rule-page';
import type { Output } from './generator';
import { loadRules, type RuleFile } from './load-rules';
import { rulesPage } from './rules-page';

/** The index of the rules and their documentation, from the rules themselves. */
export async function generateRules(): Promise<Output> {
  const files = await loadRules();
  return {
    files: new Map([
      ['server/src/service/rules/index.generated.ts', indexOf(files)],
      ['docs/rules/README.md', rulesPage(files)],
      ...files.map(({ rule }) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
    ]),
    folders: ['docs/rules'],
  };
}

function indexOf(files: readonly RuleFile[]): string {
  const byPath = new Map(files.map((file) => [`./${file.topic}/${file.name}`, file]));
  const imports = [...byPath].map(
    ([path, file]) => `import { ${file.family ? 'rules' : 'rule'} as ${identifier(file)} } from '${path}';`,
  );
  return [
    "// Generated from the rules' files by `npm run generate`.",
    ...imports,
    "import type { Rule } from './rule';",
    '',
    'export const rules: readonly Rule[] = [',
    ...[...byPath.values()].map((file) => `  ${file.family ? '...' : ''}${identifier(file)},`),
    '];',
    '',
  ].join('\n');
}

/** Rules have names of their own; families of two topics may be called the same. */
function identifier({ topic, name, family }: RuleFile): string {
  return camelCase(family ? `${topic}-${name}` : name);
}

function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
