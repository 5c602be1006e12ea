import type { TextDocument } from 'vscode-json-languageservice';
import { keyTokenOf, pointerAt, tokenAt } from '../model/field';
import { type RequestInput, requestInput } from '../model/request';
import type { Template } from '../model/resources';
import { type TaskDefinition, taskDefinition } from '../model/task-definition';
import type { Problem } from '../problem';
import type { SchemaFinding } from '../schema/finding';
import { spanOf } from '../syntax/ast';
import { misspeltIn } from './misspelt';
import type { Context, Report, RequestContext, Rule } from './rule';

/** Told of a rule that threw: a bug of ours that must cost only its own findings. */
export type OnCrash = (rule: string, error: unknown) => void;

/** Runs rules over one task definition; findings come in document order, one for each defect. */
export function runRules(
  rules: readonly Rule[],
  task: TaskDefinition,
  context: Context,
  findings: readonly SchemaFinding[],
  onCrash: OnCrash,
): readonly Problem[] {
  const misspelt = misspeltIn(findings);
  // What is misspelt is told once: it is not missing as well.
  const read = misspelt ? taskDefinition(task.at.anchor, { ...task.assumed, misspelt }) : task;
  return run(rules, onCrash, function* check(rule) {
    yield* rule.check?.(read, context) ?? [];
    yield* rule.checkSchema?.(findings) ?? [];
  });
}

/** Runs rules over one request; findings come in document order, one for each defect. `definition` holds the task definition it is about. */
export function runRequestRules(
  rules: readonly Rule[],
  request: RequestInput,
  context: RequestContext,
  definition: TextDocument | undefined,
  findings: readonly SchemaFinding[],
  onCrash: OnCrash,
): readonly Problem[] {
  const misspelt = misspeltIn(findings);
  const read = misspelt ? requestInput(request.at.anchor, misspelt) : request;
  const check = function* check(rule: Rule) {
    yield* rule.checkRequest?.(read, context) ?? [];
    yield* rule.checkSchema?.(findings) ?? [];
  };
  return run(rules, onCrash, check, definition);
}

/** Runs rules over the resources of a template. */
export function runTemplateRules(rules: readonly Rule[], template: Template, onCrash: OnCrash): readonly Problem[] {
  return run(rules, onCrash, (rule) => rule.checkTemplate?.(template) ?? []);
}

function run(
  rules: readonly Rule[],
  onCrash: OnCrash,
  check: (rule: Rule) => Iterable<Report>,
  elsewhere?: TextDocument,
): readonly Problem[] {
  const found = rules.flatMap((rule) => {
    try {
      return first(maxReports, check(rule)).map((report): Found => {
        const problem = toProblem(rule, report, elsewhere);
        return { problem, claims: claimsOf(rule, problem.pointer, report) };
      });
    } catch (error) {
      onCrash(rule.id, error);
      return [];
    }
  });
  return unique(dropBroader(found)).toSorted((a, b) => a.span.offset - b.span.offset || a.span.end - b.span.end);
}

/** Most findings of one rule: a text with more is broken in one place, and nobody reads on. Rules stop there, so that they need no limit of their own. */
const maxReports = 1000;

/** As many of the reports as are wanted; no further one is made. */
function first(count: number, reports: Iterable<Report>): readonly Report[] {
  const taken: Report[] = [];
  for (const report of reports) {
    taken.push(report);
    if (taken.length === count) break;
  }
  return taken;
}

interface Found {
  readonly problem: Problem;
  /** Broader rules and the places where this finding silences them. */
  readonly claims: readonly string[];
}

function claimsOf({ narrows = [] }: Rule, pointer: string, { covers = [] }: Report): readonly string[] {
  if (narrows.length === 0) return narrows;
  const pointers = [pointer, ...covers.map(pointerAt)];
  return narrows.flatMap((broader) => pointers.map((at) => `${broader} ${at}`));
}

function toProblem(
  rule: Rule,
  { place, message, atKey, severity, fix, related }: Report,
  document: TextDocument | undefined,
): Problem {
  const key = atKey ? keyTokenOf(place) : undefined;
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    message,
    span: key ? spanOf(key) : tokenAt(place),
    pointer: pointerAt(place),
    ...(fix && { fix }),
    ...(related && {
      related: related.map((other) => ({
        span: tokenAt(other.place),
        message: other.message,
        ...(other.elsewhere && document && { document }),
      })),
    }),
  };
}

/** Where a narrower rule fires at a token, the broader ones it names stay silent there. */
function dropBroader(found: readonly Found[]): readonly Problem[] {
  const claimed = new Set(found.flatMap(({ claims }) => claims));
  return found.flatMap(({ problem }) => (claimed.has(`${problem.rule} ${problem.pointer}`) ? [] : [problem]));
}

/** What YAML aliases repeat stands in one place, and is told once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const keyed = problems.map(
    (problem) => [`${problem.rule} ${problem.span.offset} ${problem.message}`, problem] as const,
  );
  return [...new Map(keyed).values()];
}
