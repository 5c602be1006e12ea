import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/service';

const rules = ['image-tag-latest', 'duplicate-container-name'];
const told = (text: string) =>
  readConfig(text, rules).problems.map(({ offset, end, message }) => `${text.slice(offset, end)}: ${message}`);

describe('a configuration', () => {
  it('is JSON with comments', () => {
    const text = `{
      // ours
      "$schema": "https://example.com/schema.json",
      "preset": "strict",
      "rules": { "image-tag-latest": "off" },
      "launchTypes": { "jobs/*.json": ["FARGATE"] },
      "trustedRegistries": ["ghcr.io"],
    }`;
    expect(readConfig(text, rules)).toEqual({
      config: {
        preset: 'strict',
        rules: { 'image-tag-latest': 'off' },
        launchTypes: { 'jobs/*.json': ['FARGATE'] },
        trustedRegistries: ['ghcr.io'],
      },
      problems: [],
    });
    expect(readConfig('', rules)).toEqual({ config: {}, problems: [] });
  });

  it.each([
    [
      '{ "rules": { "image-tag-latst": "off" } }',
      ["\"image-tag-latst\": There is no rule 'image-tag-latst'. Did you mean 'image-tag-latest'?"],
    ],
    [
      '{ "rules": { "image-tag-latest": "loud" } }',
      [expect.stringMatching(/^"loud": There is no level 'loud': it can be 'error'/)],
    ],
    ['{ "preset": "stric" }', ["\"stric\": There is no preset 'stric'. Did you mean 'strict'?"]],
    ['{ "rule": {} }', ["\"rule\": There is no setting 'rule'. Did you mean 'rules'?"]],
    ['{ "launchTypes": { "*": ["LAMBDA"] } }', [expect.stringMatching(/^"LAMBDA": There is no launch type 'LAMBDA'/)]],
    ['{ "rules": [] }', ['[]: Write an object.']],
    ['{ "trustedRegistries": "ghcr.io" }', ['"ghcr.io": Write a list.']],
    ['[]', ['[]: A configuration is an object.']],
  ])('tells what is wrong with %s, at the place', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('is refused where it would overflow the parser', () => {
    expect(readConfig('['.repeat(100_000), rules)).toEqual({
      config: {},
      problems: [{ offset: 0, end: 1, message: expect.stringContaining('too deep') }],
    });
  });

  it('holds as far as it can be read', () => {
    const text = '{ "rules": { "nothing": "off", "image-tag-latest": "error" }, "preset": 7 ';
    const { config, problems } = readConfig(text, rules);
    expect(config).toEqual({ rules: { 'image-tag-latest': 'error' } });
    expect(problems.length).toBe(3);
  });
});
