import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { complete, hover, own, quickFixes, until } from './host';

const rule = 'image-tag-latest';
const definition = `family: configured
containerDefinitions:
  - name: app
    image: nginx:latest
    memory: 128
`;

/** Tests of what is set: in the settings, in .taskdef.json and in comments. */
export const configurationTests: Readonly<Record<string, () => Promise<void>>> = {
  'completes and explains .taskdef.json, and tells what is wrong in it once': async () => {
    const document = await write(
      'configured/.taskdef.json',
      `{\n  // Ours.\n  "rules": { "${rule}": "hint", "": "off" }\n}\n`,
    );
    assert.equal(document.languageId, 'jsonc');
    await until('rules are completed', async () => (await complete(document, '""', 1)).includes('secret-in-value'));
    const labels = await complete(document, '"hint"', 1);
    assert.ok(
      labels.some((label) => label.includes('warning')),
      labels.join(', '),
    );
    assert.match(await hover(document, rule, 2), new RegExp(`docs/rules/${rule}\\.md`));
    await until('the rule that there is not is told', () => vscode.languages.getDiagnostics(document.uri).length > 0);
    assert.equal(vscode.languages.getDiagnostics(document.uri).length, 1);
    await remove('configured');
  },

  'checks with the settings, and with the nearest .taskdef.json before them': async () => {
    const document = await write('checked/app.task-definition.yaml', definition);
    const severity = () => findingOf(document)?.severity;
    await until('it has its own level', () => severity() === vscode.DiagnosticSeverity.Warning);
    const configuration = vscode.workspace.getConfiguration('taskdef');
    await configuration.update('rules', { [rule]: 'error' }, vscode.ConfigurationTarget.Workspace);
    await until('it has the level of the settings', () => severity() === vscode.DiagnosticSeverity.Error);
    const config = await save('checked/.taskdef.json', JSON.stringify({ rules: { [rule]: 'hint' } }));
    await until('it has the level of the configuration', () => severity() === vscode.DiagnosticSeverity.Hint);
    await vscode.workspace.fs.delete(config);
    await until('it has the level of the settings again', () => severity() === vscode.DiagnosticSeverity.Error);
    await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await until('it has its own level again', () => severity() === vscode.DiagnosticSeverity.Warning);
    await remove('checked');
  },

  'suppresses a finding for its line, and turns a rule off': async () => {
    const document = await write('suppressed/app.task-definition.yaml', definition);
    await until('it is found', () => findingOf(document) !== undefined);
    await apply(document, `Suppress '${rule}' for this line`);
    assert.ok(document.getText().includes(`    # taskdef-disable-next-line ${rule}\n    image`));
    await until('it is suppressed', () => findingOf(document) === undefined);
    assert.match(await hover(document, rule, 2), /moving|tag/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('it is found again', () => findingOf(document) !== undefined);
    await apply(document, `Turn off '${rule}' in .taskdef.json`);
    await until('it is off', () => findingOf(document) === undefined);
    const config = vscode.Uri.joinPath(folder(), '.taskdef.json');
    const text = (await vscode.workspace.openTextDocument(config)).getText();
    assert.deepEqual(JSON.parse(text), { rules: { [rule]: 'off' } });
    await vscode.workspace.saveAll();
    await vscode.workspace.fs.delete(config);
    await remove('suppressed');
  },
};

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
}

async function save(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function write(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await save(name, text));
  await vscode.window.showTextDocument(document);
  return document;
}

async function remove(name: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), name), { recursive: true });
}

async function apply(document: vscode.TextDocument, title: string): Promise<void> {
  const actions = await quickFixes(document, 'nginx', 2);
  const action = actions.find((it) => it.title === title);
  assert.ok(action?.edit, actions.map((it) => it.title).join(', '));
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

function findingOf({ uri }: vscode.TextDocument): vscode.Diagnostic | undefined {
  return own(uri).find(({ code }) => typeof code === 'object' && code.value === rule);
}
