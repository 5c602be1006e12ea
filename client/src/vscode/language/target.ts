import * as vscode from 'vscode';
import type { DefinitionInfo } from '../../../../server/src/lsp/protocol';
import type { Translate, Ui } from '../../live/ports';
import { chooseDefinition } from './choose-definition';
import { documentOf, isServed } from './documents';
import { tellNoDefinition } from './no-definition';
import type { LanguageServer } from './server';

/** A task definition that can be registered as it stands. */
export interface DefinitionToRun {
  readonly uri: vscode.Uri;
  /** The document's path in the workspace. */
  readonly source: string;
  readonly info: DefinitionInfo & { readonly family: string };
  /** The document has several that can be registered. */
  readonly isOneOfMany: boolean;
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
  title: string,
  argument: unknown,
  index: unknown,
): Promise<DefinitionToRun | undefined> {
  return find(server, ui, t, title, argument, index, ({ errors }) => errors === 0);
}

/** As `definitionToRun`, also with errors: what is asked for registers nothing. */
export async function namedDefinition(
  server: LanguageServer,
  ui: Ui,
  t: Translate,
  title: string,
  argument: unknown,
  index: unknown,
): Promise<DefinitionToRun | undefined> {
  return find(server, ui, t, title, argument, index, () => true);
}

async function find(
  server: LanguageServer,
  ui: Ui,
  t: Translate,
  title: string,
  argument: unknown,
  index: unknown,
  isFit: (info: DefinitionInfo) => boolean,
): Promise<DefinitionToRun | undefined> {
  const document = await documentOf(argument);
  const found = document && isServed(document) ? await server.definitions(document.uri) : [];
  if (!document || found.length === 0) {
    await tellNoDefinition(ui, t);
    return undefined;
  }
  const named = found.map((info) => ({ name: info.family, range: info.range, index: info.index, info }));
  const chosen = await chooseDefinition(ui, t, title, named, index);
  if (!chosen) return undefined;
  const { info } = chosen;
  const { family } = info;
  if (!isFit(info) || family === undefined) {
    await refuse(ui, t, info, document);
    return undefined;
  }
  return {
    uri: document.uri,
    source: vscode.workspace.asRelativePath(document.uri),
    info: { ...info, family },
    isOneOfMany: found.length > 1,
  };
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
