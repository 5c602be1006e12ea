// Runs inside the extension host: under the workbench driver here, under @vscode/test-electron elsewhere.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/extension';
import type { TreeNode } from '../../../client/src/live/tree/node';
import { runTests } from '../../support/workbench/host-tests';
import { configurationTests } from './configuration';
import { definitionsTests } from './definitions';
import { complete, findings, hover, open, own, quickFixes, until } from './host';
import { launchTypesTests } from './launch-types';
import { refusalTests } from './refusals';
import { stopFindingsTests } from './stop-findings';
import { targetTests } from './targets';
import { yamlTests } from './yaml';

const sick = 'sick.task-definition.json';

export const run = () =>
  runTests({
    'activates by opening a task definition, and loads nothing of AWS': async () => {
      await open(sick);
      const extension = vscode.extensions.getExtension<Exports>('taskdef.taskdef');
      await until('the extension is active', () => extension?.isActive === true);
      assert.deepEqual(loadedFromAws(), []);
    },

    'has every command of the manifest, and no other': async () => {
      const manifest = vscode.extensions.getExtension('taskdef.taskdef')?.packageJSON;
      const declared: readonly string[] = manifest.contributes.commands.map((it: { command: string }) => it.command);
      // VS Code makes some for each view.
      const ofView =
        /^taskdef\.(?:activity|clusters|definitions)\.(?:focus|open|removeView|resetViewLocation|toggleVisibility)$/;
      const registered = (await vscode.commands.getCommands(true)).filter(
        (id) => id.startsWith('taskdef.') && !ofView.test(id),
      );
      assert.deepEqual(registered.toSorted(), declared.toSorted());
    },

    'diagnoses a task definition, each finding with its rule and page': async () => {
      const { document } = await open(sick);
      const found = await findings(document.uri);
      const codes = found.map(({ code }) => (typeof code === 'object' ? code.value : code));
      for (const rule of [
        'unknown-property',
        'fargate-network-mode',
        'task-cpu-memory-not-string',
        'plaintext-secret',
      ]) {
        assert.ok(codes.includes(rule), `${rule} among ${codes.join(', ')}`);
      }
      const [first] = found;
      assert.ok(typeof first?.code === 'object' && first.code.target.path.endsWith(`${first.code.value}.md`));
    },

    'completes keys and names in the file': async () => {
      const { document } = await open(sick);
      const keys = await complete(document, '"portMapping"', 1);
      assert.ok(keys.includes('portMappings') && !keys.includes('image'), keys.join(', '));
      assert.deepEqual(await complete(document, '"databse"', 1), ['database']);
    },

    'hovers with documentation': async () => {
      const { document } = await open(sick);
      const text = await hover(document, '"dependsOn"', 2);
      assert.match(text, /\*\*dependsOn\*\*[\s\S]*https:\/\/docs\.aws\.amazon\.com\//);
    },

    'mends a finding by its quick fix': async () => {
      const { document } = await open(sick);
      const actions = await quickFixes(document, '"portMapping"', 1);
      const action = actions.find(({ title }) => title === "Rename to 'portMappings'");
      assert.ok(action?.edit, actions.map(({ title }) => title).join(', '));
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      assert.ok(document.getText().includes('"portMappings"'));
      await until('the finding is gone', () =>
        own(document.uri).every(({ code }) => typeof code !== 'object' || code.value !== 'unknown-property'),
      );
      await vscode.commands.executeCommand('workbench.action.files.revert');
    },

    ...yamlTests,
    ...launchTypesTests,
    ...configurationTests,
    ...stopFindingsTests,

    'has nothing to say of other JSON': async () => {
      const document = await vscode.workspace.openTextDocument({
        language: 'json',
        content: '{ "family": 1, "cpu": 2 }',
      });
      await vscode.window.showTextDocument(document);
      const at = new vscode.Position(0, 4);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      assert.deepEqual([hovers, lenses, own(document.uri)], [[], [], []]);
    },

    'lists the clusters of the endpoint, and what is in them': async () => {
      assert.deepEqual(loadedFromAws(), [], 'AWS is loaded on first use');
      const clusters = await rows();
      assert.deepEqual(
        clusters
          .map(({ label }) => label)
          .filter((label) => ['storefront', 'batch-jobs', 'playground'].includes(label))
          .toSorted(),
        ['batch-jobs', 'playground', 'storefront'],
      );
      assert.equal(loadedFromAws().length, 1);
      const storefront = clusters.find(({ label }) => label === 'storefront');
      const below = (await storefront?.children?.()) ?? [];
      assert.ok(
        below.some(({ label }) => label === 'web'),
        below.map(({ label }) => label).join(', '),
      );
    },

    ...targetTests,
    ...definitionsTests,
    ...refusalTests,
  });

async function rows(): Promise<readonly TreeNode[]> {
  const exports = vscode.extensions.getExtension<Exports>('taskdef.taskdef')?.exports;
  return ((await exports?.clusters.getChildren()) ?? []) as readonly TreeNode[];
}

function loadedFromAws(): readonly string[] {
  return Object.keys(require.cache).filter((file) => /[\\/]dist[\\/]aws\.js$/.test(file));
}
