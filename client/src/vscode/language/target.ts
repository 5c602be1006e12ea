import * as vscode from 'vscode';
import type { DefinitionInfo } from '../../../../server/src/lsp/protocol';
import type { Translate, Ui } from '../../live/ports';
import { chooseDefinition } from './choose-definition';
import { documentOf, isServed } from './documents';
import type { LanguageServer } from './server';

/** A task definition that can be registered as it stands. */
export interface Target {
  /** The document's path in the workspace. */
  readonly source: string;
  readonly info: DefinitionInfo & { readonly family: string };
}

/**
 * The task definition a command is about, without errors; undefined when the user was told why there is none or changed
 * their mind. `argument` is a URI as VS Code or the language server gives it; the active editor's document without one. `index`
 * is what a CodeLens says of which definition.
 */
export async function definitionToRun(
  server: LanguageServer,
  ui: Ui,
  t: Translate,
  argument: unknown,
  index: unknown,
): Promise<Target | undefined> {
  const document = await documentOf(argument);
  const found = document && isServed(document) ? await server.definitions(document.uri) : [];
  if (!document || found.length === 0) {
    await ui.inform('warning', t('There is no task definition here. Open one and try again.'));
    return undefined;
  }
  const named = found.map((info) => ({ name: info.family, range: info.range, index: info.index, info }));
  const chosen = await chooseDefinition(ui, t, t('Register and Run Task'), named, index);
  if (!chosen) return undefined;
  const { info } = chosen;
  const { family } = info;
  if (info.errors > 0 || family === undefined) {
    await refuse(ui, t, info, document);
    return undefined;
  }
  return { source: vscode.workspace.asRelativePath(document.uri), info: { ...info, family } };
}

async function refuse(ui: Ui, t: Translate, info: DefinitionInfo, document: vscode.TextDocument): Promise<void> {
  const show = t('Show Problems');
  if ((await ui.inform('error', refusal(info.errors, t), show)) !== show) return;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function refusal(errors: number, t: Translate): string {
  if (errors > 1) return t('The task definition has {0} errors. Mend them, then run it.', errors);
  if (errors === 1) return t('The task definition has an error. Mend it, then run it.');
  return t('The family of the task definition is missing or a placeholder. Fill it in, then run it.');
}
