import type { Problem } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { difference } from '../syntax/difference';
import { applyChanges, type Edit, type TextChange } from '../syntax/edit';
import { printEditsIn } from './print-edits';

/** Where a task could run. */
export const targets = ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES', 'WINDOWS'] as const;
export type Target = (typeof targets)[number];

/** What has to change before a definition runs on a target. */
export interface Report {
  /** The text for the target, with every finding mended that can be without a person's answer. */
  readonly text: string;
  readonly items: readonly ReportItem[];
}

export interface ReportItem {
  readonly rule?: string;
  readonly message: string;
  /** Of the original document: what mends this item alone; absent where a person has to decide. */
  readonly changes?: readonly TextChange[];
}

/** Reads and checks another text as the same document. */
export interface Check {
  open(text: string): Snapshot;
  diagnose(snapshot: Snapshot): Promise<readonly Problem[]>;
}

/** Most rounds of mending: each round of fixes can only uncover what they make reachable. */
const maxRounds = 10;

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
  if (!definition) return undefined;
  const text = snapshot.document.getText();
  const platform = printEditsIn(snapshot, definition.node.offset, platformEdits(definition, target));
  if (!platform) return undefined;
  const items: ReportItem[] = platform.length > 0 ? [{ message: platformMessage(target), changes: platform }] : [];
  let current = applyChanges(text, platform);
  const told = new Set<string>();
  for (let round = 0; round < maxRounds; round++) {
    const read = check.open(current);
    const problems = (await check.diagnose(read)).filter(
      (problem) => problem.severity === 'error' && isIn(read, index, problem),
    );
    const fixes: TextChange[] = [];
    for (const { rule, pointer, message, fix, span } of problems) {
      const changes = fix && printEditsIn(read, span.offset, fix.edits);
      const fits = changes?.every((change) => fixes.every((other) => apart(change, other)));
      if (changes && fits) fixes.push(...changes);
      if (told.has(`${rule} ${pointer}`)) continue;
      told.add(`${rule} ${pointer}`);
      const alone = changes && round === 0 && difference(text, applyChanges(current, changes));
      items.push({ rule, message, ...(alone && { changes: [alone] }) });
    }
    if (fixes.length === 0) break;
    current = applyChanges(current, fixes);
  }
  return { text: current, items };
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

function isIn({ definitions }: Snapshot, index: number, { span }: Problem): boolean {
  const node = definitions[index]?.node;
  return node !== undefined && node.offset <= span.offset && span.offset < node.offset + node.length;
}

function apart(a: TextChange, b: TextChange): boolean {
  return a.offset + a.length < b.offset || b.offset + b.length < a.offset;
}
