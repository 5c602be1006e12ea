import type * as vscode from 'vscode';
import type { Memory } from '../../live/ports';

/** Answers kept in the state of the workspace, so that one project's cluster is never proposed in another. */
export function memoryIn(state: vscode.Memento): Memory {
  return {
    get: (key) => state.get(key),
    set: async (key, value) => state.update(key, value),
  };
}
