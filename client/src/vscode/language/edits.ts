import * as vscode from 'vscode';
import type { Range, TextEdit } from 'vscode-languageclient';

/** Applies edits made for a version of a document, as one step of undo; false when the document has changed since. */
export async function applyAt(
  document: vscode.TextDocument,
  version: number,
  edits: readonly vscode.TextEdit[],
): Promise<boolean> {
  if (document.isClosed || document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  return vscode.workspace.applyEdit(edit);
}

export function toEdits(edits: readonly TextEdit[]): readonly vscode.TextEdit[] {
  return edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText));
}

/** Selects what a range of a version of a document holds, unless the document has changed since. */
export async function reveal(document: vscode.TextDocument, version: number, range: Range): Promise<void> {
  if (document.isClosed || document.version !== version) return;
  await vscode.window.showTextDocument(document, { selection: toRange(range) });
}

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
