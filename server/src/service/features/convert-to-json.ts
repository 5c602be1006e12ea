import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, Scalar, visit } from 'yaml';
import { maxDepth } from '../data/limits';
import type { Lookup } from '../schema/lookup';
import type { Path } from '../syntax/ast';
import { maxExpandedNodes } from '../syntax/yaml-limits';

/**
 * JSON of a YAML text, its comments as `//`; aliases and merge keys are expanded. Undefined when the text has syntax errors
 * or says what JSON cannot: tags, keys that are no scalars, an alias within itself. Must not be nested too deep.
 */
export function jsonOf(source: string, lookup: Lookup): string | undefined {
  const placeholders: string[] = [];
  const marked = source.replace(/^\uFEFF/, '').replace(tokens, (token) => {
    if (token.startsWith('"') || token.startsWith("'")) return token;
    return `\uE000${placeholders.push(token) - 1}\uE001`;
  });
  const document = parseDocument(marked, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const { contents: root, errors, warnings } = document;
  // A tag that nobody knows is only warned of.
  if (errors.length > 0 || warnings.length > 0 || !root) return undefined;
  const anchors = anchorsOf(root);
  const printer = new Printer(placeholders, anchors, lookup);
  const above = printer.comments(document.commentBefore, takeHeading(root), root.commentBefore);
  const text = printer.value(root, []);
  const below = printer.comments(isBlock(root) ? undefined : root.comment, document.comment);
  return printer.failed ? undefined : `${[...above, text, ...below].join('\n')}\n`;
}

/**
 * Strings of one line where a value may begin, to be passed over, and placeholders outside them, which are no plain YAML:
 * `{{ cpu }}` is a mapping, `${IMAGE}` ends a flow collection, `%CPU%` is a directive's sign.
 */
const tokens =
  /(?<=^|[\s,:[{(])(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')|\{\{[^{}\n]+\}\}|\$\{[^{}\n]+\}|%[A-Za-z_][A-Za-z0-9_]*%/g;

/** What stands for a placeholder while YAML is read: characters of no script, which plain scalars may hold. */
const mark = /\uE000(\d+)\uE001/g;

/** A member of an object, or an item of an array, as text. */
interface Entry {
  readonly above: readonly string[];
  readonly text: string;
  readonly beside: readonly string[];
}

interface Member {
  readonly key: Scalar;
  readonly value: Node | null;
  /** By a merge key, so that its comments stand elsewhere. */
  readonly merged: boolean;
}

class Printer {
  /** Set when something cannot be said in JSON; the text is worthless then. */
  failed = false;
  /** Greater than zero while a copy is printed: comments stay with the original. */
  private copying = 0;
  private copied = 0;

  constructor(
    private readonly placeholders: readonly string[],
    private readonly anchors: ReadonlyMap<string, readonly Node[]>,
    private readonly lookup: Lookup,
  ) {}

  /** The text of a value; its first line is not indented. */
  value(node: Node | null, path: Path): string {
    if (path.length > maxDepth || this.exceedsBudget()) return this.fail();
    if (isAlias(node)) return this.copy(true, () => this.value(this.targetOf(node), path));
    if (isMap(node)) return this.object(node, path);
    if (isSeq(node)) return this.array(node.items as readonly (Node | null)[], node, path);
    return isScalar(node) ? this.scalar(node, path) : 'null';
  }

  comments(...words: readonly (string | null | undefined)[]): readonly string[] {
    if (this.copying > 0) return [];
    const lines = words.flatMap((text) => text?.split('\n') ?? []);
    return lines.filter((line) => line !== '').map((line) => `//${this.restore(line.trimEnd())}`);
  }

  private object(node: Node, path: Path): string {
    const entries = [...this.membersOf(node, 0)].map(([name, { key, value, merged }]) =>
      this.copy(merged, () => {
        const text = `${JSON.stringify(name)}: ${this.value(value, [...path, name])}`;
        return this.entry(text, value, key);
      }),
    );
    return this.bracketed('{}', entries, node, path);
  }

  private array(items: readonly (Node | null)[], node: Node, path: Path): string {
    const entries = items.map((item, index) => this.entry(this.value(item, [...path, index]), item));
    return this.bracketed('[]', entries, node, path);
  }

  private entry(text: string, value: Node | null, key?: Scalar): Entry {
    const above = this.comments(key?.commentBefore, key && isBlock(value) ? undefined : value?.commentBefore);
    const beside = this.comments(key?.comment, isBlock(value) ? undefined : value?.comment);
    return beside.length > 1 ? { above: [...above, ...beside], text, beside: [] } : { above, text, beside };
  }

  private bracketed(brackets: '{}' | '[]', entries: readonly Entry[], node: Node, path: Path): string {
    const block = isBlock(node);
    // What precedes the first entry of a member's block collection; that of an item precedes its dash.
    const first = this.comments(block && typeof path.at(-1) === 'string' ? node.commentBefore : undefined);
    const below = this.comments(block ? node.comment : undefined);
    const lines = entries.flatMap(({ above, text, beside }, index) => {
      const comma = index < entries.length - 1 ? ',' : '';
      return [...above, [`${text}${comma}`, ...beside].join(' ')];
    });
    if (first.length + lines.length + below.length === 0) return brackets;
    const indent = '  '.repeat(path.length);
    const inner = [...first, ...lines, ...below].map((line) => `\n${indent}  ${line}`).join('');
    return `${brackets.charAt(0)}${inner}\n${indent}${brackets.charAt(1)}`;
  }

  private scalar({ value, source, type }: Scalar, path: Path): string {
    if (typeof value === 'string') {
      const whole = type === Scalar.PLAIN && value.replace(mark, '') === '' && value.match(mark)?.length === 1;
      return whole && this.isNoString(path) ? this.restore(value) : JSON.stringify(this.restore(value));
    }
    if (typeof value === 'boolean' || value === null) return String(value);
    // As it is written, wherever JSON writes it so: digits are not lost.
    if (source !== undefined && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(source)) return source;
    return typeof value === 'number' && Number.isFinite(value) ? String(value) : this.fail();
  }

  private isNoString(path: Path): boolean {
    const type = this.lookup(path)?.type;
    return type === 'integer' || type === 'number' || type === 'boolean';
  }

  /** Members by name; of repeated keys the last, and what is merged in gives way to all. */
  private membersOf(node: Node | null, depth: number): ReadonlyMap<string, Member> {
    const members = new Map<string, Member>();
    if (depth > maxDepth || this.exceedsBudget()) this.fail();
    if (this.failed || !isMap(node)) return members;
    for (const pair of node.items as { readonly key: Node | null; readonly value: Node | null }[]) {
      const key = this.resolved(pair.key);
      if (!isScalar(key)) this.fail();
      else if (key.value === '<<' && key.type === Scalar.PLAIN) this.merge(members, pair.value, depth);
      else {
        const name = this.restore(typeof key.value === 'string' ? key.value : (key.source ?? String(key.value)));
        members.delete(name);
        members.set(name, { key, value: pair.value, merged: false });
      }
    }
    return members;
  }

  private merge(members: Map<string, Member>, value: Node | null, depth: number): void {
    const merged = this.resolved(value);
    for (const source of isSeq(merged) ? (merged.items as readonly (Node | null)[]) : [merged])
      this.copy(true, () => {
        const target = this.resolved(source);
        if (!isMap(target)) this.fail();
        for (const [name, member] of this.membersOf(target, depth + 1))
          if (!members.has(name)) members.set(name, { ...member, merged: true });
      });
  }

  private resolved(node: Node | null): Node | null {
    return isAlias(node) ? this.targetOf(node) : node;
  }

  /** What an alias stands for: the last of its anchors above it. */
  private targetOf({ source, range }: Alias): Node | null {
    const at = range?.[0] ?? 0;
    const target = this.anchors.get(source)?.findLast((node) => (node.range?.[0] ?? 0) < at);
    if (!target) this.fail();
    return target ?? null;
  }

  private copy<T>(isCopy: boolean, print: () => T): T {
    if (isCopy) this.copying++;
    const printed = print();
    if (isCopy) this.copying--;
    return printed;
  }

  /** True once the copies come to more than readers walk, or the text is worthless anyway. */
  private exceedsBudget(): boolean {
    if (this.copying > 0) this.copied++;
    return this.failed || this.copied > maxExpandedNodes;
  }

  private restore(text: string): string {
    return text.replace(mark, (marked, index) => this.placeholders[Number(index)] ?? marked);
  }

  private fail(): string {
    this.failed = true;
    return '';
  }
}

/** The comment at the top of a file, which a blank line divides from that of the first member. */
function takeHeading(root: Node): string | undefined {
  const first = isMap(root) ? root.items[0]?.key : undefined;
  const [heading, ...rest] = (isScalar(first) && first.commentBefore?.split('\n\n')) || [];
  if (!isScalar(first) || rest.length === 0) return undefined;
  first.commentBefore = rest.join('\n\n');
  return heading;
}

/** The nodes that each anchor stands at, in order. */
function anchorsOf(root: Node): ReadonlyMap<string, readonly Node[]> {
  const anchors = new Map<string, Node[]>();
  visit(root, (_, node) => {
    if (!(isScalar(node) || isMap(node) || isSeq(node)) || node.anchor === undefined) return;
    const known = anchors.get(node.anchor);
    if (known) known.push(node);
    else anchors.set(node.anchor, [node]);
  });
  return anchors;
}

/** Comments at the end of a block collection are within it, those after brackets beside it. */
function isBlock(node: Node | null): boolean {
  return (isMap(node) || isSeq(node)) && !node.flow;
}
