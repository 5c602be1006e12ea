import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { presets, readConfig } from '../../server/src/service';
import { service } from '../support/service';

const page = readFileSync('docs/configuration.md', 'utf8');
const blocks = Array.from(page.matchAll(/^```(jsonc?|yaml)\n(.*?)^```$/gms), ([, language = '', text = '']) => ({
  language,
  text,
}));
const isDefinition = ({ text }: { readonly text: string }) => text.includes('containerDefinitions');

it('the examples of configurations are right', () => {
  const ids = service.rules.map(({ id }) => id);
  const configs = blocks.filter((it) => !isDefinition(it));
  expect(configs.length).toBeGreaterThan(2);
  for (const { text } of configs) expect(readConfig(text, ids).problems, text).toEqual([]);
});

it('the examples of comments suppress what they name', async () => {
  const definitions = blocks.filter(isDefinition);
  expect(definitions.map(({ language }) => language)).toEqual(['jsonc', 'yaml']);
  for (const { language, text } of definitions) {
    const open = (it: string) => service.open(`file:///w/task-definition.${language}`, it);
    const ids = async (it: string) => (await service.diagnose(open(it))).map(({ rule }) => rule);
    expect(await ids(text)).not.toContain('unused-suppression');
    const shown = await ids(text.replaceAll('taskdef-disable', 'disabled'));
    for (const [, rule = ''] of text.matchAll(/taskdef-disable\S* ([\w-]+) --/g)) expect(shown).toContain(rule);
  }
});

it('every preset has a row', () => {
  const rows = Array.from(page.matchAll(/^\| `([\w-]+)` \|/gm), ([, name]) => name);
  expect(rows).toEqual(Object.keys(presets));
});
