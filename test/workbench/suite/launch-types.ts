import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { open, own, pause, until } from './host';

/** Brackets mean something in a glob. */
const file = 'stages/[live].task-definition.json';
const glob = 'stages/[[]live[]].task-definition.json';
/** Right on EC2, and not on Fargate. */
const unlisted = `{
  "family": "live",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}
`;

/** Tests of what is said about definitions that list no launch types. */
export const launchTypesTests: Readonly<Record<string, () => Promise<void>>> = {
  'checks a definition for the launch types that are set for its file, until they are taken back': async () => {
    const document = await write();
    await until('it is checked for none', () => codes(document).includes('requires-compatibilities-missing'));
    assert.ok(!codes(document).includes('fargate-network-mode'));

    await set('toggle');
    assert.deepEqual(setting(document), { [glob]: ['FARGATE'] });
    await until('it is checked for Fargate', () => codes(document).includes('fargate-network-mode'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '\n');
    await vscode.workspace.applyEdit(edit);
    await until('the next version is, too', () => linesOf(document, 'fargate-network-mode').includes(1));

    await set('escape');
    assert.deepEqual(setting(document), { [glob]: ['FARGATE'] });

    await set('toggle');
    assert.equal(setting(document), undefined);
    await until('it is checked for none again', () => !codes(document).includes('fargate-network-mode'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },

  'checks all files that a glob matches, but for one that is taken out': async () => {
    const document = await write();
    const all = '**/*.task-definition.json';
    const configuration = vscode.workspace.getConfiguration('taskdef', document.uri);
    await configuration.update('launchTypes', { [all]: ['FARGATE'] }, vscode.ConfigurationTarget.Workspace);
    await until('it is checked for Fargate', () => codes(document).includes('fargate-network-mode'));
    await set('toggle');
    assert.deepEqual(setting(document), { [all]: ['FARGATE'], [glob]: [] });
    await until('it is checked for none', () => !codes(document).includes('fargate-network-mode'));
    await configuration.update('launchTypes', undefined, vscode.ConfigurationTarget.Workspace);
  },

  'shows the list of a definition that has one': async () => {
    const editor = await open('web.task-definition.json');
    await vscode.commands.executeCommand('taskdef.setLaunchTypes');
    await until('the list is selected', () => editor.document.getText(editor.selection) === '["FARGATE"]');
    assert.equal(setting(editor.document), undefined);
  },
};

async function write(): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, file);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(unlisted));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Runs the command, checks or unchecks the first launch type, and accepts or leaves the picker. */
async function set(answer: 'toggle' | 'escape'): Promise<void> {
  let isOpen = true;
  const running = Promise.resolve(vscode.commands.executeCommand('taskdef.setLaunchTypes')).finally(() => {
    isOpen = false;
  });
  await pause(800);
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
  assert.ok(isOpen, 'the picker is open');
  const close =
    answer === 'toggle' ? 'workbench.action.acceptSelectedQuickOpenItem' : 'workbench.action.closeQuickOpen';
  await vscode.commands.executeCommand(close);
  await running;
}

function setting({ uri }: vscode.TextDocument): unknown {
  return vscode.workspace.getConfiguration('taskdef', uri).inspect('launchTypes')?.workspaceFolderValue;
}

function codes({ uri }: vscode.TextDocument): readonly unknown[] {
  return own(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));
}

function linesOf({ uri }: vscode.TextDocument, rule: string): readonly number[] {
  return own(uri)
    .filter(({ code }) => typeof code === 'object' && code.value === rule)
    .map(({ range }) => range.start.line);
}
