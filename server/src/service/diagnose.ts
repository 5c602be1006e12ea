import { type LevelOf, levelsOf, type Settings, trustedRegistries } from './config/config';
import { cloudFormationName } from './data/cloudformation-names';
import { definitionsFor, type Workspace } from './features/companions';
import { withLaunchTypes } from './features/launch-types';
import type { Problem } from './problem';
import type { Rule, TextContext } from './rules/rule';
import { type OnCrash, runRequestRules, runRules, runTemplateRules } from './rules/run';
import type { Evaluate } from './schema/evaluate';
import type { SchemaFinding } from './schema/finding';
import { type SchemaName, schemaOf } from './schema/schemas';
import type { Snapshot } from './snapshot';
import { directivesIn, suppress } from './suppressions';

/** Most findings reported for one document; a file with more is broken in one place, not in thousands. */
export const maxProblems = 1000;

/** All findings of a document, in document order. */
export async function diagnose(
  snapshot: Snapshot,
  allRules: readonly Rule[],
  evaluate: Readonly<Record<SchemaName, Evaluate>>,
  onCrash: OnCrash,
  workspace: Workspace,
  settings: Settings,
): Promise<readonly Problem[]> {
  const { tree, definitions, requests, overrides, template, document, syntax, uri } = snapshot;
  if (!tree || (!isOurs(snapshot) && !tree.refused && tree.root)) return [];
  const levelOf = levelsOf(settings);
  const rules = allRules.filter((rule) => !rule.optIn || levelOf(rule, rule.severity) !== 'off');
  const trusted = trustedRegistries(settings);
  const about: TextContext = {
    uri,
    languageId: document.languageId,
    isTemplate: [...definitions, ...requests].some(({ shape }) => shape === 'cloudformation'),
  };
  const ofText = await Promise.all(
    rules.map(
      async (rule): Promise<readonly Problem[]> =>
        ((await rule.checkText?.(tree, about)) ?? []).map(({ offset, end, message, severity, fix }) => ({
          rule: rule.id,
          severity: severity ?? rule.severity,
          message,
          span: { offset, end: Math.min(end, document.getText().length) },
          pointer: '',
          ...(fix && { fix }),
        })),
    ),
  );
  const ofTasks = await Promise.all(
    definitions.map(async (definition) => {
      const { node, shape } = definition;
      const task = withLaunchTypes(snapshot, definition, workspace);
      const found = await evaluate['task-definition'](document, node);
      const findings = shape === 'cloudformation' ? found.filter((it) => !isOptional(it)).map(respelled) : found;
      return runRules(rules, task, { shape, syntax, uri, template, trustedRegistries: trusted }, findings, onCrash);
    }),
  );
  const ofRequests = await Promise.all(
    [...requests, ...overrides].map(async (request) => {
      const { action, node, shape, input } = request;
      // What CloudFormation takes for a service is not all that the API takes, nor the reverse.
      const found = requests.includes(request) ? await evaluate[schemaOf(action)](document, node) : [];
      const findings = shape === 'cloudformation' ? found.filter(({ keyword }) => keyword === 'spelling') : found;
      const [linked] = definitionsFor(snapshot, workspace, node.offset);
      const elsewhere = linked?.snapshot === snapshot ? undefined : linked?.snapshot.document;
      const context = { action, shape, task: linked?.definition.task, template };
      return runRequestRules(rules, input, context, elsewhere, findings, onCrash);
    }),
  );
  const ofTemplate = template ? runTemplateRules(rules, template, onCrash) : [];
  const found = [...ofText.flat(), ...ofTasks.flat(), ...ofRequests.flat(), ...ofTemplate];
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const told = found.flatMap((problem): readonly Problem[] => {
    const rule = byId.get(problem.rule);
    const level = rule ? levelOf(rule, problem.severity) : problem.severity;
    if (level === 'off') return [];
    return [level === problem.severity ? problem : { ...problem, severity: level }];
  });
  return withoutSuppressed(snapshot, told, rules, levelOf).slice(0, maxProblems);
}

/** True for a document that has anything to check. */
export function isOurs({ definitions, requests, overrides, template }: Snapshot): boolean {
  const ofEcs = template?.resources.some(({ type }) => type.startsWith('AWS::ECS::'));
  return definitions.length + requests.length + overrides.length > 0 || ofEcs === true;
}

/** What comments do not suppress, and the comments that suppress nothing. */
function withoutSuppressed(
  snapshot: Snapshot,
  found: readonly Problem[],
  rules: readonly Rule[],
  levelOf: LevelOf,
): readonly Problem[] {
  const directives = directivesIn(snapshot);
  if (directives.length === 0) return found;
  const isRun = (id: string) => rules.some((rule) => rule.id === id && levelOf(rule, rule.severity) !== 'off');
  const { problems, unused } = suppress(found, directives, isRun);
  const teller = rules.find(({ checkUnused }) => checkUnused);
  const level = teller && levelOf(teller, teller.severity);
  if (!teller?.checkUnused || level === undefined || level === 'off') return problems;
  const reports = Array.from(teller.checkUnused(unused), ({ offset, end, message, fix }) => ({
    rule: teller.id,
    severity: level,
    message,
    span: { offset, end },
    pointer: '',
    ...(fix && { fix }),
  }));
  return [...problems, ...reports];
}

/** CloudFormation makes up a family where a resource names none. */
function isOptional({ keyword, path, member }: SchemaFinding): boolean {
  return keyword === 'required' && path.length === 0 && member === 'family';
}

/** A finding in a template, with the members that are known as a template writes them. */
function respelled(finding: SchemaFinding): SchemaFinding {
  if (finding.keyword !== 'additionalProperties') return { ...finding, inTemplate: true };
  const around = finding.path.slice(0, -1).findLast((step) => typeof step === 'string');
  return { ...finding, expected: finding.expected.map((name) => cloudFormationName(name, around)) };
}
