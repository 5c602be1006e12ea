import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { readConfig } from '../../server/src/service';

const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
const ids = Object.keys(schema.properties.rules.properties);
const json = getLanguageService({});
json.configure({ allowComments: true, schemas: [{ uri: 'file:///config.schema.json', fileMatch: ['*'], schema }] });

/** What an editor does with the schema of `.taskdef.json`. */
function edited(marked: string) {
  const offset = Math.max(0, marked.indexOf('|'));
  const document = TextDocument.create('file:///w/.taskdef.json', 'jsonc', 1, marked.replace('|', ''));
  const parsed = json.parseJSONDocument(document);
  const position = document.positionAt(offset);
  return {
    complete: async () => (await json.doComplete(document, position, parsed))?.items ?? [],
    hover: async () => JSON.stringify((await json.doHover(document, position, parsed))?.contents),
    problems: () => json.doValidation(document, parsed, { comments: 'ignore', trailingCommas: 'ignore' }),
  };
}

describe('the schema of a configuration', () => {
  it('completes settings, presets, rules and levels', async () => {
    const labels = async (marked: string) => (await edited(marked).complete()).map(({ label }) => label);
    expect((await labels('{ | }')).toSorted()).toEqual([
      '$schema',
      'launchTypes',
      'preset',
      'rules',
      'trustedRegistries',
    ]);
    expect(await labels('{ "preset": | }')).toContain('"api-only"');
    expect(await labels('{ "rules": { "image|" } }')).toEqual(
      expect.arrayContaining(['image-tag-latest', 'cost-arm64']),
    );
    expect(await labels('{ "rules": { "image-tag-latest": | } }')).toEqual(
      expect.arrayContaining(['"error"', '"warning"', '"information"', '"hint"', '"off"']),
    );
    expect(await labels('{ "launchTypes": { "*": ["|"] } }')).toContain('"FARGATE"');
  });

  it('explains a rule, with its page', async () => {
    const hover = await edited('{ "rules": { "image-tag-|latest": "off" } }').hover();
    expect(hover).toContain('docs/rules/image-tag-latest.md');
    expect(hover).toContain('By default warning');
    expect(await edited('{ "rules": { "cost-|arm64": "off" } }').hover()).toContain('Off by default');
  });

  it.each([
    ['{ "preset": "security", "rules": { "image-tag-latest": "off" } } // ours', true],
    ['{ "launchTypes": { "**": ["EC2", "EXTERNAL"], "a": [] }, "trustedRegistries": ["ghcr.io"] }', true],
    ['{}', true],
    ['{ "preset": "loud" }', false],
    ['{ "rules": { "nothing": "off" } }', false],
    ['{ "rules": { "image-tag-latest": "loud" } }', false],
    ['{ "rules": { "image-tag-latest": false } }', false],
    ['{ "rules": [] }', false],
    ['{ "launchTypes": { "*": ["LAMBDA"] } }', false],
    ['{ "launchTypes": { "*": "EC2" } }', false],
    ['{ "trustedRegistries": [7] }', false],
    ['{ "extends": "a" }', false],
    ['[]', false],
  ])('accepts what is read, and only that: %s', async (text, isRight) => {
    expect((await edited(text).problems()).length === 0).toBe(isRight);
    expect(readConfig(text, ids).problems.length === 0).toBe(isRight);
  });
});
