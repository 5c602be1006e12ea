import { maxDepth } from '../data/limits';
import type { ASTNode } from './ast';
import { maxAliases, maxExpandedNodes } from './yaml-limits';

/** The anchors of a document, and what its aliases amount to: a few lines of them can stand for a billion nodes. */
export class YamlAnchors {
  /** Set when a budget is exceeded. */
  refused: 'too-deep' | 'too-large' | undefined;
  private readonly anchors = new Map<string, Anchor>();
  private aliases = 0;
  /** Nodes so far, those that aliases stand for included. */
  private nodes = 0;
  private expanded = 0;
  /** Greatest depth since the innermost open anchor. */
  private deepest = 0;

  /** Anchors belong to one document; budgets to the whole text. */
  startDocument(): void {
    this.anchors.clear();
  }

  countNode(): void {
    this.nodes++;
  }

  countDepth(depth: number): void {
    if (depth > this.deepest) this.deepest = depth;
    if (depth > maxDepth) this.refused ??= 'too-deep';
  }

  /** Begins an anchored value, in which the anchor itself stands for nothing; the result ends it. */
  open(name: string, depth: number): (node: ASTNode) => void {
    const { nodes, deepest } = this;
    const anchor: Anchor = { node: undefined, size: 0, height: 0 };
    this.anchors.set(name, anchor);
    this.deepest = depth;
    return (node) => {
      anchor.node = node;
      anchor.size = this.nodes - nodes;
      anchor.height = this.deepest - depth;
      this.deepest = Math.max(deepest, this.deepest);
    };
  }

  /** What an alias stands for; undefined when it has no anchor or is part of the anchored value. */
  resolve(name: string, depth: number): ASTNode | undefined {
    if (++this.aliases > maxAliases) this.refused ??= 'too-large';
    const { node, size, height } = this.anchors.get(name) ?? nothing;
    this.nodes += size;
    this.expanded += size;
    if (this.expanded > maxExpandedNodes) this.refused ??= 'too-large';
    this.countDepth(depth + height);
    return node;
  }
}

interface Anchor {
  node: ASTNode | undefined;
  /** Nodes below, aliases expanded. */
  size: number;
  /** Levels of collections, aliases expanded. */
  height: number;
}

const nothing: Anchor = { node: undefined, size: 0, height: 0 };
