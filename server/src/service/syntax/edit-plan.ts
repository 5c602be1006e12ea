import type { Span } from '../problem';
import { type ASTNode, keyOf, memberOf, type PropertyASTNode, type StringASTNode, writtenKey } from './ast';
import type { Json } from './print';

/** A change of structure, free of syntax. */
export type Edit =
  | { readonly kind: 'replace'; readonly node: ASTNode; readonly value: Json }
  | { readonly kind: 'member'; readonly object: ASTNode; readonly key: string; readonly value: Json }
  | { readonly kind: 'append'; readonly array: ASTNode; readonly value: Json }
  /** Removes a member (given its value) or an array's item. */
  | { readonly kind: 'remove'; readonly node: ASTNode }
  | { readonly kind: 'rename'; readonly key: StringASTNode; readonly name: string }
  /** Removes text of JSON that is no node: a comment, or the comma before a closing bracket. */
  | { readonly kind: 'erase'; readonly offset: number; readonly end: number }
  /** Makes a value the whole document; what is around it goes. */
  | { readonly kind: 'hoist'; readonly node: ASTNode };

/** The document's spelling of an API member; `around` is the member that holds it. */
export type Spell = (name: string, around: string | undefined) => string;

/** Edits sorted by what they touch, no one inside another, every key spelled as the document spells it. */
export interface Plan {
  readonly renames: readonly { readonly key: StringASTNode; readonly name: string }[];
  readonly replacements: ReadonlyMap<ASTNode, Json>;
  /** Members that have no value yet. */
  readonly fills: ReadonlyMap<PropertyASTNode, Json>;
  /** Collections that gain or lose children: the innermost first. */
  readonly collections: readonly CollectionEdits[];
  readonly erased: readonly Span[];
  /** What becomes the whole document. */
  readonly hoisted: ASTNode | undefined;
}

export interface CollectionEdits {
  readonly parent: Collection;
  readonly added: readonly Addition[];
  /** Properties of an object, items of an array. */
  readonly removed: ReadonlySet<ASTNode>;
}

export type Collection = Extract<ASTNode, { readonly type: 'object' | 'array' }>;

/** A new member, or without a key a new item. */
export interface Addition {
  readonly key?: string;
  readonly value: Json;
}

/** Undefined when an edit does not fit: a member of what is no object, an item of what is no array, what is not in the text. */
export function planEdits(edits: readonly Edit[], spell?: Spell): Plan | undefined {
  const renames: { readonly key: StringASTNode; readonly name: string }[] = [];
  const replaced = new Map<ASTNode, Json>();
  const fills = new Map<PropertyASTNode, Json>();
  const added = new Map<ASTNode, Addition[]>();
  const removed = new Set<ASTNode>();
  const erased: Span[] = [];
  let hoisted: ASTNode | undefined;
  for (const edit of edits) {
    switch (edit.kind) {
      case 'rename':
        if (!isWritten(edit.key)) return undefined;
        renames.push({ key: edit.key, name: spellKey(edit.name, holderOf(edit.key.parent), spell) });
        break;
      case 'replace':
        if (!isWritten(edit.node)) return undefined;
        replaced.set(edit.node, spellValue(edit.value, around(edit.node), spell));
        break;
      case 'member': {
        const there = ownMember(edit.object, edit.key);
        const value = spellValue(edit.value, { key: edit.key, direct: true }, spell);
        if (there && !isWritten(there.keyNode)) return undefined;
        if (there?.valueNode) replaced.set(there.valueNode, value);
        else if (there) fills.set(there, value);
        else if (!takes(edit.object, 'object')) return undefined;
        else add(added, edit.object, { key: spellKey(edit.key, around(edit.object), spell), value });
        break;
      }
      case 'append':
        if (!takes(edit.array, 'array')) return undefined;
        add(added, edit.array, { value: spellValue(edit.value, { ...around(edit.array), direct: false }, spell) });
        break;
      case 'remove': {
        const child = edit.node.parent?.type === 'property' ? edit.node.parent : edit.node;
        if (!isWritten(edit.node) || !isCollection(child.parent)) return undefined;
        removed.add(child);
        break;
      }
      case 'erase':
        erased.push({ offset: edit.offset, end: edit.end });
        break;
      case 'hoist':
        hoisted = edit.node;
        break;
    }
  }
  for (const [node, additions] of added) {
    // A member without a value becomes the collection that it should have held.
    if (node.type === 'null') replaced.set(node, collectionOf(additions));
  }
  const isGone = (node: ASTNode | undefined): boolean => {
    for (let at = node; at; at = at.parent) if (replaced.has(at) || removed.has(at)) return true;
    return false;
  };
  const collections = new Map<Collection, { added: Addition[]; removed: Set<ASTNode> }>();
  const at = (parent: Collection) => {
    const known = collections.get(parent) ?? { added: [], removed: new Set() };
    collections.set(parent, known);
    return known;
  };
  for (const [node, additions] of added) {
    if (isCollection(node) && !isGone(node)) at(node).added.push(...additions);
  }
  for (const child of removed) {
    if (isCollection(child.parent) && !isGone(child.parent)) at(child.parent).removed.add(child);
  }
  return {
    renames: renames.filter(({ key }) => !isGone(key.parent)),
    replacements: new Map([...replaced].filter(([node]) => !isGone(node.parent))),
    fills: new Map([...fills].filter(([property]) => !isGone(property))),
    collections: [...collections]
      .map(([parent, changes]) => ({ parent, ...changes }))
      .toSorted((a, b) => b.parent.offset - a.parent.offset),
    erased,
    hoisted,
  };
}

