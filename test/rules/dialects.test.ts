import { describe, expect, it } from 'vitest';
import { createService } from '../../server/src/service';
import { rules } from '../../server/src/service/rules/index.generated';
import { commonPointer, toTemplate } from '../support/dialects';
import { readMarkers } from '../support/markers';

const failOnCrash = (rule: string, error: unknown) => {
  throw new Error(`${rule} crashed`, { cause: error });
};

/** CloudFormation converts scalars, so that what these report is none of its faults; or they are about JSON text. */
const notInTemplates = new Set([
  'task-cpu-memory-not-string',
  'container-cpu-memory-not-integer',
  'environment-value-not-string',
  'invalid-type',
  'syntax-error',
  'document-refused',
  'read-only-property',
]);

describe.each(rules.filter(({ id }) => !notInTemplates.has(id)).map((rule) => [rule.id, rule] as const))(
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

    it.each(rule.good)('is silent in a template, good example %#', async (text) => {
      expect(await pointers('template.json', toTemplate(text))).toEqual([]);
    });
  },
);
