// Runs inside the extension host with the setting taskdef.readOnly on, at a fake account that lacks an image.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { runTests } from '../../support/workbench/host-tests';
import { positionOf, until } from './host';

const image = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1';
const content = `family: checked
executionRoleArn: arn:aws:iam::111122223333:role/web-exec
containerDefinitions:
  - name: app
    image: ${image}
    memory: 128
    secrets:
      - name: TOKEN
        valueFrom: arn:aws:secretsmanager:us-east-1:111122223333:secret:web-AbCd12
`;

export const run = () =>
  runTests({
    'tells how many are well, and shows what is missing at its place until it is another one': async () => {
      const document = await opened();
      const told = await check('');
      assert.equal(told, 'checked: 2 well, 1 not, 1 not checked.');
      const [found, ...others] = shown(document.uri);
      assert.deepEqual(others, []);
      assert.equal(found && document.getText(found.range), image);
      assert.match(found?.message ?? '', /is not in ECR.*Push the image/);
      await insert(document, positionOf(document, '  - name: app', 0), '  - name: db\n    image: db\n');
      await until('it has moved', () => shown(document.uri)[0]?.range.start.line === 6);
      await insert(document, positionOf(document, image, image.length), '2');
      await until('it is gone', () => shown(document.uri).length === 0);
    },

    'shows all of it in a text that wants no saving': async () => {
      const document = await opened();
      await check('Show Details');
      await until('the text is there', () => vscode.window.activeTextEditor?.document.uri.scheme === 'taskdef-text');
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /^Task definition: checked in .*\nAccount: 111122223333 \(arn:.*\nRegion: us-east-1\n/);
      assert.match(
        text,
        /\nOK {4}Execution role .* exists\.\n[\s\S]*\nFAIL {2}Image [\s\S]*\nSKIP {2}Secret .*DescribeSecret/,
      );
      assert.equal(shown(document.uri).length, 1);
      await vscode.window.showTextDocument(document);
      await check('');
      assert.equal(shown(document.uri).length, 1);
    },
  });

async function opened(): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Checks the active document and answers the message; its button is clicked where it is `button`. */
async function check(button: string): Promise<string> {
  const window = vscode.window as { -readonly [K in keyof typeof vscode.window]: (typeof vscode.window)[K] };
  const { showWarningMessage } = vscode.window;
  const told: string[] = [];
  window.showWarningMessage = (async (message: string, ...buttons: readonly unknown[]) => {
    told.push(message);
    return buttons.find((it) => it === button);
  }) as typeof showWarningMessage;
  try {
    await vscode.commands.executeCommand('taskdef.verify');
  } finally {
    Object.assign(window, { showWarningMessage });
  }
  return told.join('\n');
}

async function insert({ uri }: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, at, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function shown(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'taskdef account');
}
