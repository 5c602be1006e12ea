import { getLocation } from 'jsonc-parser';
import type { Span } from '../problem';
import { type DocumentedSchema, type Lookup, membersOf } from '../schema/lookup';
import type { Lookups } from '../schema/schemas';
import type { Snapshot } from '../snapshot';
import { type ASTNode, memberOf, nodeAt, type ObjectASTNode, pathOf } from '../syntax/ast';
import { applyChanges, type TextChange } from '../syntax/edit';
import { lineStart, skipTrivia } from '../syntax/trivia';
import { inYamlComment } from '../syntax/yaml-tokens';
import { type Holder, holderAt } from './definition-at';

/** Where a proposal would go. */
export interface Cursor {
  /** What the cursor is in, as the document is read with a word at the cursor. */
  readonly holder: Holder;
  readonly read: Snapshot;
  /** A member's name is wanted, or the value of what is at `path`. */
  readonly at: 'key' | 'value';
  /** Below the holder, in the API's names: of the object for a key, of the value for a value. */
  readonly path: readonly (string | number)[];
  /** The text a proposal replaces: what is typed of it already. */
  readonly replace: Span;
  /** Members that the object has already, or texts that the list has, but for the one under the cursor. */
  readonly present: readonly string[];
  /** The comma that is missing before. */
  readonly before?: TextChange;
  /** Inside `{}` or `[]`: always so in JSON. */
  readonly flow: boolean;
  /** The `- ` of a new item of a block list that is not written yet. */
  readonly dash: '' | '- ';
}

/** Reads another text as the same document, to see where a word would stand in it. */
export type Probe = (text: string) => Snapshot;

const word = 'taskdefprobe';

/** Most characters on either side of the cursor that are read as what is typed. */
const maxTyped = 512;

/**
 * Finds out what is wanted at an offset by putting a word there, in place of what is typed so far, and reading the text with it:
 * the parser itself says where the word stands, however broken the rest is.
 */
export function cursorAt(snapshot: Snapshot, offset: number, probe: Probe, lookups: Lookups): Cursor | undefined {
  const text = snapshot.document.getText();
  if (snapshot.tree?.refused || inComment(snapshot, text, offset)) return undefined;
  const replace = typedAt(snapshot, text, offset);
  const before = snapshot.syntax === 'json' ? missingComma(text, replace.offset) : undefined;
  if (before && isLoneKey(snapshot, before.offset)) return undefined;
  for (const { at, dash, inserted } of attempts(snapshot.syntax, text, replace)) {
    const change = { offset: replace.offset, length: replace.end - replace.offset, text: dash + inserted };
    const read = probe(applyChanges(text, before ? [before, change] : [change]));
    const start = replace.offset + (before ? 1 : 0) + dash.length;
    const found = wordIn(read, start);
    const lookup = lookups[found?.holder.schema ?? 'task-definition'];
    const cursor = found && resolve(found, at, lookup, read.document.getText());
    if (!cursor) continue;
    // Below the key of a list stands an item rather than the list itself.
    if (
      at === 'value' &&
      !dash &&
      isBlankBefore(text, replace) &&
      lookup(cursor.path)?.type === 'array' &&
      !cursor.flow
    )
      continue;
    return { ...cursor, dash, holder: found.holder, read, replace, ...(before && { before }) };
  }
  return undefined;
}

interface Attempt {
  readonly at: Cursor['at'];
  readonly dash: Cursor['dash'];
  readonly inserted: string;
}

