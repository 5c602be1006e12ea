import { describe, expect, it } from 'vitest';
import { applyChanges, createService, printEdits, type Rule } from '../../server/src/service';
import { cloudFormationName } from '../../server/src/service/data/cloudformation-names';
import { rules } from '../../server/src/service/rules/index.generated';
import { diagnoseExample, strict } from '../support/example';
import { readMarkers } from '../support/markers';

const failOnCrash = (rule: string, error: unknown) => {
  throw new Error(`${rule} crashed`, { cause: error });
};
const usual = createService({ onCrash: failOnCrash });

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const alone = createService({ rules: [rule], onCrash: failOnCrash });
  // What one has to ask for runs beside all others when asked for.
  const everything = rule.optIn ? createService({ rules: [...rules], onCrash: failOnCrash }) : usual;
  const lint = (text: string, service = alone) =>
    diagnoseExample(service, rule, text, 'json', service === alone || rule.optIn ? strict : { configs: [] });

  it('says where it is from', () => {
    expect(rule.source).toMatch(/^https:\/\//);
    expect(rule.good.length).toBeGreaterThan(0);
  });

  it.each(rule.bad.map(readMarkers))('finds the marked tokens of bad example %#', async ({ clean: text, spans }) => {
    const found = await lint(text);
    const shown = (pieces: readonly (readonly [number, number])[]) =>
      pieces.map(([a, b]) => `${a}:${text.slice(a, b)}`);
    expect(shown(found.map(({ span }) => [span.offset, span.end]))).toEqual(shown(spans));
    expect(spans.length).toBeGreaterThan(0);
  });

  it.each(rule.bad.map(readMarkers))('is the only rule at its tokens in bad example %#', async ({ clean: text }) => {
    const found = await lint(text, everything);
    const own = found.filter((problem) => problem.rule === rule.id);
    expect(own.length).toBeGreaterThan(0);
    for (const { span } of own) {
      const others = found.filter(
        (other) => other.rule !== rule.id && other.severity === 'error' && other.span.offset === span.offset,
      );
      expect(others.map((other) => `${other.rule} ${text.slice(other.span.offset, other.span.end)}`)).toEqual([]);
    }
  });

  it.each(rule.good)('is silent in good example %#', async (text) => {
    expect(await lint(text)).toEqual([]);
  });

  it.each(fixes(rule))('mends bad example %#', async (bad, fixed) => {
    const { clean } = readMarkers(bad);
    const found = await lint(clean);
    const edits = found.flatMap((problem) => problem.fix?.edits ?? []);
    const spell = rule.about === 'template' ? cloudFormationName : undefined;
    const mended = applyChanges(clean, printEdits(clean, edits, 'json', spell) ?? []);
    expect(mended).toBe(fixed);
    expect(await lint(mended)).toEqual([]);
    const before = new Set((await lint(clean, everything)).map((problem) => problem.rule));
    // What a fix leaves to be filled in, or to be paid, is told at once.
    before.add('template-placeholder-left').add('cost-ephemeral-storage');
    // So is what holds for Windows, or for Linux, once the fix has changed from one to the other.
    before.add('windows-runs-as-admin').add('container-runs-as-root').add('readonly-root-filesystem');
    const after = await lint(mended, everything);
    expect(after.map((problem) => problem.rule).filter((id) => !before.has(id))).toEqual([]);
  });
});

function fixes({ bad, fixed }: Rule): readonly (readonly [string, string])[] {
  return (fixed ?? []).flatMap((text, index) => {
    const before = bad[index];
    return before === undefined ? [] : [[before, text] as const];
  });
}
