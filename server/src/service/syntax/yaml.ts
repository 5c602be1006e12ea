import type { TextDocument } from 'vscode-languageserver-textdocument';
import { maxDocumentLength } from '../data/limits';
import type { ASTNode } from './ast';
import type { SyntaxProblem, Tree } from './json';
import { type Converted, convert } from './yaml-convert';
import { refusalOf } from './yaml-guard';
import { type Parsed, parseSyntax } from './yaml-parse';
import { yamlProblems } from './yaml-problems';
import { readable } from './yaml-read';

export type { TaggedNode } from './yaml-node';
export { tagged } from './yaml-node';

/** A YAML text as a tree. An alias is the very node of its anchor, whose parent is where the anchor stands. */
export interface YamlTree extends Tree {
  /** The content of each document in the stream that has some; the first is `root`. */
  readonly roots: readonly ASTNode[];
  /** What the next version of the text is parsed from. */
  readonly parsed: Parsed | undefined;
}

/** Parses YAML 1.2 with merge keys, from the tree of an earlier version of the text if there is one; never fails. */
export function parseYaml(document: TextDocument, previous?: YamlTree): YamlTree {
  const text = document.getText();
  if (text.length > maxDocumentLength) return refusal('too-large', text);
  const { source, structure } = readable(text);
  const refused = refusalOf(structure);
  if (refused) return refusal(refused, text);
  const parsed = parseSyntax(structure, previous?.parsed);
  if (!parsed) return refusal('too-large', text);
  const converted = convert(parsed.tree.cursor(), source);
  if (converted.refused) return refusal(converted.refused, text);
  const { roots } = converted;
  return { root: roots[0], roots, text, parsed, syntaxProblems: () => syntaxProblems(structure, converted) };
}

function refusal(refused: 'too-large' | 'too-deep', text: string): YamlTree {
  return { root: undefined, roots: [], text, refused, parsed: undefined, syntaxProblems: () => Promise.resolve([]) };
}

/** The library is asked only when there may be something to tell: it takes some forty times as long. */
async function syntaxProblems(structure: string, { doubtful }: Converted): Promise<readonly SyntaxProblem[]> {
  return doubtful || tabIndentation.test(structure) ? yamlProblems(structure) : [];
}

/** The syntax tree allows it, YAML does not. */
const tabIndentation = /^ *\t/m;
