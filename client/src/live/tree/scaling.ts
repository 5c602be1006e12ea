import { factSheet } from '../markdown';
import { childId } from './ids';
import type { TreeNode } from './node';
import { emptyRow } from './notes';
import type { Reading } from './reading';
import { joined } from './words';

/** Between which numbers of tasks a service is scaled, and by which policies. */
export async function scaling(
  parentId: string,
  clusterName: string,
  serviceName: string,
  { gateway, t }: Reading,
): Promise<readonly TreeNode[]> {
  const found = await gateway.scaling(clusterName, serviceName);
  if (!found) return [emptyRow(parentId, t('Not scaled automatically'))];
  const label = t('{0} to {1} tasks', found.min, found.max);
  const description = found.suspended ? t('suspended') : undefined;
  const bounds: TreeNode = {
    id: childId(parentId, 'bounds'),
    label,
    ...(description ? { description } : {}),
    icon: found.suspended ? { name: 'debug-pause', color: 'list.warningForeground' } : { name: 'arrow-both' },
    accessibleLabel: joined([label, description], ', '),
    context: 'scalingBounds',
  };
  const policies = found.policies.map(({ name, kind, detail }): TreeNode => {
    const words = joined([kindWords(kind), detail]);
    return {
      id: childId(parentId, `policy ${name}`),
      label: name,
      description: words,
      icon: { name: 'graph-line' },
      accessibleLabel: t('Scaling policy {0}, {1}', name, words),
      tooltip: () =>
        factSheet(name, [
          [t('Type'), kindWords(kind)],
          [t('Detail'), detail],
        ]),
      context: 'scalingPolicy',
    };
  });
  return [bounds, ...(policies.length > 0 ? policies : [emptyRow(parentId, t('No scaling policies'))])];
}

// TargetTrackingScaling → target tracking scaling
function kindWords(kind: string): string {
  return kind.replaceAll(/\B[A-Z]/g, ' $&').toLowerCase();
}
