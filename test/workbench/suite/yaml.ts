import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { complete, faults, findings, hints, hover, open, positionOf, quickFixes, until } from './host';

const worker = 'worker.task-definition.yaml';
const template = 'sick.template.yaml';

/** Tests of YAML, and of what the settings change in it. */
export const yamlTests: Readonly<Record<string, () => Promise<void>>> = {
  'diagnoses and mends a template in YAML, in its spelling': async () => {
    const { document } = await open(template);
    const codes = (await faultsIn(document)).map(({ code }) => (typeof code === 'object' ? code.value : code));
    assert.deepEqual(codes.toSorted(), ['fargate-network-mode', 'unknown-property']);
    const actions = await quickFixes(document, 'PortMapping:', 1);
    const action = actions.find(({ title }) => /^Rename to 'portMappings'$/i.test(title));
    assert.ok(action?.edit, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.ok(document.getText().includes('\n          PortMappings:\n            - ContainerPort: 8443\n'));
    await until('one finding is left', () => faults(document.uri).length === 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  },

  'completes and hovers in YAML': async () => {
    const { document } = await open(worker);
    assert.deepEqual(await complete(document, 'traces\n        condition', 3), ['traces']);
    const keys = await complete(document, 'stopTimeout', 1);
    assert.ok(keys.includes('startTimeout') && !keys.includes('image'), keys.join(', '));
    assert.match(await hover(document, 'dependsOn', 2), /\*\*dependsOn\*\*[\s\S]*https:\/\/docs\.aws\.amazon\.com\//);
    assert.deepEqual(faults(document.uri), []);
  },

  'converts YAML to JSON beside it, and back to the same data': async () => {
    await open(worker);
    await vscode.commands.executeCommand('taskdef.convert');
    const json = vscode.window.activeTextEditor?.document;
    assert.ok(json && /^jsonc?$/.test(json.languageId), json?.languageId);
    const text = json.getText();
    assert.ok(text.includes('"family": "sample-worker"'), text.slice(0, 200));
    await until('the definition is recognised', async () => {
      await vscode.commands.executeCommand('taskdef.convert');
      return vscode.window.activeTextEditor?.document.languageId === 'yaml';
    });
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^family: sample-worker$/m);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  },

  'shows hints of the kinds that are wanted': async () => {
    const { document } = await open(worker);
    const settings = vscode.workspace.getConfiguration('taskdef.inlayHints');
    const shown = async () => {
      const labels = await hints(document);
      return { sizes: labels.includes('0.5 vCPU'), ports: labels.includes('host port 4317') };
    };
    await until('hints of all kinds', async () => (await shown()).sizes && (await shown()).ports);
    await settings.update('size', false, vscode.ConfigurationTarget.Workspace);
    await until('ports alone', async () => !(await shown()).sizes && (await shown()).ports);
    await settings.update('size', undefined, vscode.ConfigurationTarget.Workspace);
    await until('sizes again', async () => (await shown()).sizes);
  },

  'folds and marks what is not ours as VS Code does by itself': async () => {
    const others = {
      yaml: 'name: word\njobs:\n  build:\n    - word\n    - other\n',
      json: '{\n  "name": "word",\n  "jobs": {\n    "build": "word"\n  }\n}\n',
    };
    for (const [language, content] of Object.entries(others)) {
      const document = await vscode.workspace.openTextDocument({ language, content });
      const editor = await vscode.window.showTextDocument(document);
      // An empty list would be an answer, and nothing else would be asked.
      const marked = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
        'vscode.executeDocumentHighlights',
        document.uri,
        positionOf(document, 'word', 1),
      );
      assert.notDeepEqual(marked, [], language);
      await until(`${language} folds`, async () => {
        await vscode.commands.executeCommand('editor.foldAll');
        const seen = editor.visibleRanges.map(({ start, end }) => end.line - start.line + 1);
        return seen.reduce((sum, lines) => sum + lines, 0) < document.lineCount - 1;
      });
    }
  },
};

async function faultsIn({ uri }: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  await findings(uri);
  return faults(uri);
}
