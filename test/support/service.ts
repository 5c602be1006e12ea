import { createService, type Snapshot } from '../../server/src/service';

/** The whole service; a rule that throws fails the test. */
export const service = createService({
  onCrash: (rule, error) => {
    throw new Error(`${rule} crashed`, { cause: error });
  },
});

/** Opens text whose cursor is marked by `|`. */
export function openAt(
  marked: string,
  uri = 'file:///w/task-definition.json',
): { snapshot: Snapshot; offset: number; text: string } {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { snapshot: service.open(uri, text), offset, text };
}