/** The word as a key, then as a value: a key where both can be. In YAML then as an item that lacks its dash. */
function attempts(syntax: Snapshot['syntax'], text: string, replace: Span): readonly Attempt[] {
  const rest = text.slice(replace.end);
  const hasColon = /^[ \t]*:/.test(rest);
  if (syntax === 'json') {
    const after = /["{[\w-]/.test(text.charAt(skipTrivia(text, replace.end))) ? ',' : '';
    if (hasColon) return [{ at: 'key', dash: '', inserted: `"${word}"` }];
    return [
      { at: 'key', dash: '', inserted: `"${word}": 0${after}` },
      { at: 'value', dash: '', inserted: `"${word}"${after}` },
    ];
  }
  if (hasColon) return [{ at: 'key', dash: '', inserted: word }];
  // Behind the colon of a key no other key can stand.
  if (/:[ \t]+$/.test(text.slice(lineStart(text, replace.offset), replace.offset)))
    return [{ at: 'value', dash: '', inserted: word }];
  const isDash = text.slice(replace.offset, replace.end) === '-';
  const dashes = isBlankBefore(text, replace) ? (['', '- '] as const).slice(isDash ? 1 : 0) : ([''] as const);
  return dashes.flatMap((dash): readonly Attempt[] => [
    { at: 'key', dash, inserted: `${word}: 0` },
    { at: 'value', dash, inserted: word },
  ]);
}

function isBlankBefore(text: string, { offset }: Span): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

interface Found {
  readonly holder: Holder;
  readonly node: ASTNode;
}

function wordIn(snapshot: Snapshot, offset: number): Found | undefined {
  const holder = holderAt(snapshot, offset);
  // The member that holds a bare list of containers is nowhere in the text.
  const root = holder?.shape === 'containers' ? memberOf(holder.node, 'containerDefinitions')?.valueNode : holder?.node;
  let node = nodeAt(root, offset + 1);
  if (node?.type === 'property') node = node.keyNode;
  return holder && node?.type === 'string' && node.value === word ? { holder, node } : undefined;
}

function resolve({ holder, node }: Found, at: Cursor['at'], lookup: Lookup, text: string) {
  const isKey = node.parent?.type === 'property' && node.parent.keyNode === node;
  if (isKey !== (at === 'key')) return undefined;
  const owner = isKey ? node.parent?.parent : node.parent;
  const full = pathOf(isKey ? (owner ?? node) : node);
  const path = [
    ...(holder.shape === 'containers' ? ['containerDefinitions'] : []),
    ...full.slice(pathOf(holder.node).length),
  ];
  if (isKey && owner?.type === 'object') {
    const flow = isFlow(owner, text);
    // `[word: 0]` is a list of one pair without braces: an item is wanted there, not a key.
    if (!hasMembers(lookup(path)) || (!flow && owner.parent?.type === 'array' && isFlow(owner.parent, text)))
      return undefined;
    return { at, path, present: namesIn(owner, node), flow };
  }
  const around = owner?.type === 'property' ? owner.parent : owner;
  const present = owner?.type === 'array' ? textsIn(owner.items, node) : [];
  return { at, path, present, flow: around !== undefined && isFlow(around, text) };
}

/** Named members, or free keys. */
function hasMembers(schema: DocumentedSchema | undefined): boolean {
  return membersOf(schema).length > 0 || typeof schema?.additionalProperties === 'object';
}

function textsIn(items: readonly ASTNode[], own: ASTNode): readonly string[] {
  return items.flatMap((item) => (item !== own && item.type === 'string' ? [item.value] : []));
}

function namesIn(owner: ObjectASTNode, own: ASTNode): readonly string[] {
  return owner.properties.flatMap(({ keyNode }) => (keyNode === own ? [] : [keyNode.value]));
}

function isFlow({ offset }: ASTNode, text: string): boolean {
  return /[[{]/.test(text.charAt(offset));
}

/** What is typed of the key or value under the cursor: a string with its quotes, or a word. */
function typedAt(snapshot: Snapshot, text: string, offset: number): Span {
  if (snapshot.syntax === 'json') {
    const { previousNode } = getLocation(text, offset);
    if (previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length) {
      return { offset: previousNode.offset, end: previousNode.offset + previousNode.length };
    }
  }
  const line = text.slice(Math.max(lineStart(text, offset), offset - maxTyped), offset);
  // A colon belongs to a word when one stands right behind it, as in an ARN.
  const before = /(?:(?<![\w"'-])["'][\w./:@-]*|(?:[\w./@-]|:(?=[\w./@:-]))*)$/.exec(line)?.[0] ?? '';
  const after = /^(?:[\w./@-]|:(?=[\w./@:-]))*/.exec(text.slice(offset, offset + maxTyped))?.[0] ?? '';
  const tag = snapshot.syntax === 'yaml' ? typedTag(line.slice(0, line.length - before.length)) : 0;
  const closing = before.startsWith('"') || before.startsWith("'") ? before.charAt(0) : '';
  const end = offset + after.length;
  return { offset: offset - before.length - tag, end: closing && text[end] === closing ? end + 1 : end };
}

/** Length of the tag, or the begin of one, that a word of YAML stands behind: a proposal has its own. */
function typedTag(before: string): number {
  return /(?:^|[\s[,])(!(?:\w+[ \t]+)?)$/.exec(before)?.[1]?.length ?? 0;
}

/** A key that has no colon yet ends there: what comes next is that, not another member. */
function isLoneKey({ tree }: Snapshot, offset: number): boolean {
  const node = nodeAt(tree?.root, offset);
  const property = node?.parent;
  return property?.type === 'property' && property.keyNode === node && (property.colonOffset ?? -1) < 0;
}

/** The comma that the member or item before lacks; comments in between are no part of it. */
function missingComma(text: string, start: number): TextChange | undefined {
  const before = readJson(text, start).text.trimEnd();
  return /["\]}\w]$/.test(before) ? { offset: before.length, length: 0, text: ',' } : undefined;
}

function inComment({ syntax, tree }: Snapshot, text: string, offset: number): boolean {
  return syntax === 'json' ? readJson(text, offset).inComment : inYamlComment(tree, offset);
}

/** Strings, to be passed over, and comments. */
const tokens = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** JSON up to an offset with blanks for its comments, and whether the offset is in one. */
function readJson(text: string, offset: number): { readonly text: string; readonly inComment: boolean } {
  let inComment = false;
  const read = text.slice(0, offset).replace(tokens, (token, at: number) => {
    if (token.startsWith('"')) return token;
    inComment = at + token.length === offset && (token.startsWith('//') || !token.endsWith('*/'));
    return ' '.repeat(token.length);
  });
  return { text: read, inComment };
}
