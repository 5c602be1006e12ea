import type { Container } from '../model/container';
import type { TaskDefinition } from '../model/task-definition';
import type { Span } from '../problem';
import type { Lookup } from '../schema/lookup';
import type { SchemaName } from '../schema/schemas';
import type { Definition, Request, Snapshot } from '../snapshot';
import type { TextChange } from '../syntax/edit';
import type { DefinitionIn, Workspace } from './companions';
import { refusedMember, refusedValue } from './complete-support';
import { type Tables, tablesOf } from './complete-tables';
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
  /** True for a key whose value, still empty, has proposals: an editor can show them at once. */
  readonly opensValue?: boolean;
  /** A comma that is missing before the proposal. */
  readonly before?: TextChange;
  /** What knows the member at the path: the schema, in whose terms the path is. The documentation is found by both when asked for. */
  readonly schema: SchemaName;
  readonly path: readonly (string | number)[];
}

/** From what must be there to what should not; proposals are in this order. */
export const ranks = ['required', 'snippet', 'usual', 'refused', 'deprecated'] as const;

/** A proposal before it has its place among the others. */
export interface Proposal extends Omit<Completion, 'sort' | 'before' | 'replace' | 'deprecated' | 'schema'> {
  readonly rank: (typeof ranks)[number];
}

/** A cursor with what proposals are made from. */
export interface AnySite extends Cursor {
  /** The path without its indices. */
  readonly shape: string;
  readonly lookup: Lookup;
  readonly tables: Tables;
  readonly refusal: Refusal;
  readonly print: Printer;
  /** What is typed so far. */
  readonly typed: string;
  /** A key stands there with its colon already. */
  readonly hasColon: boolean;
}

/** Why something has no place at a site, as `not on Fargate`; undefined when it has. */
export interface Refusal {
  member(shape: string): string | undefined;
  value(shape: string, value: string): string | undefined;
}

/** In a task definition. */
export interface Site extends AnySite {
  readonly task: TaskDefinition;
  /** The container the cursor is in. */
  readonly container: Container | undefined;
}

/** In a request. */
export interface RequestSite extends AnySite {
  readonly request: Request;
  /** The task definition that it is about. */
  readonly linked: DefinitionIn | undefined;
  readonly workspace: Workspace;
}

export function siteOf(cursor: Cursor, { task }: Definition, snapshot: Snapshot, lookup: Lookup): Site {
  const { path } = cursor;
  const inContainer = path[0] === 'containerDefinitions';
  return {
    ...anySite(cursor, snapshot, lookup, {
      member: (shape) => refusedMember(shape, task),
      value: (shape, value) => refusedValue(shape, value, task),
    }),
    task,
    container: inContainer ? task.containerDefinitions.items[Number(path[1])] : undefined,
  };
}

/** What sites in definitions and in requests have in common. */
export function anySite(cursor: Cursor, snapshot: Snapshot, lookup: Lookup, refusal: Refusal): AnySite {
  const { path, replace } = cursor;
  const text = snapshot.document.getText();
  return {
    ...cursor,
    shape: shapeOf(path),
    lookup,
    tables: tablesOf[cursor.holder.schema],
    refusal,
    print: printer(cursor, snapshot, lookup),
    typed: text.slice(replace.offset, replace.end),
    hasColon: /^\s*:/.test(text.slice(replace.end)),
  };
}
