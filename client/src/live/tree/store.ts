import type { ConnectionChoice } from '../connection/choice';
import { LiveFailure } from '../failure';
import type { Log, Translate } from '../ports';
import type { TreeNode } from './node';

/** A tree of nodes that are fetched when their parent is opened and kept until they are refreshed. */
export interface TreeStore {
  /** Those of the root without `node`. */
  children(node?: TreeNode): Promise<TreeNode[]>;
  parent(node: TreeNode): TreeNode | undefined;
  /** The row as it was read last. */
  latest(node: TreeNode): TreeNode;
  /** What a row was read through, as it or the nearest row above it says. */
  connectionOf(node: TreeNode): ConnectionChoice | undefined;
  /** Fetches the children of `node` again when they are next seen; those of the root without `node`. */
  refresh(node?: TreeNode): void;
  /** Asks for the first level again; rows of it that are the same objects keep what is below them. */
  refreshRoots(): void;
  /** Shows the row as it says that it is now, and nothing else; as it was when it cannot be read. */
  redraw(node: TreeNode): Promise<void>;
  /** Reads the row itself again, then as `refresh`; nothing else is read, unless the row is gone: then what stands beside it is. */
  reread(node: TreeNode): Promise<void>;
  /** Lets the next part of a list take its place in the list, at a row that has `more`; at most once at a time. */
  more(node: TreeNode): Promise<void>;
  /** Goes down from the root along `ids` as far as there are nodes, fetching a level again when it does not have the next. */
  descend(ids: readonly string[]): Promise<TreeNode | undefined>;
}

/** `roots` is not called before someone asks; `changed` is told what is to be drawn again. What a bug throws is logged and becomes a row. */
export function createTreeStore(
  roots: () => Promise<readonly TreeNode[]>,
  changed: (node: TreeNode | undefined) => void,
  log: Log,
  t: Translate,
): TreeStore {
  const root = {};
  const parents = new WeakMap<TreeNode, TreeNode>();
  const newest = new WeakMap<TreeNode, TreeNode>();
  const reading = new WeakMap<TreeNode, Promise<void>>();
  // Weakly held: rows that a refresh has replaced are never asked for again.
  const held = { levels: new WeakMap<object, Promise<TreeNode[]>>() };

  const latest = (node: TreeNode): TreeNode => newest.get(node) ?? node;
  // By the id of the row above: how many parts were read after the first. A list that is read again is as long as before.
  const parts = new Map<string, number>();
  const asFarAsBefore = async (node: TreeNode | undefined): Promise<readonly TreeNode[]> => {
    let rows = node ? ((await latest(node).children?.()) ?? []) : await roots();
    for (let left = parts.get(node?.id ?? '') ?? 0; left > 0 && !rows.some(isError); left -= 1) {
      rows = (await rows.find(({ more }) => more)?.more?.()) ?? rows;
    }
    return rows;
  };
  const level = async (node: TreeNode | undefined, read: () => Promise<readonly TreeNode[]>): Promise<TreeNode[]> => {
    try {
      const rows = [...(await read())];
      if (node) for (const row of rows) parents.set(row, node);
      return rows;
    } catch (error) {
      log.error('Unexpected error in a view', error);
      return [bugRow(node?.id ?? '', t)];
    }
  };
  const children = (node?: TreeNode): Promise<TreeNode[]> => {
    const known = held.levels.get(node ?? root);
    if (known) return known;
    const rows = level(node, () => asFarAsBefore(node));
    held.levels.set(node ?? root, rows);
    return rows;
  };
  const refresh = (node?: TreeNode): void => {
    if (node) held.levels.delete(node);
    else held.levels = new WeakMap();
    changed(node);
  };
  const connectionOf = (node: TreeNode): ConnectionChoice | undefined => {
    const above = parents.get(node);
    return node.connection ?? (above && connectionOf(above));
  };
  const childWithId = async (parent: TreeNode | undefined, id: string): Promise<TreeNode | undefined> => {
    const isIt = (node: TreeNode): boolean => node.id === id;
    const found = (await children(parent)).find(isIt);
    if (found) return found;
    refresh(parent);
    return (await children(parent)).find(isIt);
  };
  const append = async (row: TreeNode): Promise<void> => {
    const parent = parents.get(row);
    const before = held.levels.get(parent ?? root);
    const rows = await level(parent, async () => (await row.more?.()) ?? []);
    // Refreshed meanwhile: the list begins anew.
    if (held.levels.get(parent ?? root) !== before) return;
    held.levels.set(parent ?? root, Promise.resolve(rows));
    parts.set(parent?.id ?? '', (parts.get(parent?.id ?? '') ?? 0) + 1);
    changed(parent);
  };
  // The row says what it said; what is below it will tell.
  const forgive = (error: unknown): void => {
    if (!(error instanceof LiveFailure)) log.error('Unexpected error in a view', error);
  };
  return {
    children,
    parent: (node) => parents.get(node),
    latest,
    connectionOf,
    refresh,
    refreshRoots: () => {
      held.levels.delete(root);
      changed(undefined);
    },
    redraw: async (node) => {
      const row = await latest(node).again?.().catch(forgive);
      if (!row || looks(row) === looks(latest(node))) return;
      newest.set(node, row);
      changed(node);
    },
    reread: async (node) => {
      try {
        const found = latest(node).again;
        const row = found ? await found() : node;
        if (!row) return refresh(parents.get(node));
        if (found) newest.set(node, row);
      } catch (error) {
        forgive(error);
      }
      refresh(node);
    },
    more: (row) => {
      const work = reading.get(row) ?? append(row).finally(() => reading.delete(row));
      reading.set(row, work);
      return work;
    },
    descend: async (ids) => {
      let node: TreeNode | undefined;
      for (const id of ids) {
        const child = await childWithId(node, id);
        if (!child) break;
        node = child;
      }
      return node;
    },
  };
}

function looks({ label, description, context, icon }: TreeNode): string {
  return JSON.stringify([label, description, context, icon]);
}

function isError({ context }: TreeNode): boolean {
  return context.startsWith('error;');
}

function bugRow(parentId: string, t: Translate): TreeNode {
  const label = t('Something unexpected went wrong; the log has the details.');
  return {
    id: `${parentId}>bug`,
    label,
    accessibleLabel: t('Error: {0}', label),
    icon: { name: 'error', color: 'list.errorForeground' },
    context: 'bug',
    command: { id: 'taskdef.log.show', title: t('Show Log') },
  };
}
