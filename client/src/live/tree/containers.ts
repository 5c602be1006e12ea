import { factSheet } from '../markdown';
import type { Container, Translate } from '../ports';
import { statusWord } from '../task-state';
import { childId } from './ids';
import type { TreeNode } from './node';

/** A container of a task: a leaf. */
export function containerRow(parentId: string, container: Container, t: Translate): TreeNode {
  const { name, lastStatus, exitCode, reason, image } = container;
  const health = container.health === 'UNKNOWN' ? undefined : container.health?.toLowerCase();
  const description = [
    statusWord(lastStatus, t),
    health,
    exitCode !== undefined && lastStatus === 'STOPPED' ? t('exit code {0}', exitCode) : undefined,
    reason,
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    id: childId(parentId, name),
    label: name,
    description,
    icon: { name: 'package' },
    accessibleLabel: t('Container {0}, {1}', name, description),
    tooltip: () =>
      factSheet(name, [
        [t('Status'), statusWord(lastStatus, t)],
        [t('Health'), health],
        [t('Image'), image],
        [t('Digest'), container.imageDigest],
        [t('Exit code'), exitCode?.toString()],
        [t('Reason'), reason],
      ]),
    context: 'container',
  };
}
