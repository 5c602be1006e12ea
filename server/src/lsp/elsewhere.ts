import type { LocationLink } from 'vscode-languageserver';
import {
  alone,
  baseName,
  type DefinitionTarget,
  definition,
  fileReferenceAt,
  mayLeadElsewhere,
  type Renaming,
  rename,
  type Snapshot,
} from '../service';
import { toRange } from './convert';
import type { LspWorkspace } from './workspace';

/** Where a name leads that the document itself does not define. */
export async function definitionElsewhere(
  snapshot: Snapshot,
  offset: number,
  workspace: LspWorkspace,
): Promise<DefinitionTarget | undefined> {
  return mayLeadElsewhere(snapshot, offset) ? definition(snapshot, offset, await workspace.read()) : undefined;
}

export function toLinks(snapshot: Snapshot, { origin, definitions }: DefinitionTarget): LocationLink[] {
  const originSelectionRange = toRange(snapshot, origin);
  return definitions.map((place) => {
    const range = toRange(place.snapshot, place);
    return { originSelectionRange, targetUri: place.snapshot.uri, targetRange: range, targetSelectionRange: range };
  });
}

/** Links to the files of the workspace that a value means. */
export async function fileLinks(
  snapshot: Snapshot,
  offset: number,
  workspace: LspWorkspace,
): Promise<LocationLink[] | null> {
  const reference = fileReferenceAt(snapshot, offset);
  const files = reference ? reference.find((await workspace.read()).files ?? []) : [];
  if (!reference || files.length === 0) return null;
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const originSelectionRange = toRange(snapshot, reference.origin);
  return files.map((targetUri) => ({
    originSelectionRange,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** Renames in all documents that belong together, or in none. */
export async function renameIn(
  workspace: LspWorkspace,
  snapshot: Snapshot,
  offset: number,
  newName: string,
): Promise<Renaming | undefined> {
  const all = mayLeadElsewhere(snapshot, offset) ? await workspace.readAgain() : alone;
  const found = rename(snapshot, offset, newName, all);
  if (!found || 'refused' in found) return found;
  for (const { snapshot: other } of found.documents)
    if (!(await workspace.isWritable(other))) return { refused: `${baseName(other.uri)} cannot be changed.` };
  return found;
}
