import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { toTemplate } from '../support/dialects';
import { service } from '../support/service';
import { validDefinition } from '../support/valid-definition';
import { type Violation, violations } from '../support/violations';

const runs = { numRuns: 60 };

async function findings(name: string, text: string) {
  return service.diagnose(service.open(`file:///w/${name}`, text));
}

describe('a sound definition, whatever it is', () => {
  it('has no error and no warning in any dialect', async () => {
    await fc.assert(
      fc.asyncProperty(validDefinition, async (definition) => {
        const text = JSON.stringify(definition, null, 2);
        for (const [name, dialect] of [
          ['task-definition.json', text],
          ['task-definition.yaml', stringify(definition)],
          ['template.json', toTemplate(text)],
        ] as const) {
          const loud = (await findings(name, dialect)).filter(({ severity }) => /error|warning/.test(severity));
          expect(loud.map(({ rule, pointer, message }) => `${name} ${rule} ${pointer} ${message}`)).toEqual([]);
        }
      }),
      runs,
    );
  }, 60_000);
});

describe('one violation planted in it', () => {
  it.each(violations.map((violation) => [violation.rule, violation] as const))(
    'is found: %s',
    async (rule, { plant, fits = () => true }: Violation) => {
      await fc.assert(
        fc.asyncProperty(validDefinition.filter(fits), async (definition) => {
          const found = await findings('task-definition.json', JSON.stringify(plant(definition), null, 2));
          expect(found.map((problem) => problem.rule)).toContain(rule);
        }),
        { numRuns: 12 },
      );
    },
    60_000,
  );
});
