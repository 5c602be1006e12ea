import * as vscode from 'vscode';
import type { Target } from '../../live/deploy/target';
import { LiveFailure } from '../../live/failure';
import type { Translate } from '../../live/ports';
import { type ReadTargets, readProtected, readTargets, targetEntry } from '../../live/targets/read';
import { addedTo } from './settings-text';

/** The targets that the settings of a folder say; what is wrong in them is left out and told. */
export function folderTargets(folder: vscode.WorkspaceFolder, t: Translate): ReadTargets {
  return readTargets(vscode.workspace.getConfiguration('taskdef', folder).get('targets'), t);
}

/** Adds a target to the settings of a folder, in the place of one of its name; nothing else there is changed. Throws `LiveFailure`. */
export async function addToFolder(folder: vscode.WorkspaceFolder, target: Target, t: Translate): Promise<void> {
  if (await addedToText(folder, target)) return;
  const configuration = vscode.workspace.getConfiguration('taskdef', folder);
  const own = configuration.inspect<Readonly<Record<string, unknown>>>('targets')?.workspaceFolderValue ?? {};
  const next = { ...own, [target.name]: targetEntry(target) };
  try {
    await configuration.update('targets', next, vscode.ConfigurationTarget.WorkspaceFolder);
  } catch (cause) {
    const sentence = t(
      'The target could not be written into the settings of {0}: save or mend its settings.json, then try again.',
      folder.name,
    );
    throw new LiveFailure('invalid', sentence, 'retry', { cause });
  }
}

/** VS Code would write all targets anew, without the comments between them. False where there are none, or somebody is writing there. */
async function addedToText(folder: vscode.WorkspaceFolder, target: Target): Promise<boolean> {
  const document = await opened(settingsOf(folder));
  if (!document || document.isDirty) return false;
  const edit = addedTo(document.getText(), target);
  if (!edit) return false;
  const all = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(edit.offset), document.positionAt(edit.end));
  all.replace(document.uri, range, edit.text);
  return (await vscode.workspace.applyEdit(all)) && (await document.save());
}

/** What is protected: the settings of the user, the workspace and every folder add up, so that none takes away what another one protects. */
export function protectedPatterns(): readonly string[] {
  const scopes = [undefined, ...(vscode.workspace.workspaceFolders ?? [])];
  const found = scopes.flatMap((scope) => {
    const told = vscode.workspace.getConfiguration('taskdef', scope).inspect<unknown>('protectedTargets');
    return [told?.globalValue, told?.workspaceValue, told?.workspaceFolderValue].flatMap(readProtected);
  });
  return [...new Set(found)];
}

/** Opens the settings that hold a target, at its name; without one at the setting. */
export async function revealTarget(
  folder: vscode.WorkspaceFolder | undefined,
  name: string | undefined,
): Promise<void> {
  const document = folder && (await opened(settingsOf(folder)));
  const at = document ? offsetIn(document.getText(), name) : -1;
  if (!document || at < 0) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'taskdef.targets');
    return;
  }
  const position = document.positionAt(at);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

function settingsOf({ uri }: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(uri, '.vscode', 'settings.json');
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // There are no settings of the folder yet.
    return undefined;
  }
}

function offsetIn(text: string, name: string | undefined): number {
  const setting = text.indexOf('"taskdef.targets"');
  const target = name === undefined ? -1 : text.indexOf(JSON.stringify(name), setting);
  return setting >= 0 && target >= 0 ? target : setting;
}
