import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

/** Every command that may change something in AWS is refused in code, whatever menus show. */
export const refusalTests: Readonly<Record<string, () => Promise<void>>> = {
  'refuses every command that changes something while changes are switched off': async () => {
    const settings = vscode.workspace.getConfiguration('taskdef');
    await settings.update('readOnly', true, vscode.ConfigurationTarget.Global);
    try {
      for (const id of changing()) assert.match(await said(id), /read-only/, id);
    } finally {
      await settings.update('readOnly', undefined, vscode.ConfigurationTarget.Global);
    }
  },

  'refuses every command that changes something in Restricted Mode': async () => {
    Object.defineProperty(vscode.workspace, 'isTrusted', { configurable: true, get: () => false });
    try {
      for (const id of changing()) assert.match(await said(id), /not trusted/, id);
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', { configurable: true, get: () => true });
    }
  },
};

/** Those that the switch greys out. */
export function changing(): readonly string[] {
  const manifest = vscode.extensions.getExtension('taskdef.taskdef')?.packageJSON;
  const commands: readonly { readonly command: string; readonly enablement?: string }[] = manifest.contributes.commands;
  const found = commands.filter(({ enablement }) => enablement?.includes('!taskdef.readOnly'));
  assert.ok(found.length >= 15, `${found.length} commands`);
  return found.map(({ command }) => command);
}

/** What a command tells the user before it is over. */
export async function said(id: string, ...args: readonly unknown[]): Promise<string> {
  const window = vscode.window as { -readonly [K in keyof typeof vscode.window]: (typeof vscode.window)[K] };
  const { showErrorMessage, showWarningMessage } = vscode.window;
  const messages: string[] = [];
  const hear = (async (message: string) => {
    messages.push(message);
    return undefined;
  }) as typeof showErrorMessage;
  Object.assign(window, { showErrorMessage: hear, showWarningMessage: hear });
  try {
    await vscode.commands.executeCommand(id, ...args);
  } finally {
    Object.assign(window, { showErrorMessage, showWarningMessage });
  }
  return messages.join('\n');
}
