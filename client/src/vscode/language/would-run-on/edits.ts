import * as vscode from 'vscode';
import type { TextEdit } from 'vscode-languageclient';

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
  return edits.map(({ range: { start, end }, newText }) =>
    vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
  );
}

/** The smallest one edit that makes `text` of a document: what both share at their ends is left alone. */
export function editTo(document: vscode.TextDocument, text: string): vscode.TextEdit {
  const before = document.getText();
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === text.at(-1 - end)) end++;
  // A line's end of two characters is not cut in two.
  if (before[start - 1] === '\r') start--;
  if (end > 0 && before.at(-end) === '\n' && before.at(-1 - end) === '\r') end--;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - end));
  return vscode.TextEdit.replace(range, text.slice(start, text.length - end));
}
