import * as vscode from 'vscode';

/** What a command does; arguments come from menus, CodeLenses and other extensions, so nothing is known about them. */
export type Handler = (...args: readonly unknown[]) => Promise<unknown>;

/** Registers every handler under its id; what a handler throws goes to `report`, with a way to try again. */
export function registerCommands(
  handlers: Readonly<Record<string, Handler>>,
  report: (error: unknown, again: () => void) => Promise<void>,
): vscode.Disposable {
  const registrations = Object.entries(handlers).map(([id, handler]) => {
    const run = async (...args: readonly unknown[]): Promise<unknown> => {
      try {
        return await handler(...args);
      } catch (error) {
        await report(error, () => void run(...args));
        return undefined;
      }
    };
    return vscode.commands.registerCommand(id, run);
  });
  return vscode.Disposable.from(...registrations);
}
