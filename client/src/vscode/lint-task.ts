import { execPath } from 'node:process';
import * as vscode from 'vscode';
import type { Translate } from '../live/ports';
import type { TaskMaker } from './tasks';

/** What tasks.json says of a task that checks; the manifest describes it. */
interface LintDefinition extends vscode.TaskDefinition {
  readonly paths?: readonly string[];
  readonly options?: readonly string[];
}

/** Offers the command line check of each workspace folder as a task, whose findings go to the Problems view. `cli` is the command's bundle. */
export function lintTasks(cli: string, t: Translate): TaskMaker {
  const make = (definition: LintDefinition, folder: vscode.WorkspaceFolder): vscode.Task => {
    const { paths = ['.'], options = [] } = definition;
    const execution = new vscode.ProcessExecution(execPath, [cli, 'lint', ...options, '--', ...paths], {
      cwd: folder.uri.fsPath,
      // The desktop's own program is Electron, which is Node only when it is told so.
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    const task = new vscode.Task(definition, folder, t('check all'), 'taskdef', execution, '$taskdef');
    task.detail = t('Checks every task definition, service and run of the folder');
    task.group = vscode.TaskGroup.Test;
    return task;
  };
  return {
    provide: (folder) => (folder.uri.scheme === 'file' ? [make({ type: 'taskdef', paths: ['.'] }, folder)] : []),
    resolve: (definition, folder) =>
      definition.target === undefined ? make(definition as LintDefinition, folder) : undefined,
  };
}
