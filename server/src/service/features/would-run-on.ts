import type { Problem, Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { tokenOf } from '../syntax/ast';
import { difference } from '../syntax/difference';
import { applyChanges, type Edit, type TextChange } from '../syntax/edit';
import type { Check } from './fix-all';
import { changesOfFixes, maxRounds } from './mend';
import { originOf } from './origin';
import { printEditsIn } from './print-edits';

/** Where a task could run. */
export const targets = ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES', 'WINDOWS'] as const;
export type Target = (typeof targets)[number];

/** What has to change before a definition runs on a target. */
export interface Report {
  /** The text for the target, with every finding mended that can be without a person's answer. */
  readonly text: string;
  /** What makes that text of the original document; none where nothing can be mended. */
  readonly changes: readonly TextChange[];
  readonly items: readonly ReportItem[];
}

export interface ReportItem {
  readonly rule?: string;
  readonly message: string;
  /** Name or number of the container or volume it is about. */
  readonly place?: string;
  /** Of the original document. */
  readonly span: Span;
  /** Of the original document: what mends this item alone; absent where that cannot be done by itself. */
  readonly changes?: readonly TextChange[];
  /** True where it is mended in `Report.text`; else a person has to decide. */
  readonly mended: boolean;
}

/**
 * Asks what would have to change for a definition to run on a target: the launch type is set, the rules are run, and their fixes are
 * applied until nothing more can be mended. Undefined where there is no definition at the index, or its text is too broken to edit.
 */
export async function wouldRunOn(
  snapshot: Snapshot,
  index: number,
  target: Target,
  check: Check,
): Promise<Report | undefined> {
  const definition = snapshot.definitions[index];
  // Where a list of containers runs is said elsewhere.
  if (!definition || definition.shape === 'containers') return undefined;
  const text = snapshot.document.getText();
  const platform = printEditsIn(snapshot, definition.node.offset, platformEdits(definition, target));
  if (!platform) return undefined;
  const steps = [platform];
  let current = check.open(applyChanges(text, platform));
  const before = new Set((await check.diagnose(snapshot)).map(({ rule, span }) => `${rule} ${span.offset}`));
  const found = new Map<string, readonly Found[]>();
  let left = new Set<Found>();
  for (let round = 0; round < maxRounds; round++) {
    const read = current;
    const problems = (await check.diagnose(read)).filter((problem) => isIn(read, index, problem));
    const keyed = problems
      .map((problem) => {
        const span = originOf(problem.span, steps);
        // The place in the original tells that two rounds speak of the same: paths shift when an item goes.
        return { problem, span, key: `${problem.rule} ${span.offset}` };
      })
      // Of warnings the new ones: what the platform brings, and what mending leaves to be filled in.
      .filter(({ problem, key }) => isError(problem) || (problem.severity === 'warning' && !before.has(key)));
    left = new Set();
    for (const { problem, span, key } of keyed) {
      const { rule, message } = problem;
      const told = found.get(key) ?? [];
      const isOnly = told.length === 1 && keyed.filter((other) => other.key === key).length === 1;
      // The words of one finding can change: they tell the name of a container, which another fix may have given it.
      const known = told.find((item) => item.message === message) ?? (isOnly ? told[0] : undefined);
      if (known) {
        left.add(known);
        continue;
      }
      const alone = round === 0 && isError(problem) ? changesOfFixes(read, [problem]) : [];
      const changes = alone.length > 0 && [difference(text, applyChanges(read.document.getText(), alone))];
      const place = placeOf(read.definitions[index], problem.span);
      const item = { rule, message, span, ...(place && { place }), ...(changes && { changes }) };
      found.set(key, [...told, item]);
      left.add(item);
    }
    // What mends a warning can be to turn back: an image for Linux would have the task be for Linux.
    const fixes = changesOfFixes(read, problems.filter(isError));
    if (fixes.length === 0) break;
    steps.push(fixes);
    current = check.open(applyChanges(read.document.getText(), fixes));
  }
  const first: readonly ReportItem[] =
    platform.length > 0
      ? [{ message: platformMessage(target), span: platformSpan(definition, target), changes: platform, mended: true }]
      : [];
  const rest = [...found.values()].flat().map((item) => ({ ...item, mended: !left.has(item) }));
  const mended = current.document.getText();
  const changes = mended === text ? [] : [difference(text, mended)];
  return { text: mended, changes, items: [...first, ...rest] };
}

type Found = Omit<ReportItem, 'mended'>;

/** The container or the volume that a span stands in. */
function placeOf(definition: Definition | undefined, { offset }: Span): string | undefined {
  if (!definition) return undefined;
  const { containerDefinitions, volumes } = definition.task;
  for (const { items } of [containerDefinitions, volumes]) {
    const index = items.findIndex(
      ({ at: { node } }) => node && node.offset <= offset && offset < node.offset + node.length,
    );
    const item = items[index];
    if (item) return item.name.literal || `#${index + 1}`;
  }
  return undefined;
}

function platformEdits({ node, task }: Definition, target: Target): readonly Edit[] {
  const launchType = target === 'WINDOWS' ? undefined : target;
  const edits: Edit[] = [];
  const [first, ...others] = task.requiresCompatibilities.items.flatMap((item) => item.node ?? []);
  if (launchType && first) {
    if (task.requiresCompatibilities.items[0]?.literal !== launchType)
      edits.push({ kind: 'replace', node: first, value: launchType });
    edits.push(...others.map((other): Edit => ({ kind: 'remove', node: other })));
  } else if (launchType) {
    edits.push({ kind: 'member', object: node, key: 'requiresCompatibilities', value: [launchType] });
  }
  const { runtimePlatform, isWindows } = task;
  if (target === 'WINDOWS' && isWindows !== true) {
    const family = 'WINDOWS_SERVER_2022_CORE';
    edits.push(
      runtimePlatform.at.node?.type === 'object'
        ? { kind: 'member', object: runtimePlatform.at.node, key: 'operatingSystemFamily', value: family }
        : { kind: 'member', object: node, key: 'runtimePlatform', value: { operatingSystemFamily: family } },
    );
  }
  return edits;
}

function platformMessage(target: Target): string {
  return target === 'WINDOWS' ? 'runtimePlatform names Windows.' : `requiresCompatibilities lists ${target} alone.`;
}

/** The member that names the platform, else the definition's own token. */
function platformSpan({ node, task }: Definition, target: Target): Span {
  const stated = target === 'WINDOWS' ? task.runtimePlatform.at : task.requiresCompatibilities;
  return tokenOf(stated.node ?? node);
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function isIn({ definitions }: Snapshot, index: number, { span }: Problem): boolean {
  const node = definitions[index]?.node;
  return node !== undefined && node.offset <= span.offset && span.offset < node.offset + node.length;
}
