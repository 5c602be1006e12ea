import type { EcsGateway, Pages, Translate } from '../ports';
import { childId } from '../tree/ids';
import type { TreeNode } from '../tree/node';
import { emptyRow, missingRow, rowsOf } from '../tree/notes';
import { shortName } from './revision-name';
import { revisionSheet } from './revision-sheet';
import { createUsage } from './usage';
import { type UsageReading, usageRows } from './usage-rows';

/** How many revisions a row shows before the rest is asked for. */
const shown = 100;

/** The id of a family's row. */
export function familyId(region: string, family: string): string {
  return `${region}/family/${family}`;
}

/**
 * The families of a connection that have an active revision, by name; their revisions are fetched when `children` are
 * asked for. Empty when there is none. What the user can mend is a row.
 */
export function definitionRows(connect: () => Promise<EcsGateway>, t: Translate): Promise<readonly TreeNode[]> {
  return rowsHere('definitions', t, async () => {
    const gateway = await connect();
    const families = await gateway.families('ACTIVE');
    return families.toSorted((a, b) => a.localeCompare(b)).map((family) => familyRow(family, gateway, t));
  });
}

function familyRow(family: string, gateway: EcsGateway, t: Translate): TreeNode {
  const id = familyId(gateway.connection.region, family);
  return {
    id,
    label: family,
    icon: { name: 'versions' },
    accessibleLabel: t('Task definition family {0}', family),
    context: 'family',
    children: async () => {
      const reading = { gateway, usage: createUsage(family, gateway), connection: gateway.connection, t };
      const active = await revisionRows(id, gateway.revisionPages(family, 'ACTIVE'), 'active', reading);
      return [...active, inactiveRow(id, family, reading)];
    },
  };
}

type Reading = UsageReading & { readonly gateway: EcsGateway };

function inactiveRow(parentId: string, family: string, reading: Reading): TreeNode {
  const { gateway, t } = reading;
  const id = `${parentId}#inactive`;
  return {
    id,
    label: t('Inactive'),
    description: t('deregistered'),
    icon: { name: 'archive' },
    accessibleLabel: t('Inactive revisions of {0}', family),
    context: 'inactive',
    children: () => revisionRows(id, gateway.revisionPages(family, 'INACTIVE'), 'inactive', reading),
  };
}

type State = 'active' | 'inactive';

/** The next revisions, newest first; what is older is a row to open. */
function revisionRows(
  parentId: string,
  pages: Pages<string>,
  state: State,
  reading: Reading,
  before = 0,
): Promise<readonly TreeNode[]> {
  const { t } = reading;
  return rowsHere(parentId, t, async () => {
    const { items, failures, more, failure } = await pages.next(shown);
    if (failure && items.length === 0) throw failure;
    const rows = items.map((arn, index) =>
      revisionRow(arn, state, state === 'active' && before + index === 0, reading),
    );
    const seen = before + items.length;
    return [
      ...(seen > 0
        ? rows
        : [emptyRow(parentId, state === 'active' ? t('No active revisions') : t('No inactive revisions'))]),
      ...failures.map((it) => missingRow(parentId, it, t)),
      ...(more ? [olderRow(parentId, seen, () => revisionRows(parentId, pages, state, reading, seen), t)] : []),
    ];
  });
}

function olderRow(parentId: string, seen: number, load: () => Promise<readonly TreeNode[]>, t: Translate): TreeNode {
  return {
    id: childId(parentId, `older ${seen}`),
    label: t('Older Revisions'),
    description: t('{0} shown', seen),
    icon: { name: 'history' },
    accessibleLabel: t('Older revisions, {0} shown', seen),
    context: 'older',
    children: load,
  };
}

function revisionRow(arn: string, state: State, newest: boolean, reading: Reading): TreeNode {
  const { gateway, t } = reading;
  const id = `${gateway.connection.region}/${arn}`;
  const label = shortName(arn);
  const description = state === 'inactive' ? t('inactive') : newest ? t('newest') : undefined;
  return {
    id,
    label,
    ...(description === undefined ? {} : { description }),
    icon: { name: state === 'active' ? 'file-code' : 'circle-slash' },
    accessibleLabel: [t('Revision {0}', label), ...(description === undefined ? [] : [description])].join(', '),
    details: revisionSheet(arn, gateway, t),
    context: `revision;${state}`,
    arn,
    children: () => rowsHere(id, t, () => usageRows(id, arn, reading)),
    command: { id: 'taskdef.revision.open', title: t('Open Revision'), arguments: [arn] },
  };
}

// Trying again is this view's own refresh.
async function rowsHere(
  parentId: string,
  t: Translate,
  load: () => Promise<readonly TreeNode[]>,
): Promise<readonly TreeNode[]> {
  const rows = await rowsOf(parentId, t, load);
  return rows.map((row) =>
    row.command?.id === 'taskdef.clusters.refresh'
      ? { ...row, command: { ...row.command, id: 'taskdef.definitions.refresh' } }
      : row,
  );
}
