import type { TreeCursor } from '@lezer/common';
import { maxDepth } from '../data/limits';
import type { ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode } from './ast';
import type { SyntaxProblem } from './json';
import { YamlAnchors } from './yaml-anchors';
import { maxMembers } from './yaml-limits';
import { merge, mergedBy } from './yaml-merge';
import {
  arrayNode,
  type Building,
  type Decoded,
  objectNode,
  placeholder,
  propertyNode,
  scalarNode,
  stringNode,
  taggedNode,
} from './yaml-node';
import { afterBlankLines, blockScalar, isCoreTag, plainScalar, quotedScalar, withoutTail } from './yaml-scalar';

/** The documents of a stream as nodes. */
export interface Converted {
  /** One for each document that has content. */
  readonly roots: readonly ASTNode[];
  readonly refused?: 'too-deep' | 'too-large';
  /** The syntax tree has errors. */
  readonly broken: boolean;
  /** The text may not be valid YAML, whatever the syntax tree says. */
  readonly doubtful: boolean;
  /** Aliases that stand for nothing. */
  readonly problems: readonly SyntaxProblem[];
}

/** Makes nodes of a syntax tree, which may be longer than the text, from a cursor at its top. Recurses to `maxDepth` at most. */
export function convert(cursor: TreeCursor, source: string): Converted {
  return new Converter(cursor, source).stream();
}

const values = new Set([
  'Literal',
  'QuotedLiteral',
  'BlockLiteral',
  'Alias',
  'FlowSequence',
  'FlowMapping',
  'BlockSequence',
  'BlockMapping',
]);
/** What the end that is added to the text may become in a text with errors. */
const parts = new Set(['Literal', 'Item', 'Pair']);
const wrapped = new Set([...values, 'Tagged', 'Anchored']);

class Converter {
  private readonly anchors = new YamlAnchors();
  private broken = false;
  private doubtful = false;
  private readonly problems: SyntaxProblem[] = [];
  private depth = 0;
  /** End of the last token. */
  private end = 0;
  /** First key or dash of the innermost block collection: a stated indentation counts from its column. */
  private block: number | undefined;

  constructor(
    private readonly cursor: TreeCursor,
    private readonly source: string,
  ) {}

  stream(): Converted {
    const roots: ASTNode[] = [];
    this.children((name) => {
      if (name !== 'Document') return;
      this.anchors.startDocument();
      this.children((child) => {
        const root = wrapped.has(child) ? this.value(undefined) : undefined;
        if (root) roots.push(root);
      });
    });
    const { refused } = this.anchors;
    const found = { broken: this.broken, doubtful: this.doubtful || this.broken, problems: this.problems };
    return refused ? { ...found, roots: [], refused } : { ...found, roots };
  }

  /** Visits each child of the node that the cursor is on; notes errors, passes comments over. */
  private children(visit: (name: string) => void): void {
    const { cursor, source } = this;
    if (!cursor.firstChild()) return;
    do {
      if (cursor.type.isError) this.broken = true;
      else if (this.anchors.refused || cursor.name === 'Comment') continue;
      else if (!parts.has(cursor.name) || cursor.from < source.length) visit(cursor.name);
    } while (cursor.nextSibling());
    cursor.parent();
  }

  /** Offset of the node that the cursor is on; a document or block mapping after a comment may have a wrong one. */
  private get from(): number {
    return Math.min(this.cursor.from, this.source.length);
  }

  private token(): string {
    const { from, to } = this.cursor;
    this.end = Math.min(to, this.source.length);
    return this.source.slice(from, this.end);
  }

