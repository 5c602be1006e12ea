import type { Problem } from '../problem';
import type { Snapshot } from '../snapshot';
import { difference } from '../syntax/difference';
import { applyChanges, type TextChange } from '../syntax/edit';
import { changesOfFixes, maxRounds } from './mend';

/** Reads and checks another text as the same document. */
export interface Check {
  open(text: string): Snapshot;
  diagnose(snapshot: Snapshot): Promise<readonly Problem[]>;
}

/**
 * The changes that apply every safe fix, again and again until none is left: fixing the result changes nothing more. None for a text
 * with mistakes of syntax, where what a fix would touch is a guess.
 */
export async function fixAll(snapshot: Snapshot, check: Check): Promise<readonly TextChange[]> {
  const problems = await snapshot.tree?.syntaxProblems();
  if (problems?.length !== 0) return [];
  const text = snapshot.document.getText();
  let changes: readonly TextChange[] = [];
  let current = snapshot;
  for (let round = 0; round < maxRounds; round++) {
    const more = changesOfFixes(current, await check.diagnose(current), ({ safe }) => safe);
    if (more.length === 0) break;
    const fixed = applyChanges(current.document.getText(), more);
    changes = round === 0 ? more : [difference(text, fixed)];
    current = check.open(fixed);
  }
  return changes;
}
