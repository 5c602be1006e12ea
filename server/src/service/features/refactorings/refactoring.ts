import type { Span } from '../../problem';
import type { Lookup } from '../../schema/lookup';
import type { Definition, Snapshot } from '../../snapshot';
import type { TextChange } from '../../syntax/edit';

/** As in LSP. */
export type RefactoringKind = 'refactor.rewrite' | 'refactor.move';

/** A change of form that a person may want: nothing is wrong without it. */
export interface Refactoring {
  /** Also the file's name. */
  readonly id: string;
  readonly kind: RefactoringKind;
  /** What it offers at a span that touches the definition, or what holds the definition in the document. */
  offer(snapshot: Snapshot, definition: Definition, span: Span, lookup: Lookup): readonly Offer[];
}

export interface Offer {
  readonly title: string;
  /** Makes the changes. Undefined, or none, when it cannot be done without a loss: it is not offered then. */
  changes(): readonly TextChange[] | undefined;
  /** True when it is known without making them that there are some: so are large ones not made for a menu. */
  readonly sure?: boolean;
}
