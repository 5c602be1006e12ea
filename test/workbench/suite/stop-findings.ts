import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/extension';
import type { Task } from '../../../client/src/live/ports';
import { pause, positionOf, quickFixes, until } from './host';

const content = `family: stopped
containerDefinitions:
  - name: app
    image: example/app:1
    memory: 128
`;
const stopped: Task = {
  arn: 'arn:aws:ecs:us-east-1:123456789012:task/playground/0a1b2c3d4e5f',
  id: '0a1b2c3d4e5f',
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/playground',
  lastStatus: 'STOPPED',
  stopCode: 'TaskFailedToStart',
  stoppedReason:
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/example/app:1: not found',
  containers: [{ name: 'app' }],
};

/** Tests of what a task that has stopped says in the file it was started from. */
export const stopFindingsTests: Readonly<Record<string, () => Promise<void>>> = {
  'shows why a task stopped at the image, and follows it until it is another one': async () => {
    const { document, findings } = await begin();
    await findings.show(document.uri, 'stopped', stopped);
    const [finding] = shown(document.uri);
    assert.equal(finding && document.getText(finding.range), 'example/app:1');
    assert.match(finding?.message ?? '', /image of container 'app' is not in its registry[\s\S]*AWS says: CannotPull/);
    assert.deepEqual(codeOf(finding), ['image-not-found', 'docs.aws.amazon.com']);
    await insert(document, new vscode.Position(2, 0), '  - name: db\n    image: db\n');
    await until('it has moved', () => shown(document.uri)[0]?.range.start.line === 5);
    await insert(document, positionOf(document, 'example/app:1', 13), '2');
    await until('it is gone', () => shown(document.uri).length === 0);
  },

  'takes away why a task stopped when it is dismissed, or the next run begins': async () => {
    const { document, findings } = await begin();
    await findings.show(document.uri, 0, stopped);
    const [action] = (await quickFixes(document, 'example/app:1', 3)).filter(({ title }) => /^Dismiss/.test(title));
    assert.ok(action?.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    assert.deepEqual(shown(document.uri), []);
    await findings.show(document.uri, 'stopped', stopped);
    assert.equal(shown(document.uri).length, 1);
    findings.clear(document.uri, 'another');
    assert.equal(shown(document.uri).length, 1);
    findings.clear(document.uri, 'stopped');
    assert.deepEqual(shown(document.uri), []);
  },

  'shows nothing of a task that did as it was told': async () => {
    const { document, findings } = await begin();
    await findings.show(document.uri, 'stopped', { ...stopped, stopCode: 'UserInitiated' });
    await pause(100);
    assert.deepEqual(shown(document.uri), []);
  },
};

async function begin() {
  const findings = vscode.extensions.getExtension<Exports>('taskdef.taskdef')?.exports.stopFindings;
  assert.ok(findings);
  const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
  await vscode.window.showTextDocument(document);
  return { document, findings };
}

async function insert({ uri }: vscode.TextDocument, at: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, at, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function shown(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'taskdef run');
}

function codeOf(finding: vscode.Diagnostic | undefined): readonly unknown[] {
  const code = finding?.code;
  return typeof code === 'object' ? [code.value, code.target.authority] : [code];
}
