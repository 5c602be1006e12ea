import { cloudFormationName } from './data/cloudformation-names';
import type { Problem } from './problem';
import type { Rule, TextContext } from './rules/rule';
import { type OnCrash, runRequestRules, runRules } from './rules/run';
import type { Evaluate } from './schema/evaluate';
import type { SchemaFinding } from './schema/finding';
import { type SchemaName, schemaOf } from './schema/schemas';
import type { Snapshot } from './snapshot';

/** Most findings reported for one document; a file with more is broken in one place, not in thousands. */
export const maxProblems = 1000;

/** All findings of a document, in document order. */
export async function diagnose(
  snapshot: Snapshot,
  rules: readonly Rule[],
  evaluate: Readonly<Record<SchemaName, Evaluate>>,
  onCrash: OnCrash,
): Promise<readonly Problem[]> {
  const { tree, definitions, requests, document } = snapshot;
  if (!tree || (definitions.length + requests.length === 0 && !tree.refused && tree.root)) return [];
  const about: TextContext = {
    uri: snapshot.uri,
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
    definitions.map(async ({ node, task, shape }) => {
      const found = await evaluate['task-definition'](document, node);
      const findings = shape === 'cloudformation' ? found.filter((it) => !isOptional(it)).map(respelled) : found;
      return runRules(rules, task, { shape, syntax: snapshot.syntax, uri: snapshot.uri }, findings, onCrash);
    }),
  );
  const ofRequests = await Promise.all(
    requests.map(async ({ action, node, shape }) => {
      // What CloudFormation takes for a service is not all that the API takes, nor the reverse.
      const findings = shape === 'cloudformation' ? [] : await evaluate[schemaOf(action)](document, node);
      return runRequestRules(rules, findings, onCrash);
    }),
  );
  return [...ofText.flat(), ...ofTasks.flat(), ...ofRequests.flat()].slice(0, maxProblems);
}

/** CloudFormation makes up a family where a resource names none. */
function isOptional({ keyword, path, member }: SchemaFinding): boolean {
  return keyword === 'required' && path.length === 0 && member === 'family';
}

/** The members that are known, as a template writes them. */
function respelled(finding: SchemaFinding): SchemaFinding {
  if (finding.keyword !== 'additionalProperties') return finding;
  const around = finding.path.slice(0, -1).findLast((step) => typeof step === 'string');
  return { ...finding, expected: finding.expected.map((name) => cloudFormationName(name, around)) };
}
