import type { TreeNode } from '../tree/node';

/** What a tree shows: which rows were read, and which of them are open. */
export interface Shown {
  /** The rows below `parent`, those of the first level without one. */
  read(parent: TreeNode | undefined, rows: readonly TreeNode[]): void;
  opened(id: string): void;
  closed(id: string): void;
  /** The rows below the row of an id that were read last, those of the first level without one; undefined when there were none. */
  rows(id?: string): readonly TreeNode[] | undefined;
  isOpen(id: string): boolean;
  /** The rows to read again because something moves: each by itself where they are few and can be read alone, else the row they stand below. What stands below one of these is read with it. */
  movingParts(): readonly TreeNode[];
}

/** A record of nothing yet; `latest` knows the newest state of a row that was read alone. */
export function createShown(latest: (node: TreeNode) => TreeNode = (node) => node): Shown {
  const open = new Set<string>();
  const levels = new Map<string, readonly TreeNode[]>();
  const forget = (rows: readonly TreeNode[]): void => {
    for (const { id } of rows) {
      const deeper = levels.get(id);
      levels.delete(id);
      if (deeper) forget(deeper);
    }
  };
  const partsOf = (rows: readonly TreeNode[], parent?: TreeNode): readonly TreeNode[] => {
    const moving = rows.filter((row) => moves(latest(row)));
    if (parent && (moving.length > ALONE || moving.some(({ again }) => !again))) return [parent];
    return rows.flatMap((row) => {
      if (row.again && moving.includes(row)) return [row];
      return open.has(row.id) ? partsOf(levels.get(row.id) ?? [], row) : [];
    });
  };
  return {
    read: (parent, rows) => {
      const key = parent?.id ?? ROOT;
      const ids = new Set(rows.map(({ id }) => id));
      forget((levels.get(key) ?? []).filter(({ id }) => !ids.has(id)));
      levels.set(key, rows);
    },
    opened: (id) => open.add(id),
    closed: (id) => open.delete(id),
    isOpen: (id) => open.has(id),
    rows: (id = ROOT) => levels.get(id),
    movingParts: () => partsOf(levels.get(ROOT) ?? []),
  };
}

/** True for a row that will change without anybody's doing. */
export function moves({ context }: TreeNode): boolean {
  return context.split(';').some((token) => MOVING.has(token));
}

const MOVING: ReadonlySet<string> = new Set(['deploying', 'starting', 'stopping', 'pending']);

// More rows are read for fewer requests as a list.
const ALONE = 4;

// No row has an empty id.
const ROOT = '';
