import type { Fix, Problem } from '../problem';
import type { Snapshot } from '../snapshot';
import type { TextChange } from '../syntax/edit';
import { printEditsIn } from './print-edits';

/** Most rounds of mending: a fix can only uncover what it makes reachable. */
export const maxRounds = 10;

/**
 * The changes of the wanted fixes that can be made at once, in document order: of fixes that touch each other's text the later wait
 * for the next round.
 */
export function changesOfFixes(
  snapshot: Snapshot,
  problems: readonly Problem[],
  isWanted: (fix: Fix) => boolean = () => true,
): readonly TextChange[] {
  const made: TextChange[] = [];
  for (const { fix, span } of problems) {
    const changes = fix && isWanted(fix) ? printEditsIn(snapshot, span.offset, fix.edits) : undefined;
    if (changes?.every((change) => made.every((other) => apart(change, other)))) made.push(...changes);
  }
  return made;
}

function apart(a: TextChange, b: TextChange): boolean {
  return a.offset + a.length < b.offset || b.offset + b.length < a.offset;
}
