import { cloudFormationName } from '../data/cloudformation-names';
import type { Snapshot } from '../snapshot';
import { type Edit, printEdits, type TextChange } from '../syntax/edit';
import { holderAt } from './definition-at';

/** Prints edits of the definition or request at an offset in the document's syntax and spelling; undefined when one does not fit. */
export function printEditsIn(
  snapshot: Snapshot,
  offset: number,
  edits: readonly Edit[],
): readonly TextChange[] | undefined {
  const { tree, syntax } = snapshot;
  if (!tree) return undefined;
  const spell = holderAt(snapshot, offset)?.shape === 'cloudformation' ? cloudFormationName : undefined;
  return printEdits(tree.text, edits, syntax, spell);
}
