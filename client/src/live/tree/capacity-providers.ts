import { factSheet } from '../markdown';
import type { Translate } from '../ports';
import type { CapacityProvider } from '../records';
import { childId } from './ids';
import type { TreeNode } from './node';
import { emptyRow, missingRow } from './notes';
import type { Reading } from './reading';
import { joined, stateWords } from './words';

/** The capacity providers of a cluster, those of its default strategy first. */
export async function capacityProviders(
  parentId: string,
  clusterArn: string,
  { gateway, t }: Reading,
): Promise<readonly TreeNode[]> {
  const { items, failures } = await gateway.capacityProviders(clusterArn);
  if (items.length + failures.length === 0) return [emptyRow(parentId, t('No capacity providers'))];
  return [
    ...items.map((provider) => providerRow(parentId, provider, t)),
    ...failures.map((failure) => missingRow(parentId, failure, t)),
  ];
}

function providerRow(parentId: string, provider: CapacityProvider, t: Translate): TreeNode {
  const { name, arn, status, weight, base } = provider;
  const share =
    weight === undefined || base === undefined
      ? t('not in the default strategy')
      : t('base {0}, weight {1}', base, weight);
  const failed = provider.updateStatus?.endsWith('_FAILED') ?? false;
  const update = failed ? joined([stateWords(provider.updateStatus ?? '', t), provider.updateReason], ': ') : undefined;
  const description = joined([status === undefined ? t('state unknown') : stateWords(status, t), share, update]);
  return {
    id: childId(parentId, name),
    label: name,
    description,
    icon: failed ? { name: 'warning', color: 'list.warningForeground' } : { name: 'layers' },
    accessibleLabel: t('Capacity provider {0}, {1}', name, description),
    tooltip: () =>
      factSheet(name, [
        [t('Status'), status && stateWords(status, t)],
        [t('Default strategy'), share],
        [t('Type'), provider.type],
        [t('Auto Scaling group'), provider.autoScalingGroupArn],
        [
          t('Last update'),
          joined([provider.updateStatus && stateWords(provider.updateStatus, t), provider.updateReason], ': '),
        ],
        ['ARN', arn],
      ]),
    context: 'capacityProvider',
    ...(arn === undefined ? {} : { arn }),
  };
}
