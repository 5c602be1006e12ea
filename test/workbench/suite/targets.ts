import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { open, pause, until } from './host';

const web = 'web.task-definition.json';
// A target of one kind leaves the line that asks for one of the other kind.
const deploy = '$(rocket)\u00a0Deploy…';
const wouldRunOn = 'Would It Run On…?';

/** Tests of what deploys a file, in their order: the first one makes the target of the others. */
export const targetTests: Readonly<Record<string, () => Promise<void>>> = {
  'asks where to run a definition, once, and runs it to RUNNING': async () => {
    const { document } = await open(web);
    assert.deepEqual(await lenses(document.uri), ['$(play)\u00a0Run…', deploy, wouldRunOn]);
    const told = await answering(() => vscode.commands.executeCommand('taskdef.registerAndRun', document.uri));
    assert.match(told.question, /sample-web/);
    assert.match(told.plan, /Account: 123456789012[\s\S]*Will call: ecs:RegisterTaskDefinition, ecs:RunTask/);
    assert.match(told.result, /is running/i);
    const [[name, target] = ['', {}], ...others] = Object.entries(targets(document.uri));
    assert.deepEqual(others, []);
    assert.match(name, /^sample-web-/);
    const { file, kind, launchType } = target;
    assert.deepEqual([file, kind, launchType], [web, 'run', 'FARGATE']);
  },

  'offers the target by its name above the definition': async () => {
    const { document } = await open(web);
    const [name] = Object.keys(targets(document.uri));
    await until('the CodeLens knows it', async () => (await lenses(document.uri)).includes(`$(play)\u00a0Run ${name}`));
    assert.deepEqual(await lenses(document.uri), [`$(play)\u00a0Run ${name}`, deploy, wouldRunOn]);
  },

  'runs it again by one click and one answer, and registers nothing': async () => {
    const { document } = await open(web);
    const [name] = Object.keys(targets(document.uri));
    const told = await answering(() =>
      vscode.commands.executeCommand('taskdef.registerAndRun', document.uri.toString(), 0, name),
    );
    assert.equal(told.pickers, 0);
    assert.match(told.plan, /Will call: ecs:RunTask/);
    assert.match(told.result, /is running/i);
  },

  'runs it as a task that ends as the run does': async () => {
    const { document } = await open(web);
    const [name] = Object.keys(targets(document.uri));
    const tasks = await vscode.tasks.fetchTasks({ type: 'taskdef' });
    assert.deepEqual(tasks.map((task) => task.name).toSorted(), ['check all', `deploy ${name}`]);
    const task = tasks.find((it) => it.name !== 'check all');
    assert.ok(task);
    const codes: (number | undefined)[] = [];
    const ending = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => codes.push(exitCode));
    await answering(async () => {
      await vscode.tasks.executeTask(task);
      await until('the task has ended', () => codes.length > 0);
    });
    ending.dispose();
    assert.deepEqual(codes, [0]);
  },

  'runs nothing by a name that no target has any more': async () => {
    const { document } = await open(web);
    const told = await messages(() =>
      vscode.commands.executeCommand('taskdef.registerAndRun', document.uri, 0, 'gone'),
    );
    assert.deepEqual(told, ['There is no target gone for sample-web any more.']);
  },

  'says that the file of a target is missing': async () => {
    const { document } = await open(web);
    const configuration = vscode.workspace.getConfiguration('taskdef', document.uri);
    const before = targets(document.uri);
    const missing = { file: 'missing.json', kind: 'run', cluster: 'shop' };
    await configuration.update('targets', { ...before, missing }, vscode.ConfigurationTarget.Workspace);
    const tasks = await vscode.tasks.fetchTasks({ type: 'taskdef' });
    const task = tasks.find((it) => it.name === 'deploy missing');
    assert.ok(task);
    const codes: (number | undefined)[] = [];
    const ending = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => codes.push(exitCode));
    await vscode.tasks.executeTask(task);
    await until('the task has ended', () => codes.length > 0);
    ending.dispose();
    assert.deepEqual(codes, [1]);
    await configuration.update('targets', before, vscode.ConfigurationTarget.Workspace);
  },
};

type Entry = Readonly<Record<string, unknown>>;

/** What the settings of the folder say, not what a default does. */
function targets(uri: vscode.Uri): Readonly<Record<string, Entry>> {
  const told = vscode.workspace.getConfiguration('taskdef', uri).inspect<Readonly<Record<string, Entry>>>('targets');
  return told?.workspaceFolderValue ?? told?.workspaceValue ?? {};
}

/** The errors that are told meanwhile, each closed. */
async function messages(work: () => Thenable<unknown>): Promise<readonly string[]> {
  const window = vscode.window as { -readonly [K in keyof typeof vscode.window]: (typeof vscode.window)[K] };
  const { showErrorMessage } = vscode.window;
  const told: string[] = [];
  window.showErrorMessage = (async (message: string) => {
    told.push(message);
    return undefined;
  }) as typeof showErrorMessage;
  try {
    await work();
    return told;
  } finally {
    window.showErrorMessage = showErrorMessage;
  }
}

async function lenses(uri: vscode.Uri): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return found.map(({ command }) => command?.title ?? '');
}

/**
 * Accepts what each picker proposes, and the modal question, which VS Code refuses to show in tests: only that one call is
 * answered here. Gives what the user would have read.
 */
async function answering(work: () => Thenable<unknown>) {
  const told = { question: '', plan: '', result: '', pickers: 0 };
  const window = vscode.window as { -readonly [K in keyof typeof vscode.window]: (typeof vscode.window)[K] };
  const { showWarningMessage, showInformationMessage, createQuickPick } = vscode.window;
  let done = false;
  window.showWarningMessage = (async (message: string, options: vscode.MessageOptions, button: string) => {
    Object.assign(told, { question: message, plan: options.detail });
    return button;
  }) as typeof showWarningMessage;
  window.showInformationMessage = (async (message: string) => {
    told.result = message;
    return undefined;
  }) as typeof showInformationMessage;
  window.createQuickPick = (() => {
    told.pickers += 1;
    return createQuickPick();
  }) as typeof createQuickPick;
  const running = Promise.resolve(work()).finally(() => {
    done = true;
  });
  try {
    while (!done && told.question === '') {
      await pause(400);
      // In a picker of many this checks a row; in a picker of one it goes to the next.
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await running;
    await until('the result is told', () => told.result !== '');
    return told;
  } finally {
    Object.assign(window, { showWarningMessage, showInformationMessage, createQuickPick });
  }
}
