import { type JSONVisitor, visit } from 'jsonc-parser';
import { Document, isScalar, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { hasPlaceholder } from '../syntax/placeholder';

type Collection = YAMLMap<Scalar, unknown> | YAMLSeq<unknown>;

/** A collection whose end has not been seen. */
interface Open {
  readonly node: Collection;
  /** Members by key: of repeated keys the last counts. */
  readonly members: Map<string, Pair<Scalar, unknown>>;
  /** The key that waits for its value. */
  pair?: Pair<Scalar, unknown>;
}

/**
 * YAML of a JSON text with comments, undefined when the text has syntax errors. `parsed` is `source` as a parser can
 * read it, offset by offset: where the two differ a placeholder stands outside quotes. Must not be nested too deep.
 */
export function yamlOf(source: string, parsed: string): string | undefined {
  const builder = new Builder(source, parsed);
  visit(parsed, builder.visitor, { allowTrailingComma: true });
  return builder.text();
}

/** Builds a YAML document from the events of a JSON text. */
class Builder {
  // Words of YAML 1.1 are quoted too: both kinds of readers take them for strings then.
  private readonly document: Document = new Document(null, { compat: 'yaml-1.1' });
  private readonly open: Open[] = [];
  private readonly bare: string[] = [];
  /** Comments above what comes next. */
  private pending: string[] = [];
  /** What a comment on the same line is about, and where its text ends. */
  private last: { readonly node: Collection | Scalar; readonly opened: boolean; readonly end: number } | undefined;
  private failed = false;

  readonly visitor: JSONVisitor = {
    onObjectBegin: (offset, length) => this.begin(new YAMLMap(), offset + length),
    onArrayBegin: (offset, length) => this.begin(new YAMLSeq(), offset + length),
    onObjectProperty: (name) => this.key(name),
    onLiteralValue: (value, offset, length) => this.literal(value, offset, length),
    onObjectEnd: (offset, length) => this.end(offset + length),
    onArrayEnd: (offset, length) => this.end(offset + length),
    onComment: (offset, length) => this.comment(offset, offset + length),
    onError: () => {
      this.failed = true;
    },
  };

  constructor(
    private readonly source: string,
    private readonly parsed: string,
  ) {}

  text(): string | undefined {
    if (this.failed || !this.document.contents) return undefined;
    this.document.comment = join(this.document.comment, this.takePending());
    return this.document.toString({ lineWidth: 0 }).replace(barePattern, (_, index) => this.bare[Number(index)] ?? '');
  }

  private begin(node: Collection, end: number): void {
    this.place(node);
    this.open.push({ node, members: new Map() });
    this.last = { node, opened: true, end };
  }

  private end(end: number): void {
    const node = this.open.pop()?.node;
    if (!node) return;
    // Block style has no empty collections.
    if (node.items.length === 0) node.flow = true;
    node.comment = join(node.comment, this.takePending());
    this.last = { node, opened: false, end };
  }

  private key(name: string): void {
    const open = this.open.at(-1);
    if (!open) return;
    const key = this.scalar(name);
    key.commentBefore = this.takePending();
    const repeated = open.members.get(name);
    if (repeated) open.node.items.splice(open.node.items.indexOf(repeated), 1);
    open.pair = new Pair<Scalar, unknown>(key, null);
    open.members.set(name, open.pair);
    open.node.items.push(open.pair as never);
    this.last = undefined;
  }

  private literal(value: unknown, offset: number, length: number): void {
    const written = this.source.slice(offset, offset + length);
    const node =
      written === this.parsed.slice(offset, offset + length) ? this.known(value, written) : this.raw(written);
    this.place(node);
    this.last = { node, opened: false, end: offset + length };
  }

  private known(value: unknown, written: string): Scalar {
    if (typeof value === 'string') return this.scalar(value);
    // Digits that a floating-point number cannot hold are kept.
    const exact = typeof value === 'number' && /^-?\d+$/.test(written) && !Number.isSafeInteger(value);
    return new Scalar(exact ? BigInt(written) : value);
  }

  private scalar(text: string): Scalar<string> {
    const node = new Scalar(text);
    // Whatever a template engine puts there, it stays a string.
    if (hasPlaceholder(text)) node.type = Scalar.QUOTE_DOUBLE;
    return node;
  }

  private raw(placeholder: string): Scalar<string> {
    this.bare.push(placeholder);
    return new Scalar(`\uE000${this.bare.length - 1}\uE001`);
  }

  private place(node: Collection | Scalar): void {
    const open = this.open.at(-1);
    const above = this.takePending();
    if (!open) {
      this.document.commentBefore = above;
      this.document.contents = node;
    } else if (open.pair) {
      open.pair.value = node;
      // A scalar stands beside its key.
      if (isScalar(node)) open.pair.key.commentBefore = join(open.pair.key.commentBefore, above);
      else node.commentBefore = above;
      delete open.pair;
    } else {
      node.commentBefore = above;
      open.node.items.push(node as never);
    }
  }

  private comment(offset: number, end: number): void {
    const words = wordsOf(this.source.slice(offset, end));
    const { last } = this;
    if (!last || this.source.slice(last.end, offset).includes('\n') || !this.endsMember(end)) this.pending.push(words);
    else if (last.opened) last.node.commentBefore = join(last.node.commentBefore, words);
    else last.node.comment = join(last.node.comment, words);
  }

  /** Whether nothing but punctuation follows on the line: what does follow, a comment is about. */
  private endsMember(offset: number): boolean {
    let at = offset;
    while (at < this.source.length && ' \t\r'.includes(this.source.charAt(at))) at++;
    return at === this.source.length || '\n,]}'.includes(this.source.charAt(at));
  }

  private takePending(): string | null {
    const words = this.pending.join('\n');
    this.pending = [];
    return words === '' ? null : words;
  }
}

const barePattern = /\uE000(\d+)\uE001/g;

function join(first: string | null | undefined, second: string | null): string | null {
  if (second === null) return first ?? null;
  return first ? `${first}\n${second}` : second;
}

/** The words of a comment, in the form of YAML's: each line with the blank that follows `#`. */
function wordsOf(comment: string): string {
  if (comment.startsWith('//')) return comment.slice(2).trimEnd() || ' ';
  const lines = comment
    .slice(2, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s*/, ' ').trimEnd() || ' ');
  return lines.join('\n').replace(/^(?: \n)+|(?:\n )+$/g, '');
}