  /** The value that the cursor is on; undefined when only an anchor stands there. */
  private value(parent: ASTNode | undefined): ASTNode | undefined {
    const { cursor } = this;
    let start = this.from;
    let tag: string | undefined;
    let anchor: string | undefined;
    let levels = 0;
    for (; !values.has(cursor.name) && wrapped.has(cursor.name); levels++) {
      cursor.firstChild();
      do {
        if (cursor.type.isError) this.broken = true;
        else if (cursor.name === 'Tag') {
          start = this.from;
          tag = this.token();
        } else if (cursor.name === 'Anchor') anchor = this.token().slice(1);
      } while (!wrapped.has(cursor.name) && cursor.nextSibling());
    }
    const close = anchor === undefined ? undefined : this.anchors.open(anchor, this.depth);
    const node = this.tagged(parent, tag, start);
    close?.(node ?? this.empty(parent, tag));
    while (levels-- > 0) cursor.parent();
    return node;
  }

  private tagged(parent: ASTNode | undefined, tag: string | undefined, offset: number): ASTNode | undefined {
    const present = values.has(this.cursor.name);
    if (tag === undefined || isCoreTag(tag)) {
      if (present) return this.bare(parent, tag);
      return tag === undefined ? undefined : this.empty(parent, tag);
    }
    this.anchors.countNode();
    const node = taggedNode({ parent, offset, end: this.end }, tag);
    const argument = present ? this.bare(node, undefined) : undefined;
    if (argument) node.argument = argument;
    node.length = this.end - offset;
    return node;
  }

  private empty(parent: ASTNode | undefined, tag?: string): ASTNode {
    this.anchors.countNode();
    return scalarNode({ parent, offset: this.end, end: this.end }, plainScalar('', tag));
  }

  /** A value without its tag and anchor. */
  private bare(parent: ASTNode | undefined, tag: string | undefined): ASTNode | undefined {
    switch (this.cursor.name) {
      case 'FlowMapping':
      case 'BlockMapping':
        return this.collection(() => this.object(parent));
      case 'FlowSequence':
      case 'BlockSequence':
        return this.collection(() => this.array(parent));
      case 'Alias':
        return this.alias(parent);
      default:
        return this.scalar(parent, tag);
    }
  }

  private collection(make: () => ASTNode): ASTNode | undefined {
    this.depth++;
    this.anchors.countDepth(this.depth);
    this.anchors.countNode();
    const { block } = this;
    const node = this.depth > maxDepth ? undefined : make();
    this.block = block;
    this.depth--;
    return node;
  }

  private alias(parent: ASTNode | undefined): ASTNode {
    const offset = this.from;
    const name = this.token().slice(1);
    const known = this.anchors.resolve(name, this.depth);
    if (known) return known;
    const message = `There is no complete value with the anchor &${name} before this alias.`;
    this.problems.push({ span: { offset, end: this.end }, message });
    return stringNode({ parent, offset, end: this.end }, placeholder(`alias ${name}`));
  }

  private scalar(parent: ASTNode | undefined, tag: string | undefined): ASTNode {
    this.anchors.countNode();
    const offset = this.from;
    const decoded = this.decoded(tag);
    return scalarNode({ parent, offset, end: this.end }, decoded);
  }

  private decoded(tag: string | undefined): Decoded {
    if (this.cursor.name === 'BlockLiteral') return this.literal(tag);
    const raw = this.token();
    if (this.cursor.name === 'QuotedLiteral') {
      // The syntax tree takes all that follows an open quote.
      if (this.cursor.to > this.source.length) this.doubtful = true;
      return quotedScalar(raw, tag);
    }
    const plain = withoutTail(raw, this.cursor.to > this.source.length);
    this.end = this.from + plain.length;
    return plainScalar(plain, tag);
  }

  private literal(tag: string | undefined): Decoded {
    const { source } = this;
    const line = source.indexOf('\n', this.from) + 1 || source.length;
    let header = '';
    this.children((name) => {
      const text = this.token();
      if (name === 'BlockLiteralHeader') header = text;
    });
    return blockScalar(
      header,
      source.slice(line, afterBlankLines(source, Math.max(line, this.end))),
      this.column(),
      tag,
    );
  }

