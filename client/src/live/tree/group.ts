import type { Translate } from '../ports';
import { groupId } from './ids';
import type { TreeNode } from './node';
import { rowsOf } from './notes';

/** A row that holds what belongs to its parent; it costs nothing before it is opened. */
export function groupRow(
  parentId: string,
  group: Pick<TreeNode, 'label' | 'icon' | 'accessibleLabel' | 'context'> & {
    readonly description?: string | undefined;
    readonly clusterArn: string;
    readonly load: (id: string) => Promise<readonly TreeNode[]>;
  },
  t: Translate,
): TreeNode {
  const { load, description, ...rest } = group;
  const id = groupId(parentId, group.context);
  return { ...rest, id, ...(description ? { description } : {}), children: () => rowsOf(id, t, () => load(id)) };
}
