import type { ClientCapabilities, CodeAction } from 'vscode-languageserver';
import type { QuickFix, RefactoringAction, Service, Snapshot, Span } from '../service';
import { toRefactoring } from './convert';
import type { Documents } from './documents';

/** True for a client that asks for the edit of a code action when it is chosen. */
export function asksForEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** What a code action is made again by. */
interface Origin extends Span {
  readonly uri: string;
  readonly version: number;
  readonly index: number;
}

/** The refactorings at a span as code actions, without those that a quick fix offers as well; without edits where they are asked for later. */
export function toCodeActions(
  snapshot: Snapshot,
  { offset, end }: Span,
  found: readonly RefactoringAction[],
  fixes: readonly QuickFix[],
  areResolved: boolean,
): readonly CodeAction[] {
  return found.flatMap((action, index): readonly CodeAction[] => {
    if (fixes.some((fix) => isSame(fix, action))) return [];
    if (!areResolved) return [toRefactoring(snapshot, action)];
    const data: Origin = { uri: snapshot.uri, version: snapshot.version, offset, end, index };
    return [{ title: action.title, kind: action.kind, data }];
  });
}

/** Gives a chosen code action its edit; none where the document has changed since it was offered. */
export async function resolveCodeAction(
  service: Service,
  documents: Documents,
  action: CodeAction,
): Promise<CodeAction> {
  const data = action.data as Origin | undefined;
  const snapshot = data && documents.get(data.uri);
  if (!snapshot || snapshot.version !== data.version) return action;
  const found = (await service.refactorings(snapshot, data))[data.index];
  return found?.title === action.title ? toRefactoring(snapshot, found) : action;
}

function isSame(fix: QuickFix, action: RefactoringAction): boolean {
  return fix.title === action.title && JSON.stringify(fix.changes) === JSON.stringify(action.changes());
}
