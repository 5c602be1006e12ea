import * as vscode from 'vscode';

/** Thrown by everything that would reach AWS while the workspace is not trusted. */
export class RestrictedMode extends Error {
  override readonly name = 'RestrictedMode';
}

/** The one gate before AWS: throws `RestrictedMode` in an untrusted workspace. */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new RestrictedMode();
}
