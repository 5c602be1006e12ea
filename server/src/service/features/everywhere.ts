import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { companionsOf, type DefinitionIn, definitionsFor, type Workspace } from './companions';
import { definitionAt } from './definition-at';
import { distinct, type Occurrence, occurrenceAt, occurrencesOf, outsideOf, sameAs } from './occurrences';
import { namingAt } from './parts';

/** A place in one of several documents. */
export interface Place extends Span {
  readonly snapshot: Snapshot;
}

/** A name, and where it stands in all documents that belong together: that of its task definition comes first. */
export interface Everywhere {
  readonly at: Occurrence;
  readonly documents: readonly { readonly snapshot: Snapshot; readonly occurrences: readonly Occurrence[] }[];
  /** All names of the task definition; without one, of the document. */
  readonly scope: readonly Occurrence[];
}

/** No other documents. */
export const alone: Workspace = { snapshots: [] };

/**
 * The name under an offset, wherever it stands: in the task definition that holds it or that its piece of a document is about, and
 * in all other pieces that are about that definition. Undefined when there is no name.
 */
export function everywhere(snapshot: Snapshot, offset: number, workspace: Workspace): Everywhere | undefined {
  const found = occurrenceAt(snapshot, offset);
  if (!found) return undefined;
  const { at } = found;
  const home = isShared(at) ? homeOf(snapshot, offset, workspace) : undefined;
  if (!home) return { ...found, documents: [{ snapshot, occurrences: sameAs(found) }] };
  const scope = occurrencesOf(home.definition, home.snapshot.document.getText());
  const pieces = [
    { snapshot: home.snapshot, occurrences: scope },
    ...companionsOf(home.snapshot, home.definition, workspace).map(({ snapshot, parts }) => {
      const text = snapshot.document.getText();
      return { snapshot, occurrences: parts.flatMap((part) => outsideOf(part, text)) };
    }),
  ];
  const documents = [...new Set(pieces.map(({ snapshot }) => snapshot))].flatMap((document) => {
    const all = pieces.flatMap(({ snapshot, occurrences }) => (snapshot === document ? occurrences : []));
    const occurrences = distinct(all.filter(({ kind, name }) => kind === at.kind && name === at.name));
    return occurrences.length > 0 ? [{ snapshot: document, occurrences }] : [];
  });
  return { at, scope, documents };
}

/** True where other documents may have a part in the name under an offset: hosts need not read them before. */
export function mayLeadElsewhere(snapshot: Snapshot, offset: number): boolean {
  const found = occurrenceAt(snapshot, offset);
  return found ? isShared(found.at) : namingAt(snapshot, offset) !== undefined;
}

function isShared({ kind }: Occurrence): boolean {
  return kind === 'container' || kind === 'volume' || kind === 'port' || kind === 'family';
}

function homeOf(snapshot: Snapshot, offset: number, workspace: Workspace): DefinitionIn | undefined {
  const definition = definitionAt(snapshot, offset);
  return definition ? { snapshot, definition } : definitionsFor(snapshot, workspace, offset)[0];
}