  private column(): number {
    return this.block === undefined ? 0 : this.block - this.source.lastIndexOf('\n', this.block - 1) - 1;
  }

  private object(parent: ASTNode | undefined): ASTNode {
    const { cursor, source } = this;
    const block = cursor.name === 'BlockMapping';
    const brace = source[this.from] === '{';
    const start = block ? this.end : this.from;
    const object = objectNode({ parent, offset: start, end: start });
    const merged: ObjectASTNode[] = [];
    let first: PropertyASTNode | undefined;
    this.children((name) => {
      if (block && !first) this.block = this.from;
      if (name !== 'Pair') return this.token();
      const property = this.property(object);
      first ??= property;
      const sources = mergedBy(property, source);
      if (sources) merged.push(...sources);
      else object.properties.push(property);
      return;
    });
    merge(object, merged);
    if (object.properties.length > maxMembers) this.anchors.refused ??= 'too-large';
    if (first && (block || !brace)) object.offset = first.offset;
    object.length = Math.max(0, this.end - object.offset);
    return object;
  }

  private property(object: ObjectASTNode): PropertyASTNode {
    const property = propertyNode(object, this.from);
    this.children((name) => {
      if (name === 'Key' && property.colonOffset === -1) {
        property.keyNode = this.key(property);
        property.offset = property.keyNode.offset;
      } else if (name === ':') {
        property.colonOffset = this.from;
        this.token();
      } else if (name === 'Key') {
        // The syntax tree takes the value of a member without key (`{ : x }`) for its key.
        this.children((child) => wrapped.has(child) && this.memberValue(property, child));
      } else if (wrapped.has(name)) this.memberValue(property, name);
      else this.token();
    });
    property.length = Math.max(0, this.end - property.offset);
    property.children = property.valueNode ? [property.keyNode, property.valueNode] : [property.keyNode];
    return property;
  }

  private memberValue(property: Building<PropertyASTNode>, name: string): void {
    const { end } = this;
    const value = this.value(property);
    if (!value) return;
    property.valueNode = value;
    // The syntax tree allows `a: b: c`.
    const block = name === 'BlockMapping' || name === 'BlockSequence';
    if (block && !this.source.slice(end, value.offset).includes('\n')) this.doubtful = true;
  }

  /** Keys are strings in JSON: other scalars become their text, and collections what was written. */
  private key(property: PropertyASTNode): StringASTNode {
    let offset = this.from;
    let node: ASTNode | undefined;
    this.children((name) => {
      if (!wrapped.has(name)) return;
      offset = this.from;
      node = this.value(property);
    });
    const key = node as ASTNode | undefined;
    if (key?.type === 'string' && key.parent === property) return key;
    if (key && key.parent === property) offset = key.offset;
    const place = { parent: property, offset, end: Math.max(offset, key ? this.end : offset) };
    if (key?.type === 'object' || key?.type === 'array') return stringNode(place, this.source.slice(offset, place.end));
    return stringNode(place, String(key?.value ?? ''));
  }

  private array(parent: ASTNode | undefined): ASTNode {
    const array = arrayNode({ parent, offset: this.from, end: this.from });
    let dash = false;
    let started = false;
    this.children((name) => {
      if (name === 'Item') {
        array.items.push(this.item(array));
        dash = false;
        return;
      }
      if (dash) array.items.push(this.empty(array));
      dash = name === '-';
      if (dash && !started) {
        this.block = this.from;
        array.offset = this.from;
      }
      started = true;
      this.token();
    });
    if (dash) array.items.push(this.empty(array));
    array.length = Math.max(0, this.end - array.offset);
    return array;
  }

  private item(array: ASTNode): ASTNode {
    let node: ASTNode | undefined;
    this.children((name) => {
      if (wrapped.has(name)) node = this.value(array);
    });
    return node ?? this.empty(array);
  }
}
