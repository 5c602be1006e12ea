import type { TreeNode } from '../tree/node';
import type { TreeStore } from '../tree/store';

/**
 * Goes down from the root along `ids`, reading lists on until they have the next one; reads what it does not find again,
 * once. The last row there is on the way.
 */
export async function reach(
  ids: readonly string[],
  tree: Pick<TreeStore, 'children' | 'more' | 'descend'>,
): Promise<TreeNode | undefined> {
  let node: TreeNode | undefined;
  for (const id of ids) {
    const child = await childWithId(node, id, tree);
    if (!child) return tree.descend(ids);
    node = child;
  }
  return node;
}

async function childWithId(
  parent: TreeNode | undefined,
  id: string,
  tree: Pick<TreeStore, 'children' | 'more'>,
): Promise<TreeNode | undefined> {
  for (let known = -1; ; ) {
    const rows = await tree.children(parent);
    const found = rows.find((row) => row.id === id);
    const more = rows.find((row) => row.more);
    // A list that does not grow has nothing more to give, or cannot be read.
    if (found || !more || rows.length <= known) return found;
    known = rows.length;
    await tree.more(more);
  }
}
