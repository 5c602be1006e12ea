import { type Tree as SyntaxTree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/yaml';

/** A text and its syntax tree, kept for the next version of the text. */
export interface Parsed {
  readonly text: string;
  readonly tree: SyntaxTree;
}

/**
 * Parses a text again from what did not change in it; undefined when that takes too long. The guard turns away the texts
 * known to be slow; this is for those that are not, so that no text can hold the process.
 */
export function parseSyntax(text: string, previous: Parsed | undefined): Parsed | undefined {
  if (previous?.text === text) return previous;
  const parse = parser.startParse(text, previous ? fragments(text, previous) : []);
  const deadline = Date.now() + baseTime + text.length * timePerCharacter;
  for (let step = 1; ; step++) {
    const tree = parse.advance();
    if (tree) return { text, tree };
    if (step % 64 === 0 && Date.now() > deadline) return undefined;
  }
}

/** Milliseconds that any parse may take, and those for each character: some hundred times what is usual. */
const baseTime = 300;
const timePerCharacter = 0.01;

function fragments(text: string, previous: Parsed): readonly TreeFragment[] {
  const before = previous.text;
  const shorter = Math.min(text.length, before.length);
  let start = 0;
  while (start < shorter && text.charCodeAt(start) === before.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  while (same < most && text.charCodeAt(text.length - 1 - same) === before.charCodeAt(before.length - 1 - same)) same++;
  const change = { fromA: start, toA: before.length - same, fromB: start, toB: text.length - same };
  return TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]);
}
