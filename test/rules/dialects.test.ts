import { parse as parseJson } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { applyChanges, createService } from '../../server/src/service';
import { rules } from '../../server/src/service/rules/index.generated';
import { commonPointer } from '../support/dialects';
import { type Dialect, diagnoseExample, openExample, settingsFor } from '../support/example';
import { readMarkers } from '../support/markers';

const failOnCrash = (rule: string, error: unknown) => {
  throw new Error(`${rule} crashed`, { cause: error });
};

const inTemplates = rules.filter(({ notIn, about }) => !notIn?.cloudformation && about !== 'template');

describe.each(inTemplates.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const alone = createService({ rules: [rule], onCrash: failOnCrash });
  const pointers = async (dialect: Dialect, text: string) =>
    (await diagnoseExample(alone, rule, text, dialect)).map(({ pointer }) => commonPointer(pointer)).toSorted();

  // A name in CloudFormation's case is a fault in a plain definition only.
  const inBoth = rule.bad.map((text) => readMarkers(text).clean).filter((text) => !/"[A-Z][a-z]+":/.test(text));
  it.each(inBoth)('finds the same in a template, bad example %#', async (text) => {
    const plain = await pointers('json', text);
    const missingFamily = (pointer: string) => pointer === '' && rule.id === 'required-member-missing';
    expect(await pointers('template', text)).toEqual(plain.filter((pointer) => !missingFamily(pointer)));
  });

  it.each(inBoth)('finds the same in a YAML template, bad example %#', async (text) => {
    expect(await pointers('yaml template', text)).toEqual(await pointers('template', text));
  });

  it.each(rule.good)('is silent in a template, good example %#', async (text) => {
    expect(await pointers('template', text)).toEqual([]);
  });
});

describe.each(rules.filter(({ notIn }) => !notIn?.yaml).map((rule) => [rule.id, rule] as const))(
  '%s in YAML',
  (_, rule) => {
    const alone = createService({ rules: [rule], onCrash: failOnCrash });
    const pointers = async (dialect: Dialect, text: string) =>
      (await diagnoseExample(alone, rule, text, dialect)).map(({ pointer }) => pointer).toSorted();

    it.each(rule.bad.map((text) => readMarkers(text).clean))('finds the same, bad example %#', async (text) => {
      const plain = await pointers('json', text);
      expect(plain).not.toEqual([]);
      expect(await pointers('yaml', text)).toEqual(plain);
    });

    it.each(rule.good)('is silent in good example %#', async (text) => {
      expect(await pointers('yaml', text)).toEqual([]);
    });

    it.each(rule.bad.map((text) => readMarkers(text).clean))(
      'mends what it mends in JSON, bad example %#',
      async (text) => {
        const fixable = async (dialect: Dialect) => {
          const { snapshot, workspace } = openExample(alone, rule, text, dialect);
          const it = snapshot.document.getText();
          const problems = await alone.diagnose(snapshot, workspace, settingsFor(rule));
          const fixes = alone.quickFixes(snapshot, problems, { offset: 0, end: it.length });
          return {
            fixes: fixes.map(({ title }) => title).toSorted(),
            mended: applyChanges(it, fixes[0]?.changes ?? []),
          };
        };
        const json = await fixable('json');
        const yaml = await fixable('yaml');
        expect(yaml.fixes).toEqual(json.fixes);
        expect(parseYaml(yaml.mended)).toEqual(parseJson(json.mended));
      },
    );
  },
);
