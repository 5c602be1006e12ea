import { getLocation, type Location } from 'jsonc-parser';
import type { Span } from '../problem';
import type { DocumentedSchema, Lookup } from '../schema/lookup';
import type { Definition, Snapshot } from '../snapshot';
import { memberOf, nodeAt, pathOf } from '../syntax/ast';
import { applyChanges, type TextChange } from '../syntax/edit';
import { rankedMembers, typeOf } from './documentation';
import { namesAt } from './names';

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

/** Proposes members that are not there yet, values, and names that the file defines. */
export function complete(snapshot: Snapshot, offset: number, lookup: Lookup): readonly Completion[] {
  const [definition] = snapshot.definitions;
  if (!definition || !snapshot.tree || snapshot.tree.refused) return [];
  const text = snapshot.document.getText();
  if (inComment(text, offset)) return [];
  const replace = wordAt(text, offset, getLocation(text, offset));
  const before = missingComma(text, replace.offset);
  const location = before ? getLocation(applyChanges(text, [before]), offset + 1) : getLocation(text, offset);
  const base = pathOf(definition.node);
  if (!base.every((step, index) => location.path[index] === step)) return [];
  const path = location.path.slice(base.length);
  const make = location.isAtPropertyKey ? members : values;
  return make(definition, path, text, replace, lookup).map((item, index) => ({
    ...item,
    ...(before && { before }),
    sort: String(index).padStart(3, '0'),
  }));
}

type Proposal = Omit<Completion, 'sort' | 'before'>;

function members(
  { node }: Definition,
  path: readonly (string | number)[],
  text: string,
  replace: Span,
  lookup: Lookup,
): readonly Proposal[] {
  const parentPath = path.slice(0, -1);
  const parent = lookup(parentPath);
  if (!parent?.properties) return [];
  const object = objectAround(node, replace.offset);
  const names = rankedMembers(parent).filter((name) => {
    const there = memberOf(object, name);
    return (
      !there ||
      (there.keyNode.offset <= replace.offset && replace.offset <= there.keyNode.offset + there.keyNode.length)
    );
  });
  const hasValue = /^\s*:/.test(text.slice(replace.end));
  const comma = hasValue ? '' : commaAfter(text, replace.end);
  return names
    .map((name): Proposal => {
      const schema = lookup([...parentPath, name]) ?? {};
      const key = JSON.stringify(name);
      return {
        label: name,
        kind: 'member',
        detail: typeOf(schema),
        insert: hasValue ? key : `${key}: ${valueSnippet(schema)}${comma}`,
        replace,
        filter: key,
        deprecated: schema.deprecationMessage !== undefined,
        path: [...parentPath, name],
      };
    })
    .toSorted((a, b) => Number(a.deprecated) - Number(b.deprecated));
}

function values(
  { task }: Definition,
  path: readonly (string | number)[],
  text: string,
  replace: Span,
  lookup: Lookup,
): readonly Proposal[] {
  const schema = lookup(path);
  const comma = commaAfter(text, replace.end);
  const proposal = (value: unknown, kind: 'value' | 'name'): Proposal => {
    const printed = JSON.stringify(value);
    return {
      label: String(value),
      kind,
      detail: kind === 'name' ? 'in this file' : '',
      insert: printed.replace(/[$}\\]/g, '\\$&') + comma,
      replace,
      filter: printed,
      deprecated: false,
      path,
    };
  };
  return [
    ...namesAt(task, path).map((name) => proposal(name, 'name')),
    ...enumerated(schema).map((value) => proposal(value, 'value')),
  ];
}

function enumerated(schema: DocumentedSchema | undefined): readonly unknown[] {
  if (schema?.enum) return schema.enum;
  if (schema?.const !== undefined) return [schema.const];
  if (schema?.type === 'boolean') return [true, false];
  return Array.isArray(schema?.examples) ? schema.examples : [];
}

function valueSnippet({ type, enum: options, default: preset, items }: DocumentedSchema): string {
  switch (type) {
    case 'object':
      return '{$1}';
    case 'array':
      return typeof items === 'object' && !Array.isArray(items) && items.type === 'string' ? '["$1"]' : '[$1]';
    case 'boolean':
      return `\${1:${preset === true ? 'false' : 'true'}}`;
    case 'integer':
    case 'number':
      return typeof preset === 'number' ? `\${1:${preset}}` : '$1';
    default:
      return options ? '$1' : '"$1"';
  }
}

/** The token the proposal replaces: the string or word under the cursor, or nothing. */
function wordAt(text: string, offset: number, { previousNode }: Location): Span {
  if (previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length) {
    return { offset: previousNode.offset, end: previousNode.offset + previousNode.length };
  }
  const before = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 64), offset))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(text.slice(offset, offset + 64))?.[0].length ?? 0;
  return { offset: offset - before, end: offset + after };
}

/** A comma where another member or item follows. */
function commaAfter(text: string, end: number): string {
  return /^\s*["{[\w-]/.test(text.slice(end)) ? ',' : '';
}

/** The comma that the line above lacks. */
function missingComma(text: string, start: number): TextChange | undefined {
  const before = text.slice(0, start).trimEnd();
  return /["\]}\w]$/.test(before) ? { offset: before.length, length: 0, text: ',' } : undefined;
}

function objectAround(node: Definition['node'], offset: number) {
  let found = nodeAt(node, offset);
  while (found && (found.type !== 'object' || found.offset === offset)) found = found.parent;
  return found ?? node;
}

function inComment(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^\s*\/\//.test(line);
}
