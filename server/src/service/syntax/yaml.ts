import type { TextDocument } from 'vscode-json-languageservice';
import { maxDocumentLength } from '../data/limits';
import type { SyntaxProblem, Tree } from './json';
import { type Converted, convert } from './yaml-convert';
import { guard } from './yaml-guard';
import { type Parsed, parseSyntax } from './yaml-parse';
import { yamlProblems } from './yaml-problems';
import { readable } from './yaml-read';

export type { TaggedNode } from './yaml-node';
export { tagged } from './yaml-node';

/** A YAML text as a tree. An alias is the very node of its anchor, whose parent is where the anchor stands. */
export interface YamlTree extends Tree {
  /** What the next version of the text is parsed from. */
  readonly parsed: Parsed | undefined;
}

/** Parses YAML 1.2 with merge keys, from the tree of an earlier version of the text if there is one; never fails. */
export function parseYaml(document: TextDocument, previous?: YamlTree): YamlTree {
  const text = document.getText();
  if (text.length > maxDocumentLength) return refusal('too-large', text);
  const { source, structure } = readable(text);
  const guarded = guard(structure);
  if (guarded.refused) return refusal(guarded.refused, text);
  const read = readTree(guarded.text, source, previous?.parsed);
  const { roots, refused, parsed } = read;
  if (refused) return refusal(refused, text);
  return { root: roots[0], roots, text, parsed, syntaxProblems: () => syntaxProblems(structure, read) };
}

function readTree(structure: string, source: string, previous: Parsed | undefined): Converted & { parsed?: Parsed } {
  const parsed = parseSyntax(structure, previous);
  if (!parsed) return { roots: [], refused: 'too-large', broken: true, doubtful: true, problems: [] };
  const converted = convert(parsed.tree.cursor(), source);
  // How the parser goes on after an error depends on what it reused, and the same text must read the same always.
  return converted.broken && previous ? readTree(structure, source, undefined) : { ...converted, parsed };
}

function refusal(refused: 'too-large' | 'too-deep', text: string): YamlTree {
  return { root: undefined, roots: [], text, refused, parsed: undefined, syntaxProblems: () => Promise.resolve([]) };
}

/** The library is asked only when there may be something to tell: it takes some forty times as long. */
async function syntaxProblems(structure: string, read: Converted): Promise<readonly SyntaxProblem[]> {
  const { doubtful, problems } = read;
  return doubtful || tabIndentation.test(structure) ? [...yamlProblems(structure), ...problems] : problems;
}

/** The syntax tree allows it, YAML does not. */
const tabIndentation = /^ *\t/m;
