import type { Clock } from '../ports';
import type { TreeNode } from '../tree/node';
import type { TreeStore } from '../tree/store';
import { nextWait } from './policy';
import type { Shown } from './shown';
import { createStop, type Stop } from './stop';

/** What reading again needs. */
export interface RefreshPorts {
  readonly clock: Clock;
  readonly shown: Shown;
  readonly tree: Pick<TreeStore, 'reread' | 'redraw' | 'children' | 'parent' | 'latest'>;
  /** Milliseconds between two reads of what changes; 0 when nothing is to be read by itself. */
  readonly interval: () => number;
  /** False while nobody can see the view. */
  readonly watched: () => boolean;
}

export interface Refresher {
  /** To be called when rows were read, opened or closed, when the view came or went, and when the interval changed. */
  look(): void;
  dispose(): void;
}

/**
 * Reads the parts of a tree that move again and again, each on its own, less and less often while it stays as it is; when it
 * has come to rest also the rows above it, without what else is below them. Sends nothing while nothing moves or nobody looks;
 * a read under way is left to its end.
 */
export function createRefresher({ clock, shown, tree, interval, watched }: RefreshPorts): Refresher {
  const polls = new Map<string, Stop>();
  const end = createStop();
  const moving = (): ReadonlyMap<string, TreeNode> =>
    new Map(watched() && interval() > 0 ? shown.movingParts().map((node) => [node.id, node]) : []);

  const picture = (node: TreeNode): string =>
    JSON.stringify(
      [tree.latest(node), ...(shown.rows(node.id) ?? [])].map(({ id, label, description, context }) => [
        id,
        label,
        description,
        context,
      ]),
    );

  const read = async (node: TreeNode): Promise<void> => {
    await tree.reread(node);
    if (shown.isOpen(node.id)) shown.read(node, await tree.children(node));
  };
  // Rows above count what is below them. Later, because VS Code closes rows when one above them is drawn while they are.
  const readAbove = async (node: TreeNode): Promise<void> => {
    await clock.sleep(interval(), end.signal);
    if (end.signal.aborted || !watched() || interval() === 0) return;
    for (let row = tree.parent(node); row; row = tree.parent(row)) await tree.redraw(row);
  };
  const poll = async (id: string, { signal }: Stop): Promise<void> => {
    let wait = interval();
    let moved: TreeNode | undefined;
    while (!signal.aborted) {
      await clock.sleep(wait, signal);
      const node = moving().get(id);
      if (signal.aborted || !node) break;
      const before = picture(node);
      await read(node);
      const changed = picture(node) !== before;
      if (changed) moved = node;
      wait = nextWait(wait, changed, interval());
    }
    if (moved) void readAbove(moved);
  };
  const look = (): void => {
    const parts = moving();
    for (const [id, stop] of polls) if (!parts.has(id)) stop.now();
    for (const id of parts.keys()) {
      if (polls.has(id)) continue;
      const stop = createStop();
      polls.set(id, stop);
      void poll(id, stop).finally(() => {
        polls.delete(id);
        // It may have begun to move again, or come back into sight, during the last read.
        look();
      });
    }
  };
  return {
    look,
    dispose: () => {
      end.now();
      for (const stop of polls.values()) stop.now();
    },
  };
}
