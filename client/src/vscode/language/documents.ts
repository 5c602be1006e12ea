import * as vscode from 'vscode';
import { revisionScheme } from '../../../../server/src/lsp/protocol';

// Named one by one: settings files, output channels and the old side of a diff are JSON too, and not the user's documents.
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', revisionScheme];
const languages = ['json', 'jsonc', 'yaml'];

/** The documents whose text the language server is told; it decides by their content which are task definitions. */
export const documentSelector = schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));

/** Whether the language server knows a document. */
export function isServed(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector, document) > 0;
}

/** The document a command is about: of a URI as VS Code or the language server gives it, else the active editor's. */
export async function documentOf(argument: unknown): Promise<vscode.TextDocument | undefined> {
  if (argument instanceof vscode.Uri) return vscode.workspace.openTextDocument(argument);
  if (typeof argument === 'string') return vscode.workspace.openTextDocument(vscode.Uri.parse(argument, true));
  return vscode.window.activeTextEditor?.document;
}
