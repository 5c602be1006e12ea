import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Exports } from '../../../client/src/extension';
import type { TreeNode } from '../../../client/src/live/tree/node';

type View = 'clusters' | 'definitions' | 'activity';

/** Which rows of a view a menu shows a command on. */
export interface RowCondition {
  readonly view: View;
  readonly context: RegExp;
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

/** The commands of the manifest. */
export function manifestCommands(): readonly string[] {
  return contributions().commands.map(({ command }) => command);
}

/** The rows on whose menu the manifest puts a command. */
export function rowsOfMenu(id: string): readonly RowCondition[] {
  const items = contributions().menus['view/item/context'] ?? [];
  return items
    .filter(({ command }) => command === id)
    .flatMap(({ when = '' }) => [
      ...when.matchAll(
        /view == taskdef\.(clusters|definitions|activity) && viewItem (?:=~ \/(.+?)\/(?= |\)|$)|== ([\w;]+))/g,
      ),
    ])
    .map(([, view, pattern, exact]) => ({
      view: view as View,
      context: new RegExp(pattern ?? `^${exact}$`),
    }));
}

/** A command on no row's menu works on a file when the manifest offers it where a task definition is open. */
export function isAboutFile(id: string): boolean {
  const { commandPalette = [] } = contributions().menus;
  const { when = '' } = commandPalette.find(({ command }) => command === id) ?? {};
  return /taskdef\.(isTaskDefinition|holdsDefinition|holdsContainers)/.test(when);
}

/** What a user's click passes to a command: a row that its menu stands on, or a file's URI. Fails when there is neither. */
export async function clicked(id: string): Promise<unknown> {
  const conditions = rowsOfMenu(id);
  if (conditions.length === 0) {
    assert.ok(isAboutFile(id), `${id} stands on no row and is about no file: say here what it works on`);
    const [file] = await vscode.workspace.findFiles('web.task-definition.json');
    return file;
  }
  for (const { view, context } of conditions) {
    const row = await find(view, (it) => context.test(it.context));
    if (row) return row;
  }
  return assert.fail(`no row that ${id} stands on: ${conditions.map(({ view, context }) => `${view} ${context}`)}`);
}

/** The first row of a view that passes, upper levels first. */
async function find(view: View, passes: (row: TreeNode) => boolean): Promise<TreeNode | undefined> {
  const provider = vscode.extensions.getExtension<Exports>('taskdef.taskdef')?.exports[view];
  let level = ((await provider?.getChildren()) ?? []) as readonly TreeNode[];
  while (level.length > 0) {
    const found = level.find(passes);
    if (found) return found;
    const below = await Promise.all(
      level.map(async (it) => (it.children ? ((await provider?.getChildren(it)) ?? []) : [])),
    );
    level = below.flat();
  }
  return undefined;
}

function contributions(): {
  readonly commands: readonly { readonly command: string }[];
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
} {
  return vscode.extensions.getExtension('taskdef.taskdef')?.packageJSON.contributes;
}
