import { LiveFailure } from '../failure';
import type { Failure, Pages, Translate } from '../ports';
import { childId } from './ids';
import type { TreeNode } from './node';
import { emptyRow, failureRows, missingRow } from './notes';

/** A level of a tree that is read in parts. */
export interface ListLevel<T> {
  readonly parentId: string;
  /** One list, or several that are shown as one; each is read on its own, so that one of them may fail. */
  readonly pages: readonly Pages<T>[];
  readonly row: (item: T) => TreeNode;
  readonly order: (a: T, b: T) => number;
  /** How many a part has; absent: as many as a side bar scrolls through at ease, for ten to twenty calls. */
  readonly atOnce?: number;
  /** What of the list is shown; absent: all. */
  readonly keep?: (item: T) => boolean;
  /** What is said when there is nothing; absent: nothing. */
  readonly none?: string;
  /** Rows that stand below the list, whatever comes of it. */
  readonly below?: readonly TreeNode[] | Promise<readonly TreeNode[]>;
}

/**
 * The rows of the first part of a list, in order, and what it lacks: entries that could not be described, what went wrong, and
 * that there is more. The row for more reads the next part and answers the level anew; rows that were there stay the same objects.
 */
export async function listRows<T>(level: ListLevel<T>, t: Translate): Promise<readonly TreeNode[]> {
  const { parentId, row, order, keep = () => true, none, below = [], atOnce = 1_000 } = level;
  const shown = new Map<string, { readonly item: T; readonly node: TreeNode }>();
  const missing = new Map<string, Failure>();
  const progress = { open: level.pages, read: 0 };

  const add = (item: T): void => {
    progress.read += 1;
    if (!keep(item)) return;
    const node = row(item);
    shown.set(node.id, { item, node });
  };
  const next = async (): Promise<readonly TreeNode[]> => {
    const [standing, ...answers] = await Promise.all([below, ...progress.open.map((it) => nextPart(it, atOnce))]);
    for (const failure of answers.flatMap((it) => it.failures)) {
      missing.set(`${failure.arn} ${failure.reason}`, failure);
    }
    for (const item of answers.flatMap(({ items }) => items)) add(item);
    progress.open = answers.filter(({ more }) => more).map(({ pages }) => pages);
    const failed = answers.map(({ failure }) => failure).find((it) => it !== undefined);
    return [...rows(failed), ...standing];
  };
  const rows = (failure: LiveFailure | undefined): readonly TreeNode[] => {
    const listed = [...shown.values()].toSorted((a, b) => order(a.item, b.item)).map(({ node }) => node);
    const lacking = [...missing.values()].map((it) => missingRow(parentId, it, t));
    const failed = failure && failure.kind !== 'cancelled' ? failureRows(parentId, failure, t) : [];
    const goesOn = progress.read > 0 && progress.open.length > 0;
    const more = goesOn ? [moreRow(parentId, shown.size, progress.read, next, t)] : [];
    const found = [...listed, ...lacking, ...failed, ...more];
    const nothing = found.length === 0 && none !== undefined && failure === undefined;
    return nothing ? [emptyRow(parentId, none)] : found;
  };
  return next();
}

interface Answer<T> {
  readonly pages: Pages<T>;
  readonly items: readonly T[];
  readonly failures: readonly Failure[];
  readonly more: boolean;
  readonly failure?: LiveFailure;
}

async function nextPart<T>(pages: Pages<T>, atOnce: number): Promise<Answer<T>> {
  try {
    return { pages, ...(await pages.next(atOnce)) };
  } catch (failure) {
    if (!(failure instanceof LiveFailure)) throw failure;
    return { pages, items: [], failures: [], more: true, failure };
  }
}

function moreRow(
  parentId: string,
  shown: number,
  read: number,
  more: NonNullable<TreeNode['more']>,
  t: Translate,
): TreeNode {
  const counts = [shown, read].map((count) => count.toLocaleString());
  const label =
    shown === read ? t('Load more… ({0} shown)', ...counts) : t('Load more… ({0} of {1} read are shown)', ...counts);
  return {
    id: childId(parentId, 'more'),
    label,
    icon: { name: 'ellipsis' },
    accessibleLabel: label,
    context: 'more',
    command: { id: 'taskdef.node.more', title: t('Load More') },
    more,
  };
}
