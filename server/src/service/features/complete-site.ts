import type { Container } from '../model/container';
import type { TaskDefinition } from '../model/task-definition';
import type { Span } from '../problem';
import type { Lookup } from '../schema/lookup';
import type { Snapshot } from '../snapshot';
import type { TextChange } from '../syntax/edit';
import type { Cursor } from './cursor';
import { shapeOf } from './hover-value';
import { type Printer, printer } from './print-completion';

/** One proposal. `insert` is a snippet (`$1` is the first tab stop) that replaces `replace`. */
export interface Completion {
  readonly label: string;
  readonly kind: 'member' | 'value' | 'name' | 'snippet';
  /** What it is; where it cannot be used, the reason. */
  readonly detail: string;
  readonly insert: string;
  readonly replace: Span;
  /** What the editor matches the typed text against. */
  readonly filter: string;
  readonly sort: string;
  readonly deprecated: boolean;
  /** A comma that is missing before the proposal. */
  readonly before?: TextChange;
  /** Path below the task definition, by which the documentation is found when asked for. */
  readonly path: readonly (string | number)[];
}

/** From what must be there to what should not; proposals are in this order. */
export const ranks = ['required', 'snippet', 'usual', 'refused', 'deprecated'] as const;

/** A proposal before it has its place among the others. */
export interface Proposal extends Omit<Completion, 'sort' | 'before' | 'replace' | 'deprecated'> {
  readonly rank: (typeof ranks)[number];
}

/** A cursor with what proposals are made from. */
export interface Site extends Cursor {
  /** The path without its indices. */
  readonly shape: string;
  readonly task: TaskDefinition;
  /** The container the cursor is in. */
  readonly container: Container | undefined;
  readonly lookup: Lookup;
  readonly print: Printer;
  /** What is typed so far. */
  readonly typed: string;
  /** A key stands there with its colon already. */
  readonly hasColon: boolean;
}

export function siteOf(cursor: Cursor, snapshot: Snapshot, lookup: Lookup): Site {
  const { task } = cursor.definition;
  const { path, replace } = cursor;
  const text = snapshot.document.getText();
  const inContainer = path[0] === 'containerDefinitions';
  return {
    ...cursor,
    shape: shapeOf(path),
    task,
    container: inContainer ? task.containerDefinitions.items[Number(path[1])] : undefined,
    lookup,
    print: printer(cursor, snapshot, lookup),
    typed: text.slice(replace.offset, replace.end),
    hasColon: /^\s*:/.test(text.slice(replace.end)),
  };
}
