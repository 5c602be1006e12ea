import * as vscode from 'vscode';

/** Makes tasks of one sort. */
export interface TaskMaker {
  /** Those that a folder has without a word in tasks.json. */
  provide(folder: vscode.WorkspaceFolder): readonly vscode.Task[];
  /** The one that tasks.json describes; undefined: it is of another sort. */
  resolve(definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder): vscode.Task | undefined;
}

/** Registers all tasks of the type `taskdef`: VS Code asks one provider for each type. */
export function registerTasks(...makers: readonly TaskMaker[]): vscode.Disposable {
  return vscode.tasks.registerTaskProvider('taskdef', {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? []).flatMap((folder) => makers.flatMap((maker) => maker.provide(folder))),
    resolveTask: ({ definition, scope }) => {
      if (typeof scope !== 'object') return undefined;
      return makers.map((maker) => maker.resolve(definition, scope)).find((task) => task !== undefined);
    },
  });
}
