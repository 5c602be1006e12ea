import { cloudFormationName } from '../data/cloudformation-names';
import type { Span } from '../problem';
import type { DocumentedSchema, Lookup } from '../schema/lookup';
import type { Snapshot } from '../snapshot';
import type { TextChange } from '../syntax/edit';
import { type Cursor, cursorAt, type Probe } from './cursor';
import { rankedMembers, typeOf } from './documentation';
import { namesAt } from './names';
import { printer } from './print-completion';

/** One proposal. `insert` is a snippet (`$1` is the first tab stop) that replaces `replace`. */
export interface Completion {
  readonly label: string;
  readonly kind: 'member' | 'value' | 'name';
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

type Proposal = Omit<Completion, 'sort' | 'before' | 'replace'>;

/** Proposes members that are not there yet, values, and names that the file defines. */
export function complete(snapshot: Snapshot, offset: number, lookup: Lookup, probe: Probe): readonly Completion[] {
  if (snapshot.definitions.length === 0 && !snapshot.tree) return [];
  const cursor = cursorAt(snapshot, offset, probe, lookup);
  if (!cursor) return [];
  const proposals = cursor.at === 'key' ? members(cursor, snapshot, lookup) : values(cursor, snapshot, lookup);
  return proposals.map((item, index) => ({
    ...item,
    replace: cursor.replace,
    ...(cursor.before && { before: cursor.before }),
    sort: String(index).padStart(3, '0'),
  }));
}

function members(cursor: Cursor, snapshot: Snapshot, lookup: Lookup): readonly Proposal[] {
  const { path, present, definition } = cursor;
  const parent = lookup(path);
  if (!parent) return [];
  const print = printer(cursor, snapshot);
  const inTemplate = definition.shape === 'cloudformation';
  const around = path.findLast((step) => typeof step === 'string');
  return rankedMembers(parent)
    .filter((name) => !present.includes(name) && !(inTemplate && name === '$schema'))
    .map((name): Proposal => {
      const schema = lookup([...path, name]) ?? {};
      const label = inTemplate ? cloudFormationName(name, String(around)) : name;
      return {
        label,
        kind: 'member',
        detail: typeOf(schema),
        insert: print.member(label, schema),
        filter: print.key(label),
        deprecated: schema.deprecationMessage !== undefined,
        path: [...path, name],
      };
    })
    .toSorted((a, b) => Number(a.deprecated) - Number(b.deprecated));
}

function values(cursor: Cursor, snapshot: Snapshot, lookup: Lookup): readonly Proposal[] {
  const { definition, path } = cursor;
  const print = printer(cursor, snapshot);
  const proposal = (value: unknown, kind: 'value' | 'name'): Proposal => ({
    label: String(value),
    kind,
    detail: kind === 'name' ? 'in this file' : '',
    insert: print.value(value),
    filter: print.key(value),
    deprecated: false,
    path,
  });
  return [
    ...namesAt(definition.task, path).map((name) => proposal(name, 'name')),
    ...enumerated(lookup(path)).map((value) => proposal(value, 'value')),
  ];
}

function enumerated(schema: DocumentedSchema | undefined): readonly unknown[] {
  if (schema?.enum) return schema.enum;
  if (schema?.const !== undefined) return [schema.const];
  if (schema?.type === 'boolean') return [true, false];
  return Array.isArray(schema?.examples) ? schema.examples : [];
}
