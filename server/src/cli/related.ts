import { alone, createCompanionIndex, fileKey, mayAsk, mayBelong, type Snapshot, type Workspace } from '../service';
import type { Documents } from './documents';
import { pathOf } from './paths';
import type { Walk } from './walk';

/** The documents among those that are checked that say more about one. */
export interface Related {
  /** What a document's findings depend on beside it. */
  around(snapshot: Snapshot): Promise<Workspace>;
  /** Reads a document again that has been changed. */
  forget(snapshot: Snapshot): void;
}

/** Most documents that are kept because others may ask about them next. */
const maxKept = 32;

/**
 * Reads what is to be checked once or twice before: which documents ask about task definitions in others, and which answer. Names alone are
 * kept of them; a document is read again when another needs it.
 */
export async function readRelated(walk: Walk, documents: Documents): Promise<Related> {
  const index = createCompanionIndex();
  await each(walk, documents, mayAsk, index.ask);
  if (!index.isEmpty) await each(walk, documents, mayBelong, index.answer);

  const kept = new Map<string, Snapshot>();
  const open = async (key: string): Promise<Snapshot | undefined> => {
    const known = kept.get(key);
    const snapshot = known ?? (await documents.read(pathOf(key)));
    if (!snapshot) return undefined;
    kept.delete(key);
    kept.set(key, snapshot);
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return snapshot;
  };
  return {
    async around(snapshot) {
      const keys = index.around(snapshot);
      if (keys.length === 0) return alone;
      const opened = await Promise.all(keys.map(open));
      return { snapshots: opened.filter((it) => it !== undefined) };
    },
    forget: ({ uri }) => kept.delete(fileKey(uri)),
  };
}

/** What cannot be read is told when it is checked. */
async function each(
  walk: Walk,
  documents: Documents,
  isWanted: (uri: string, text: string) => boolean,
  look: (snapshot: Snapshot) => void,
): Promise<void> {
  for await (const input of walk()) {
    if ('error' in input || !isWanted(documents.uriOf(input), input.text)) continue;
    const { snapshot } = await documents.open(input);
    look(snapshot);
  }
}
