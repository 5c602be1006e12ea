import type { Span } from '../../problem';
import type { Lookup } from '../../schema/lookup';
import type { Snapshot } from '../../snapshot';
import type { TextChange } from '../../syntax/edit';
import { addLogConfiguration } from './add-log-configuration';
import { cloudFormation } from './cloudformation';
import { environmentToSecret } from './environment-to-secret';
import { definitionFor } from './place';
import type { Refactoring, RefactoringKind } from './refactoring';
import { registrable } from './registrable';
import { removeUnusedVolume } from './remove-unused-volume';
import { sizeNotation } from './size-notation';
import { sortMembers } from './sort-members';
import { wrapping } from './wrapping';

/** A change of form to choose. */
export interface RefactoringAction {
  readonly title: string;
  readonly kind: RefactoringKind;
  /** Makes the changes: there are some. */
  changes(): readonly TextChange[];
}

const all: readonly Refactoring[] = [
  environmentToSecret,
  sizeNotation,
  removeUnusedVolume,
  addLogConfiguration,
  sortMembers,
  registrable,
  wrapping,
  cloudFormation,
];

/** The refactorings at a span: those of a value when it touches the value, those of a whole definition at the definition's own level. */
export function refactorings(snapshot: Snapshot, span: Span, lookup: Lookup): readonly RefactoringAction[] {
  const definition = definitionFor(snapshot, span);
  if (!definition) return [];
  return all.flatMap(({ kind, offer }) =>
    offer(snapshot, definition, span, lookup).flatMap(({ title, changes, sure }) => {
      const made = sure ? undefined : changes();
      return sure || (made && made.length > 0) ? [{ title, kind, changes: () => made ?? changes() ?? [] }] : [];
    }),
  );
}
