import { type Tree as SyntaxTree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/yaml';

/** A text and its syntax tree, kept for the next version of the text. */
export interface Parsed {
  readonly text: string;
  readonly tree: SyntaxTree;
}

/**
 * Parses a text, reusing what did not change since a previous one; undefined when it takes too long or nests too deep. The
 * guard turns away the texts known for either; this is for those that are not, so that no text can hold the process.
 */
export function parseSyntax(text: string, previous?: Parsed): Parsed | undefined {
  if (previous?.text === text) return previous;
  const parse = parser.startParse(text + documentEnd, previous ? fragments(text, previous) : []);
  const deadline = Date.now() + baseTime + text.length * timePerCharacter;
  try {
    for (let step = 1; ; step++) {
      const tree = parse.advance();
      if (tree) return { text, tree };
      if (step % 64 === 0 && Date.now() > deadline) return undefined;
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Closes the block collections: the parser reuses none that ends with the text. The tree is longer than the text by this. */
const documentEnd = '\n...\n';

/** Milliseconds that any parse may take, and those for each character: far more than any of them needs, for the same text must always read the same. */
const baseTime = 500;
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
