import * as vscode from 'vscode';
import type { DefinitionInfo, FamilyFile } from '../../../../server/src/lsp/protocol';
import type { Translate, Ui } from '../../live/ports';
import { chooseDefinition } from '../language/choose-definition';
import { documentOf, isServed } from '../language/documents';
import type { LanguageServer } from '../language/server';
import type { Side } from './comparisons';

interface Ports {
  readonly server: LanguageServer;
  readonly ui: Ui;
  readonly t: Translate;
}

/** The workspace's definition of a family, the one that was chosen of several; undefined when the user was told that there is none or changed their mind. */
export async function familyFile(
  { server, ui, t }: Ports,
  family: string,
  isWanted: (file: FamilyFile) => boolean = () => true,
): Promise<FamilyFile | undefined> {
  const found = (await server.familyFiles(family)).filter(isWanted);
  if (found.length === 0) {
    await ui.inform('info', t('No file of this workspace holds the family {0}.', family));
    return undefined;
  }
  if (found.length === 1) return found[0];
  const choices = found.map((value) => ({
    label: vscode.workspace.asRelativePath(vscode.Uri.parse(value.uri, true)),
    description: t('line {0}', value.range.start.line + 1),
    value,
  }));
  const answer = await ui.pick(
    { title: family, placeholder: t('Which file of this workspace') },
    Promise.resolve(choices),
  );
  return answer.kind === 'value' ? answer.value : undefined;
}

/** What a file says that holds a whole definition, its unsaved changes included. */
export async function sideOf({ server }: Ports, file: FamilyFile): Promise<Side | undefined> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file.uri, true));
  const found = (await server.definitions(document.uri)).find(({ index }) => index === file.index);
  return found && { name: vscode.workspace.asRelativePath(document.uri), definition: found.definition };
}

export async function showFile({ uri, range: { start } }: FamilyFile): Promise<void> {
  const at = new vscode.Position(start.line, start.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { selection: new vscode.Range(at, at) });
}

/** The definition in the editor, or in a file that a menu names, with its family; undefined when there is none or none was chosen. */
export async function familyInEditor(
  { server, ui, t }: Ports,
  title: string,
  argument: unknown,
): Promise<{ readonly family: string; readonly side: Side } | undefined> {
  const document = await documentOf(argument);
  const all = document && isServed(document) ? await server.definitions(document.uri) : [];
  const found = all.flatMap((info) => named(info));
  if (!document || found.length === 0) {
    await ui.inform('warning', t('There is no task definition with a family here. Open one and try again.'));
    return undefined;
  }
  const chosen = await chooseDefinition(ui, t, title, found, undefined);
  if (!chosen) return undefined;
  const name = vscode.workspace.asRelativePath(document.uri);
  return { family: chosen.name, side: { name, definition: chosen.definition } };
}

function named({ family, range, index, definition }: DefinitionInfo) {
  return family === undefined ? [] : [{ name: family, range, index, definition }];
}
