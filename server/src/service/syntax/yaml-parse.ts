import { type Input, type Tree as SyntaxTree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/yaml';
import { difference } from './difference';

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
  try {
    return {
      text,
      tree: parser.parse(new CountedInput(text + documentEnd), previous ? fragments(text, previous) : []),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Closes the block collections: the parser reuses none that ends with the text. The tree is longer than the text by this. */
const documentEnd = '\n...\n';

/**
 * A text that the parser reads in pieces, and only so many of them. The pieces measure its work, because what takes it long
 * is to read the same line again and again; a clock would measure the machine, and the same text must always read the same.
 */
class CountedInput implements Input {
  readonly lineChunks = false;
  private pieces: number;

  constructor(private readonly text: string) {
    this.pieces = 100_000 + text.length;
  }

  get length(): number {
    return this.text.length;
  }

  chunk(from: number): string {
    if (--this.pieces < 0) throw new RangeError('too many pieces');
    return this.text.slice(from, from + 1_024);
  }

  read(from: number, to: number): string {
    return this.text.slice(from, to);
  }
}

function fragments(text: string, previous: Parsed): readonly TreeFragment[] {
  const { offset, length, text: inserted } = difference(previous.text, text);
  const change = { fromA: offset, toA: offset + length, fromB: offset, toB: offset + inserted.length };
  return TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [change]);
}