/** The collection that holds additions alone. */
export function collectionOf(additions: readonly Addition[]): Json {
  if (additions.every(({ key }) => key === undefined)) return additions.map(({ value }) => value);
  return Object.fromEntries(additions.map(({ key, value }) => [key ?? '', value]));
}

/** A member that is written in the object, not one that YAML merges into it. */
function ownMember(object: ASTNode, key: string): PropertyASTNode | undefined {
  const member = memberOf(object, key);
  const isOwn = member && object.offset <= member.offset && member.offset <= object.offset + object.length;
  return isOwn ? member : undefined;
}

/** Of two additions of one member the later holds. */
function add(added: Map<ASTNode, Addition[]>, node: ASTNode, addition: Addition): void {
  const others = (added.get(node) ?? []).filter(({ key }) => key === undefined || key !== addition.key);
  added.set(node, [...others, addition]);
}

function isCollection(node: ASTNode | undefined): node is Collection {
  return node?.type === 'object' || node?.type === 'array';
}

/** True for a collection of the type that is in the text, and for a value that is not there yet. */
function takes(node: ASTNode, type: Collection['type']): boolean {
  if (!isWritten(node)) return false;
  if (node.type === 'object' && node.properties.some(({ keyNode }) => !isWritten(keyNode))) return false;
  return node.type === type || (node.type === 'null' && node.length === 0);
}

/** False for keys, and the values of keys, that only a view has. */
function isWritten(node: ASTNode): boolean {
  const key = keyOf(node) ?? (node.type === 'string' && node.parent?.type === 'property' ? node : undefined);
  return key === undefined || writtenKey(key).length > 0 || node.type === 'array';
}

/** The member around an object's own: its key, and whether the object is that key's value or further in. */
interface Around {
  readonly key: string | undefined;
  readonly direct: boolean;
}

function around(node: ASTNode): Around {
  for (let at: ASTNode | undefined = node; at; at = at.parent) {
    if (at.type === 'property') return { key: at.keyNode.value, direct: at.valueNode === node };
  }
  return { key: undefined, direct: true };
}

function holderOf(property: ASTNode | undefined): Around {
  return property?.parent ? around(property.parent) : { key: undefined, direct: true };
}

/** Members whose keys are the user's own. */
const freeMaps: ReadonlySet<string | undefined> = new Set(['options', 'driverOpts', 'labels', 'dockerLabels']);

function spellKey(name: string, { key, direct }: Around, spell: Spell | undefined): string {
  return spell && !(direct && freeMaps.has(key)) ? spell(name, key) : name;
}

function spellValue(value: Json, holder: Around, spell: Spell | undefined): Json {
  if (!spell || typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => spellValue(item, { ...holder, direct: false }, spell));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      spellKey(name, holder, spell),
      spellValue(member, { key: name, direct: true }, spell),
    ]),
  );
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
