import { LiveFailure } from '../failure';
import { explainFailure } from '../failure-reasons';
import { factSheet } from '../markdown';
import type { Failure, Translate } from '../ports';
import { childId } from './ids';
import type { TreeNode } from './node';

/**
 * The children that `load` finds, each id once: VS Code refuses a level with two rows of one id, and answers of ECS that
 * were read page by page may repeat themselves. An expected failure becomes a row that says what to do.
 */
export async function rowsOf(
  parentId: string,
  t: Translate,
  load: () => Promise<readonly TreeNode[]>,
): Promise<readonly TreeNode[]> {
  try {
    const rows = await load();
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    return error.kind === 'cancelled' ? [] : failureRows(parentId, error, t);
  }
}

/** A failure as two rows, what happened and what mends it: a side bar is too narrow for both in one. The first one's context is `error;KIND`. */
export function failureRows(parentId: string, failure: LiveFailure, t: Translate): readonly TreeNode[] {
  const { sentence, kind, details } = failure;
  const { icon, ...command } = remedy(failure, t);
  return [
    {
      id: childId(parentId, 'error'),
      label: sentence,
      icon: { name: 'error', color: 'list.errorForeground' },
      accessibleLabel: t('Error: {0}', sentence),
      tooltip: () =>
        factSheet(sentence, [
          [t('Operation'), details.operation],
          [t('Request'), details.requestId],
        ]),
      context: `error;${kind}`,
      command,
    },
    {
      id: childId(parentId, 'remedy'),
      label: command.title,
      icon: { name: icon },
      accessibleLabel: command.title,
      context: 'remedy',
      command,
    },
  ];
}

/** One `failures[]` entry as a row, since what could not be described is missing from the list. */
export function missingRow(parentId: string, failure: Failure, t: Translate): TreeNode {
  const name = failure.arn?.slice(failure.arn.lastIndexOf('/') + 1) ?? failure.reason;
  const sentence = explainFailure(failure, t);
  return {
    id: childId(parentId, `failure ${failure.arn ?? ''} ${failure.reason}`),
    label: name,
    description: sentence,
    icon: { name: 'warning', color: 'list.warningForeground' },
    accessibleLabel: t('{0} could not be described: {1}', name, sentence),
    tooltip: () => factSheet(name, [[t('Reason'), sentence]]),
    context: 'failure',
  };
}

/** A row that says that there is nothing. */
export function emptyRow(parentId: string, label: string): TreeNode {
  return { id: childId(parentId, 'empty'), label, icon: { name: 'info' }, accessibleLabel: label, context: 'empty' };
}

function remedy(
  { action, kind, details: { profile } }: LiveFailure,
  t: Translate,
): NonNullable<TreeNode['command']> & { readonly icon: string } {
  switch (action) {
    case 'pick-connection':
      return { id: 'taskdef.connection.pick', title: t('Choose Connection'), icon: 'cloud' };
    case 'sign-in':
      return {
        id: 'taskdef.signIn.copy',
        title: t('Copy Sign-In Command'),
        icon: 'copy',
        arguments: profile ? [kind, profile] : [kind],
      };
    case 'retry':
      return { id: 'taskdef.clusters.refresh', title: t('Try Again'), icon: 'refresh' };
    case 'show-log':
      return { id: 'taskdef.log.show', title: t('Show Log'), icon: 'output' };
    case 'open-settings':
      return {
        id: 'workbench.action.openSettings',
        title: t('Open Settings'),
        icon: 'gear',
        arguments: ['taskdef.readOnly'],
      };
  }
}
