import { getLocation } from 'jsonc-parser';
import type { Span } from '../problem';
import { type Lookup, membersOf } from '../schema/lookup';
import type { Definition, Snapshot } from '../snapshot';
import { type ASTNode, nodeAt, type ObjectASTNode, pathOf } from '../syntax/ast';
import { applyChanges, type TextChange } from '../syntax/edit';
import { definitionAt } from './definition-at';

/** Where a proposal would go. */
export interface Cursor {
  readonly definition: Definition;
  /** A member's name is wanted, or the value of what is at `path`. */
  readonly at: 'key' | 'value';
  /** Below the task definition, in the API's names: of the object for a key, of the value for a value. */
  readonly path: readonly (string | number)[];
  /** The text a proposal replaces: what is typed of it already. */
  readonly replace: Span;
  /** Members that the object has already, but for the one under the cursor. */
  readonly present: readonly string[];
  /** The comma that is missing before. */
  readonly before?: TextChange;
  /** Inside `{}` or `[]`: always so in JSON. */
  readonly flow: boolean;
}

/** Reads another text as the same document, to see where a word would stand in it. */
export type Probe = (text: string) => Snapshot;

const word = 'taskdefprobe';

/**
 * Finds out what is wanted at an offset by putting a word there, in place of what is typed so far, and reading the text with it:
 * the parser itself says where the word stands, however broken the rest is.
 */
export function cursorAt(snapshot: Snapshot, offset: number, probe: Probe, lookup: Lookup): Cursor | undefined {
  const text = snapshot.document.getText();
  if (snapshot.tree?.refused || inComment(snapshot, text, offset)) return undefined;
  const replace = typedAt(snapshot, text, offset);
  const before = snapshot.syntax === 'json' ? missingComma(text, replace.offset) : undefined;
  const after = snapshot.syntax === 'json' && /^\s*["{[\w-]/.test(text.slice(replace.end)) ? ',' : '';
  const hasColon = /^[ \t]*:/.test(text.slice(replace.end));
  for (const [at, inserted] of attempts(snapshot.syntax, hasColon, after)) {
    const change = { offset: replace.offset, length: replace.end - replace.offset, text: inserted };
    const read = probe(applyChanges(text, before ? [before, change] : [change]));
    const start = replace.offset + (before ? 1 : 0);
    const found = wordIn(read, start);
    const cursor = found && resolve(found, at, lookup);
    if (cursor) return { ...cursor, definition: found.definition, replace, ...(before && { before }) };
  }
  return undefined;
}

/** The word as a key, then as a value: a key where both can be. */
function attempts(
  syntax: Snapshot['syntax'],
  hasColon: boolean,
  after: string,
): readonly (readonly ['key' | 'value', string])[] {
  if (syntax === 'json') {
    const key = ['key', hasColon ? `"${word}"` : `"${word}": 0${after}`] as const;
    return hasColon ? [key] : [key, ['value', `"${word}"${after}`]];
  }
  const key = ['key', hasColon ? word : `${word}: 0`] as const;
  return hasColon ? [key] : [key, ['value', word]];
}

interface Found {
  readonly definition: Definition;
  readonly node: ASTNode;
}

function wordIn(snapshot: Snapshot, offset: number): Found | undefined {
  const definition = definitionAt(snapshot, offset);
  let node = nodeAt(definition?.node, offset + 1);
  if (node?.type === 'property') node = node.keyNode;
  return definition && node?.type === 'string' && node.value === word ? { definition, node } : undefined;
}

function resolve({ definition, node }: Found, at: Cursor['at'], lookup: Lookup) {
  const isKey = node.parent?.type === 'property' && node.parent.keyNode === node;
  if (isKey !== (at === 'key')) return undefined;
  const owner = isKey ? node.parent?.parent : node.parent;
  const full = pathOf(isKey ? (owner ?? node) : node);
  const path = full.slice(pathOf(definition.node).length);
  if (isKey && owner?.type === 'object') {
    return membersOf(lookup(path)).length === 0
      ? undefined
      : { at, path, present: namesIn(owner, node), flow: isFlow(owner) };
  }
  const around = owner?.type === 'property' ? owner.parent : owner;
  return { at, path, present: [], flow: around !== undefined && isFlow(around) };
}

function namesIn(owner: ObjectASTNode, own: ASTNode): readonly string[] {
  return owner.properties.flatMap(({ keyNode }) => (keyNode === own ? [] : [keyNode.value]));
}

/** A block collection starts with its first child, a flow collection with its bracket. */
function isFlow(node: ASTNode): boolean {
  const first = node.children?.[0];
  return first === undefined || first.offset > node.offset;
}

/** What is typed of the key or value under the cursor: a string with its quotes, or a word. */
function typedAt(snapshot: Snapshot, text: string, offset: number): Span {
  if (snapshot.syntax === 'json') {
    const { previousNode } = getLocation(text, offset);
    if (previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length) {
      return { offset: previousNode.offset, end: previousNode.offset + previousNode.length };
    }
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const before = /(?:["'][\w./:-]*|[\w./-]*)$/.exec(line)?.[0] ?? '';
  const after = /^[\w./-]*/.exec(text.slice(offset, offset + 256))?.[0] ?? '';
  const closing = before.startsWith('"') || before.startsWith("'") ? before.charAt(0) : '';
  const end = offset + after.length;
  return { offset: offset - before.length, end: closing && text[end] === closing ? end + 1 : end };
}

/** The comma that the member or item before lacks. */
function missingComma(text: string, start: number): TextChange | undefined {
  const before = text.slice(0, start).trimEnd();
  return /["\]}\w]$/.test(before) ? { offset: before.length, length: 0, text: ',' } : undefined;
}

function inComment({ syntax }: Snapshot, text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (syntax === 'yaml' ? /^\s*#|\s#/ : /^\s*\/\//).test(line);
}
