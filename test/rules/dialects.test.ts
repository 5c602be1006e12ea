import { parse as parseJson } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { applyChanges, createService } from '../../server/src/service';
import { rules } from '../../server/src/service/rules/index.generated';
import { commonPointer, toTemplate, toYaml } from '../support/dialects';
import { readMarkers } from '../support/markers';

const failOnCrash = (rule: string, error: unknown) => {
  throw new Error(`${rule} crashed`, { cause: error });
};

describe.each(rules.filter(({ notIn }) => !notIn?.cloudformation).map((rule) => [rule.id, rule] as const))(
  '%s',
  (_, rule) => {
    const alone = createService({ rules: [rule], onCrash: failOnCrash });
    const pointers = async (name: string, text: string) =>
      (await alone.diagnose(alone.open(`file:///w/${name}`, text)))
        .map(({ pointer }) => commonPointer(pointer))
        .toSorted();

    // A name in CloudFormation's case is a fault in a plain definition only.
    const inBoth = rule.bad.map((text) => readMarkers(text).clean).filter((text) => !/"[A-Z][a-z]+":/.test(text));
    it.each(inBoth)('finds the same in a template, bad example %#', async (text) => {
      const plain = await pointers('task-definition.json', text);
      const missingFamily = (pointer: string) => pointer === '' && rule.id === 'required-member-missing';
      expect(await pointers('template.json', toTemplate(text))).toEqual(
        plain.filter((pointer) => !missingFamily(pointer)),
      );
    });

    it.each(inBoth)('finds the same in a YAML template, bad example %#', async (text) => {
      const template = toTemplate(text);
      expect(await pointers('template.yaml', toYaml(template))).toEqual(await pointers('template.json', template));
    });

    it.each(rule.good)('is silent in a template, good example %#', async (text) => {
      expect(await pointers('template.json', toTemplate(text))).toEqual([]);
    });
  },
);

describe.each(rules.filter(({ notIn }) => !notIn?.yaml).map((rule) => [rule.id, rule] as const))(
  '%s in YAML',
  (_, rule) => {
    const alone = createService({ rules: [rule], onCrash: failOnCrash });
    const pointers = async (name: string, text: string) =>
      (await alone.diagnose(alone.open(`file:///w/${name}`, text))).map(({ pointer }) => pointer).toSorted();

    it.each(rule.bad.map((text) => readMarkers(text).clean))('finds the same, bad example %#', async (text) => {
      const plain = await pointers('task-definition.json', text);
      expect(plain).not.toEqual([]);
      expect(await pointers('task-definition.yaml', toYaml(text))).toEqual(plain);
    });

    it.each(rule.good)('is silent in good example %#', async (text) => {
      expect(await pointers('task-definition.yaml', toYaml(text))).toEqual([]);
    });

    it.each(rule.bad.map((text) => readMarkers(text).clean))(
      'mends what it mends in JSON, bad example %#',
      async (text) => {
        const fixable = async (name: string, it: string) => {
          const snapshot = alone.open(`file:///w/${name}`, it);
          const fixes = alone.quickFixes(snapshot, await alone.diagnose(snapshot), { offset: 0, end: it.length });
          return {
            fixes: fixes.map(({ title }) => title).toSorted(),
            mended: applyChanges(it, fixes[0]?.changes ?? []),
          };
        };
        const json = await fixable('task-definition.json', text);
        const yaml = await fixable('task-definition.yaml', toYaml(text));
        expect(yaml.fixes).toEqual(json.fixes);
        expect(parseYaml(yaml.mended)).toEqual(parseJson(json.mended));
      },
    );
  },
);
