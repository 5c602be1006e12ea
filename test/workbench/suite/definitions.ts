import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/extension';
import type { TreeNode } from '../../../client/src/live/tree/node';
import { findings, hover, open, until } from './host';

const web = 'web.task-definition.json';

/** Tests of the view Task Definitions; `sample-web` is registered before. */
export const definitionsTests: Readonly<Record<string, () => Promise<void>>> = {
  'opens a registered revision to be read, in JSON and YAML': async () => {
    const arn = await newestOfSample();
    await vscode.commands.executeCommand('taskdef.revision.open', arn);
    const json = active();
    assert.equal(json.uri.scheme, 'taskdef-revision');
    assert.equal(JSON.parse(json.getText()).family, 'sample-web');
    await until('it is explained', async () => (await hover(json, '"networkMode"', 2)).includes('**networkMode**'));
    const errors = (await findings(json.uri)).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(errors, []);
    await vscode.commands.executeCommand('taskdef.revision.openYaml', arn);
    assert.equal(active().languageId, 'yaml');
    assert.match(active().getText(), /^family: sample-web$/m);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },

  'compares a revision with the file of its family, where they differ': async () => {
    const { document } = await open(web);
    const at = document.positionAt(document.getText().indexOf('"512"'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 5)), '"1024"');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('taskdef.revision.compareFile', await newestOfSample());
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const [left, right] = await Promise.all(
      [input.original, input.modified].map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()),
    );
    assert.equal(left?.replace('"memory": "512"', '"memory": "1024"'), right);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },
};

async function newestOfSample(): Promise<string> {
  const provider = vscode.extensions.getExtension<Exports>('taskdef.taskdef')?.exports.definitions;
  const families = ((await provider?.getChildren()) ?? []) as readonly TreeNode[];
  const family = families.find(({ label }) => label === 'sample-web');
  const arn = (await family?.children?.())?.[0]?.arn;
  assert.ok(arn, families.map(({ label }) => label).join(', '));
  return arn;
}

function active(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}
