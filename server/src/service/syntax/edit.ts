import type { ASTNode } from './ast';
import type { TextChange } from './edit-brackets';
import { printJsonEdits } from './edit-json';
import { type Edit, planEdits, type Spell } from './edit-plan';
import { printYamlEdits } from './edit-yaml';
import { erasure } from './erasure';
import { unnest } from './nesting';

export type { TextChange } from './edit-brackets';
export type { Edit, Spell } from './edit-plan';
export type { Json } from './print';

/**
 * Prints structural edits in the layout that surrounds them; what they do not touch keeps its bytes, comments included. An edit
 * inside what another one removes or replaces is left out. `spell` turns the API's names into the document's for every key that is
 * printed, but for the keys of maps that are the user's own. Undefined when an edit does not fit: a member of what is no object, an
 * item of what is no array.
 */
export function printEdits(
  text: string,
  edits: readonly Edit[],
  syntax: 'json' | 'yaml' = 'json',
  spell?: Spell,
): readonly TextChange[] | undefined {
  const plan = planEdits(edits, spell);
  const changes = plan && (syntax === 'yaml' ? printYamlEdits(text, plan) : printJsonEdits(text, plan));
  const erased = plan?.erased.map((span) => erasure(text, span)) ?? [];
  const sorted = changes && [...changes, ...erased].toSorted(inOrder);
  return sorted && plan?.hoisted ? unnest({ text, syntax }, rootOf(plan.hoisted), plan.hoisted, sorted) : sorted;
}

/** Applies changes that do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes.toSorted(inOrder)) {
    if (change.offset < at) throw new RangeError('overlapping changes');
    result += text.slice(at, change.offset) + change.text;
    at = change.offset + change.length;
  }
  return result + text.slice(at);
}

function rootOf(node: ASTNode): ASTNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** What is inserted comes before what is replaced at the same place, as editors have it. */
function inOrder(a: TextChange, b: TextChange): number {
  return a.offset - b.offset || Math.sign(a.length) - Math.sign(b.length);
}
