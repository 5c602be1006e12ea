import * as vscode from 'vscode';
import type { TreeNode } from '../../live/tree/node';

/** A row as VS Code wants it; the tooltip follows when it is asked for, by `withTooltip`. */
export function treeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(
    node.label,
    node.children ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = node.id;
  item.iconPath = new vscode.ThemeIcon(
    node.icon.name,
    node.icon.color === undefined ? undefined : new vscode.ThemeColor(node.icon.color),
  );
  item.accessibilityInformation = { label: node.accessibleLabel };
  item.contextValue = node.context;
  if (node.description !== undefined) item.description = node.description;
  if (node.command) {
    const given = argumentsOf(node, node.command);
    item.command = {
      command: node.command.id,
      title: node.command.title,
      ...(given ? { arguments: [...given] } : {}),
    };
  }
  return item;
}

// What mends a failure has to know of which row, and so of which connection.
function argumentsOf(
  node: TreeNode,
  { id, arguments: given }: NonNullable<TreeNode['command']>,
): readonly unknown[] | undefined {
  if (node.more) return [node];
  const mends = id === 'taskdef.connection.pick' || id === 'taskdef.clusters.refresh';
  return mends ? [node] : given;
}

/** Adds the tooltip, fetched where it has to be. Its text comes from AWS: no command links, no HTML. */
export async function withTooltip(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
  const text = node.details ? await node.details() : node.tooltip?.();
  if (text !== undefined) {
    const tooltip = new vscode.MarkdownString(text);
    tooltip.isTrusted = false;
    tooltip.supportHtml = false;
    item.tooltip = tooltip;
  }
  return item;
}
