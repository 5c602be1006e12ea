import type { TreeNode } from '../../../client/src/live/tree/node';

/** A tree as indented text, opened `depth` levels down: label · description {context}. */
export async function outline(
  nodes: readonly TreeNode[],
  depth = Number.POSITIVE_INFINITY,
  indent = '',
): Promise<string> {
  const lines: string[] = [];
  for (const node of nodes) {
    const description = node.description === undefined ? '' : ` · ${node.description}`;
    lines.push(`${indent}${node.label}${description} {${node.context}}`);
    if (node.children && depth > 1) lines.push(await outline(await node.children(), depth - 1, `${indent}  `));
  }
  return lines.join('\n');
}

/** The first node whose label is `label`, among `nodes`. */
export function node(nodes: readonly TreeNode[], label: string): TreeNode {
  const found = nodes.find((it) => it.label === label);
  if (!found) throw new Error(`No row ${label} among ${nodes.map((it) => it.label).join(', ')}`);
  return found;
}

/** Opens the row `label` among `nodes`. */
export async function open(nodes: readonly TreeNode[], label: string): Promise<readonly TreeNode[]> {
  return (await node(nodes, label).children?.()) ?? [];
}
