import * as vscode from 'vscode';
import type { Translate, Ui } from '../../live/ports';
import { documentOf } from './documents';
import type { LanguageServer } from './server';

/** Opens a document's task definition in the other syntax beside it, not saved yet; says why when it cannot. */
export async function convertDefinition(
  server: LanguageServer,
  ui: Ui,
  t: Translate,
  argument: unknown,
): Promise<void> {
  const document = await documentOf(argument);
  if (!document) return;
  const to = document.languageId === 'yaml' ? 'json' : 'yaml';
  const content = await server.convert(document.uri, to);
  if (content === null) {
    await ui.inform(
      'warning',
      t('Only a whole task definition or list of containers can be converted, without syntax errors and YAML tags.'),
    );
    return;
  }
  // Comments of YAML become comments of JSON, which plain JSON does not have.
  const language = to === 'json' && /^\s*\/\//m.test(content) ? 'jsonc' : to;
  const opened = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(opened, vscode.ViewColumn.Beside);
}
