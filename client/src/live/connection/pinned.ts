import type { Memory } from '../ports';
import { type ConnectionChoice, isSameChoice } from './choice';

/** The connections that the user works with side by side, at least one. */
export interface Pinned {
  /** In the order in which they were added; each once. */
  all(): readonly ConnectionChoice[];
  /** The one that commands use which are not about a row. */
  active(): ConnectionChoice;
  add(choice: ConnectionChoice): Promise<void>;
  /** Makes the first of the others the active one when it was it. The last one stays. */
  remove(choice: ConnectionChoice): Promise<void>;
  /** Makes it the active one. */
  use(choice: ConnectionChoice): Promise<void>;
  /** Puts it in the place of another, which stays when it is there already; the active one when the other was it. */
  replace(before: ConnectionChoice, choice: ConnectionChoice): Promise<void>;
}

/** Those that are remembered; the default chain's before any choice. */
export function pinnedIn(memory: Memory): Pinned {
  const active = (): ConnectionChoice => memory.get<ConnectionChoice>(ACTIVE) ?? {};
  const all = (): readonly ConnectionChoice[] => {
    const kept = memory.get<readonly ConnectionChoice[]>(ALL) ?? [];
    return holds(kept, active()) ? kept : [active(), ...kept];
  };
  const save = async (list: readonly ConnectionChoice[], next: ConnectionChoice): Promise<void> => {
    await memory.set(ALL, list);
    await memory.set(ACTIVE, next);
  };
  return {
    all,
    active,
    add: async (choice) => {
      if (!holds(all(), choice)) await save([...all(), choice], active());
    },
    remove: async (choice) => {
      const left = all().filter((it) => !isSameChoice(it, choice));
      const [first] = left;
      if (first) await save(left, isSameChoice(choice, active()) ? first : active());
    },
    use: (choice) => save(all(), choice),
    replace: async (before, choice) => {
      const list = all();
      const replaced = holds(list, choice) ? list : list.map((it) => (isSameChoice(it, before) ? choice : it));
      await save(replaced, isSameChoice(before, active()) ? choice : active());
    },
  };
}

const ACTIVE = 'connection';
const ALL = 'connections';

function holds(list: readonly ConnectionChoice[], choice: ConnectionChoice): boolean {
  return list.some((it) => isSameChoice(it, choice));
}
