// What the suites inside the extension host share.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const [file] = await vscode.workspace.findFiles(name);
  assert.ok(file, `${name} in the workspace`);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

/** The findings of a document that are ours. */
export function own(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'taskdef');
}

/** Those that say that something is wrong, not that it could be better. */
export function faults(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return own(uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
}

/** The findings of a document that are ours, once there are some. */
export async function findings(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  await until('there are findings', () => own(uri).length > 0);
  return own(uri);
}

/** The labels offered inside a piece of a document's text. */
export async function complete(
  document: vscode.TextDocument,
  piece: string,
  within: number,
): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    positionOf(document, piece, within),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** What a hover inside a piece of a document's text says. */
export async function hover(document: vscode.TextDocument, piece: string, within: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, piece, within),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((it) => (it instanceof vscode.MarkdownString ? it.value : '')))
    .join('\n');
}

/** The quick fixes offered inside a piece of a document's text. */
export function quickFixes(
  document: vscode.TextDocument,
  piece: string,
  within: number,
): Thenable<readonly vscode.CodeAction[]> {
  const at = positionOf(document, piece, within);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at, at),
    vscode.CodeActionKind.QuickFix.value,
  );
}

/** The labels of a document's inlay hints. */
export async function hints(document: vscode.TextDocument): Promise<readonly string[]> {
  const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  return all.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

/** A place inside the first `piece` of a document's text. */
export function positionOf(document: vscode.TextDocument, piece: string, within: number): vscode.Position {
  return document.positionAt(document.getText().indexOf(piece) + within);
}

/** Waits for what takes its time; fails after 20 seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 100) {
    if (waited > 20_000) throw new Error(`not in time: ${what}`);
    await pause(100);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
