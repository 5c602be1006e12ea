import {
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  ErrorCodes,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  type LocationLink,
  ResponseError,
  type SelectionRange,
} from 'vscode-languageserver';
import {
  alone,
  definition,
  folding,
  format,
  highlight,
  inlayHints,
  links,
  mayLeadElsewhere,
  prepareRename,
  references,
  type Snapshot,
  type Span,
  selectionRanges,
} from '../service';
import { toDocumentEdit, toRange, toSpan, toTextEdit } from './convert';
import { definitionElsewhere, fileLinks, renameIn, toLinks } from './elsewhere';
import type { InlayHintOptions } from './protocol';
import type { LspWorkspace } from './workspace';

/** Makes the handler of a request about one document; `empty` is the answer where there is nothing to say. */
export type About = <P extends { readonly textDocument: { readonly uri: string } }, R>(
  name: string,
  empty: R,
  answer: (snapshot: Snapshot, params: P) => R | Promise<R>,
) => (params: P) => Promise<R>;

/** Registers what leads through a document: names, structure, hints and links. */
export function registerNavigation(
  connection: Connection,
  about: About,
  workspace: LspWorkspace,
  hints: () => InlayHintOptions,
): void {
  connection.onDefinition(
    about('definition', null, async (snapshot, { position }): Promise<LocationLink[] | null> => {
      const offset = snapshot.document.offsetAt(position);
      const found = definition(snapshot, offset) ?? (await definitionElsewhere(snapshot, offset, workspace));
      return found ? toLinks(snapshot, found) : fileLinks(snapshot, offset, workspace);
    }),
  );
  connection.onReferences(
    about('references', [], async (snapshot, { position, context }) => {
      const offset = snapshot.document.offsetAt(position);
      const all = mayLeadElsewhere(snapshot, offset) ? await workspace.read() : alone;
      const places = references(snapshot, offset, context.includeDeclaration, all) ?? [];
      return places.map((place) => ({ uri: place.snapshot.uri, range: toRange(place.snapshot, place) }));
    }),
  );
  connection.onDocumentHighlight(
    // An empty list would keep editors from marking the word by itself.
    about('highlight', null, (snapshot, { position }): DocumentHighlight[] | null => {
      const found = highlight(snapshot, snapshot.document.offsetAt(position)) ?? [];
      if (found.length === 0) return null;
      return found.map(({ span, kind }) => ({
        range: toRange(snapshot, span),
        kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    }),
  );
  connection.onPrepareRename(
    about('prepare rename', null, (snapshot, { position }) => {
      const found = prepareRename(snapshot, snapshot.document.offsetAt(position));
      return found ? { range: toRange(snapshot, found.span), placeholder: found.name } : null;
    }),
  );
  const renamed = about('rename', undefined, (snapshot: Snapshot, params: RenameParams) =>
    renameIn(workspace, snapshot, snapshot.document.offsetAt(params.position), params.newName),
  );
  connection.onRenameRequest(async (params) => {
    const found = await renamed(params);
    if (!found) return null;
    // The editor shows the reason in the rename box.
    if ('refused' in found) throw new ResponseError(ErrorCodes.InvalidParams, found.refused);
    return { documentChanges: found.documents.map((it) => toDocumentEdit(it, workspace.isOpen(it.snapshot))) };
  });
  connection.onFoldingRanges(
    // An empty list would keep editors from folding by indentation.
    about('folding', null, (snapshot): FoldingRange[] | null => {
      const folds = folding(snapshot);
      if (!folds) return null;
      return folds.map(({ offset, end, kind }) => {
        const range = toRange(snapshot, { offset, end });
        return {
          startLine: range.start.line,
          endLine: range.end.line,
          ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
        };
      });
    }),
  );
  connection.onSelectionRanges(
    about('selection ranges', [], (snapshot, { positions }): SelectionRange[] => {
      const offsets = positions.map((position) => snapshot.document.offsetAt(position));
      return (selectionRanges(snapshot, offsets) ?? []).map((spans) => nested(snapshot, spans));
    }),
  );
  connection.languages.inlayHint.on(
    about('inlay hints', [], (snapshot, { range }): InlayHint[] =>
      inlayHints(snapshot, toSpan(snapshot, range))
        .filter(({ kind }) => hints()[kind] !== false)
        .map(({ offset, label, tooltip }) => ({
          position: snapshot.document.positionAt(offset),
          label,
          paddingLeft: true,
          ...(tooltip !== undefined && { tooltip }),
        })),
    ),
  );
  connection.onDocumentLinks(
    about('links', [], (snapshot): DocumentLink[] =>
      links(snapshot).map(({ span, target, tooltip }) => ({ range: toRange(snapshot, span), target, tooltip })),
    ),
  );
  connection.onDocumentFormatting(
    about('formatting', [], (snapshot, { options }) =>
      (format(snapshot, options) ?? []).map((change) => toTextEdit(snapshot, change)),
    ),
  );
}

interface RenameParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly newName: string;
}

/** Spans from the inside out as a chain of parents. */
function nested(snapshot: Snapshot, spans: readonly Span[]): SelectionRange {
  const [outermost, ...inner] = spans.toReversed();
  const innermost = inner.reduce<SelectionRange | undefined>(
    (parent, span) => ({ range: toRange(snapshot, span), ...(parent && { parent }) }),
    outermost && { range: toRange(snapshot, outermost) },
  );
  return innermost ?? { range: toRange(snapshot, { offset: 0, end: 0 }) };
}
